/* How numbers cross. */

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(csout) int32_t FUNCTION {
    int result = $imcall;
    if (result < 0) ThrowDoesNotFit("$symname", nameof(ARGUMENT) + " = " + ARGUMENT);
    return result;
  }
%enddef
