/* How several results cross: as a struct that is copied into a record. */

%define %csharp_record(C, TYPE)
%csharp_result(C, C, TYPE.Native, TYPE, TYPE.From)
%enddef
