/* SWIG's own way, with the exception that its manual shows: raised in C, thrown when the call is back. */
%module SwigDefaults
%include "stdint.i"
%include "arrays_csharp.i"
%apply int FIXED[] { const int32_t *numbers, int32_t *squares };
%csmethodmodifiers square_array "public unsafe";
%exception square {
  $action
  if (result < 0) {
    SWIG_CSharpSetPendingException(SWIG_CSharpOverflowException, "the result does not fit in 32 bits");
    return 0;
  }
}
%ignore SQUARE_VERSION;
%{
#include "square.h"
%}
%include "square.h"
