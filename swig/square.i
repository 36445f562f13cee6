/* WHAT crosses the border: all that square.h declares, and here what C cannot say about it. */
%module square
%include "vocabulary.i"

%negative_is_overflow(square, number)
%index_of_first_overflow(square_array, numbers, count, squares)
%library_version(square_version, SQUARE_VERSION)
