/* How objects cross: as the address of their cell. */

%typemap(jni)     border_cell * "jlong"
%typemap(jtype)   border_cell * "long"
%typemap(jstype)  border_cell * "long"
%typemap(javain)  border_cell * "$javainput"
%typemap(javaout) border_cell * { return $jnicall; }
%typemap(in)      border_cell * "$1 = (border_cell *) (intptr_t) $input;"
%typemap(out)     border_cell * "$result = (jlong) (intptr_t) $1;"

%define %handle_kind(NAME)
%apply border_cell * { border_##NAME *, border_nullable_##NAME * };
%enddef
