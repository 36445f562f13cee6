/* How several results cross: as a struct that is copied into a record. */

%define %csharp_record(C, TYPE)
%csharp_result(C, C, TYPE.Native, TYPE, TYPE.From)
%enddef

/* One that has structs. */
%define %csharp_wired_record(C, TYPE)
%csharp_converted(C, C##_wire, TYPE.Native, TYPE, TYPE.From, C##_to_wire)
%enddef
