/* WHAT crosses the border: the header, and what C cannot say. How it crosses is each language's own file below. */
%module SquareMath

#if defined(SWIGPYTHON)
%include "python.i"
#elif defined(SWIGJAVA)
%include "java.i"
#elif defined(SWIGCSHARP)
%include "csharp.i"
#else
#error "no vocabulary for this language: write one beside python.i"
#endif

%{
#include "square.h"
%}

%negative_is_overflow(square, number)
%index_of_first_overflow(square_array, numbers, count, squares)
%library_version(square_version, SQUARE_VERSION)

%include "square.h"
