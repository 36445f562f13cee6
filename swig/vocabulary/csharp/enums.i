/* How enums and flags cross: as their number, so that one that C# does not know is kept. */

%define %csharp_enum(C, TYPE, NUMBER)
%csharp_result(C, C, NUMBER, TYPE, (TYPE) )
%typemap(csin) C "(NUMBER) $csinput"
%typemap(in)   C "$1 = $input;"
%enddef
