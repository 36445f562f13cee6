/* How enums and flags cross: as their value. */

%define %border_java_enum(NAME)
%apply int64_t { border_##NAME };
%enddef
