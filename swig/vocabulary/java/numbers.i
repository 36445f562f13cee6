/* How numbers cross. */

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(javaout) int32_t FUNCTION {
    int result = $jnicall;
    if (result < 0) throw doesNotFit("$symname", #ARGUMENT + " = " + ARGUMENT);
    return result;
  }
%enddef
