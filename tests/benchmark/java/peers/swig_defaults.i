/* What SWIG makes of the header when it is told nothing but which parameters are arrays. */
%module swig_defaults
%include "stdint.i"
%include "arrays_java.i"
%apply int[] { const int32_t *numbers, int32_t *squares };
%{
#include "square.h"
%}
%ignore SQUARE_VERSION;
%include "square.h"
