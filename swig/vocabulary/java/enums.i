/* How enums and flags cross: as their value. */

%define %enum_kind(NAME)
%apply int64_t { border_##NAME };
%enddef
