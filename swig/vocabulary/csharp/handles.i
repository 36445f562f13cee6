/* How objects of the library cross: C# holds the cell of each, and C looks after the rest (common/cell.i). */

#ifdef border_uses_handles
%fragment("border_handles", "wrapper", fragment="border_cell") %{
SWIGEXPORT void border_close_csharp(border_cell *cell) { border_close(cell); }
SWIGEXPORT void border_drop_csharp(border_cell *cell) { border_drop(cell); }
%}
%fragment("border_handles");

%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    [DllImport("$dllimport")] internal static extern void border_close_csharp(nint cell);
    [DllImport("$dllimport")] internal static extern void border_drop_csharp(nint cell);
  }
%}
#endif

/* A class whose object is a C*, by the name NAME; TYPE names it anywhere. No SafeHandle, whose counting costs more than a
   short call: C counts who is in the object, and the memory of the cell, which tells that it is closed, is there until
   the finalizer has run. It cannot run before a call has returned, because Checked() is given the proxy. So Dispose()
   leaves it to run. */
%define %csharp_handle_with(C, NAME, TYPE, MEMBERS...)
%nodefaultctor C;
%nodefaultdtor C;
%typemap(csimports) C "#nullable enable
using global::System;
using global::System.Diagnostics;
using global::System.Runtime.CompilerServices;
using global::System.Runtime.InteropServices;
"
%typemap(csinterfaces) C "IDisposable"
%typemap(csdispose) C ""
%typemap(csdisposing, methodname="Dispose", methodmodifiers="public", parameters="") C ""
%typemap(csbody) C %{
  internal readonly nint swigCPtr; // SWIG's name
  MEMBERS

  /// <summary>Frees the object, as soon as no call is in it and all that was made from it is freed. Any other use of it then
  /// throws <see cref="ObjectDisposedException"/>.</summary>
#pragma warning disable CA1816 // the finalizer frees the cell, which a call in another thread may be looking at now
  public void Dispose() {
    $imclassname.Border_.border_close_csharp(swigCPtr);
    GC.KeepAlive(this);
  }
#pragma warning restore CA1816

  /// <summary>Frees the object if nobody did.</summary>
  ~NAME() => $imclassname.Border_.border_drop_csharp(swigCPtr);

  internal static NAME? OrNull(nint cell) => cell == 0 ? null : new(cell);

  [StackTraceHidden]
  internal T Checked<T>(in $imclassname.Border_.Result<T> result) where T : unmanaged {
    GC.KeepAlive(this);
    return $imclassname.Border_.Checked(result);
  }
%}
%csharp_outcome(C *, C, nint, TYPE, new TYPE)
%csharp_outcome(border_nullable_##NAME *, border_nullable_##NAME, nint, TYPE?, TYPE.OrNull)

/* Only a constructor has such a result by itself. */
%typemap(ctype, out="border_result_" #C)          C * "C *"
%typemap(imtype, out="$imclassname.Border_.Result<nint>") C * "nint"
%typemap(cstype) C * "TYPE"
%typemap(out, fragment="border_result_" #C, null="{0}") C * "$result.value = $1;"
%typemap(csconstruct) C %{ : this($imclassname.Border_.Checked($imcall)) { }
%}

%typemap(in)     C * "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);", post="      GC.KeepAlive($csinput);")
                 C * "$csinput.swigCPtr"
%apply C * { border_nullable_##NAME * }
%typemap(cstype) border_nullable_##NAME * "TYPE?"
%typemap(csin, post="      GC.KeepAlive($csinput);") border_nullable_##NAME * "$csinput?.swigCPtr ?? 0"
%enddef

%define %csharp_handle(C, NAME, TYPE)
%csharp_handle_with(C, NAME, TYPE,
  internal NAME(nint cell) => swigCPtr = cell;)
%enddef

/* Of a library that keeps callbacks: the proxy owns them. */
%define %csharp_keeping_handle(C, NAME, TYPE)
%csharp_handle_with(C, NAME, TYPE,
  internal readonly $imclassname.Border_.Keeper callbacks = new();
  internal readonly object?[] parents; // whose callbacks C may call for this one too

  internal NAME(nint cell, params object?[] parents) {
    swigCPtr = cell;
    this.parents = parents;
  }

  internal static Func<nint, NAME> Made(params object?[] parents) => cell => new(cell, parents);
  internal static Func<nint, NAME?> MadeOrNull(params object?[] parents) => cell => cell == 0 ? null : new(cell, parents);)
%enddef

/* A class that is a kind of another, which has all that a handle needs. */
%define %csharp_is_a_with(C, NAME, BASE, MEMBERS...)
%typemap(csbase) C "BASE"
%typemap(csinterfaces) C ""
%typemap(csbody) C %{
  MEMBERS

  internal static new NAME? OrNull(nint cell) => cell == 0 ? null : new(cell);
%}
%enddef

%define %csharp_is_a(C, NAME, BASE)
%csharp_is_a_with(C, NAME, BASE,
  internal NAME(nint cell) : base(cell) { })
%enddef

%define %csharp_keeping_is_a(C, NAME, BASE)
%csharp_is_a_with(C, NAME, BASE,
  internal NAME(nint cell, params object?[] parents) : base(cell, parents) { }

  internal static new Func<nint, NAME> Made(params object?[] parents) => cell => new(cell, parents);
  internal static new Func<nint, NAME?> MadeOrNull(params object?[] parents) => cell => cell == 0 ? null : new(cell, parents);)
%enddef
