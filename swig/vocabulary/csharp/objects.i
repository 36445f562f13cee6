/* How arrays of objects cross: as the addresses of their cells. */
%define %csharp_objects(NAME, TYPE)
%typemap(ctype)  border_objects_##NAME "border_objects"
%typemap(imtype) border_objects_##NAME "$imclassname.Border_.Memory"
%typemap(cstype) border_objects_##NAME "TYPE[]"
%typemap(in)     border_objects_##NAME "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);
    TYPE[] $csinputKept = (TYPE[]) $csinput.Clone();
    nint[] $csinputCells = Array.ConvertAll($csinputKept, each =>
      (each ?? throw new ArgumentNullException(nameof($csinput), \"an element is null\")).swigCPtr);
    fixed (nint* $csinputPointer = $csinputCells) {", post="      GC.KeepAlive($csinputKept);", terminator="    }")
                 border_objects_##NAME "new($csinputPointer, $csinputCells.Length)"
%enddef
