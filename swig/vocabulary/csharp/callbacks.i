/* How functions of the user's cross: as a delegate, which C knows by a GCHandle, and a native function for its type, which calls
   it. That returns what was thrown, as a GCHandle too: no exception passes through C. */

%fragment("border_csharp_callbacks", "wrapper", fragment="border_callbacks") %{
static void (*border_reports)(void *raised);
SWIGEXPORT void border_callbacks_csharp(void (*reports)(void *)) { border_reports = reports; }
static void border_report(void *raised, border_slot *slot) { border_reports(raised); }
%}

%define %csharp_callable(NAME, TYPE, CALLER)
%typemap(ctype)  border_call_##NAME "border_callable"
%typemap(imtype) border_call_##NAME "$imclassname.Border_.Callable"
%typemap(cstype) border_call_##NAME "TYPE"
%typemap(in)     border_call_##NAME "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);
    $imclassname.Border_.Callable $csinputCallable = new($csinput, CALLER.Function);", post="      $csinputCallable.Free();")
         border_call_##NAME "$csinputCallable"
%apply border_call_##NAME { border_nullable_call_##NAME };
%typemap(cstype) border_nullable_call_##NAME "TYPE?"
%typemap(csin, pre="    $imclassname.Border_.Callable $csinputCallable = new($csinput, CALLER.Function);", post="      $csinputCallable.Free();")
         border_nullable_call_##NAME "$csinputCallable"
%enddef

#ifdef border_uses_callbacks
%fragment("border_csharp_callbacks");

%pragma(csharp) modulecode=%{
  /// <summary>What a callback threw in a thread of the library's own, where no call waits for it. Without a handler it is
  /// written to the error stream.</summary>
  public static event EventHandler<UnhandledExceptionEventArgs>? CallbackFailed;

  internal static void Report(Exception thrown) {
    try {
      if (CallbackFailed == null) Console.Error.WriteLine(thrown);
      CallbackFailed?.Invoke(null, new(thrown, false));
#pragma warning disable CA1031 // above this stands C, which no exception may pass
    } catch (Exception another) {
      Console.Error.WriteLine(another);
    }
#pragma warning restore CA1031
  }
%}

%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    [DllImport("$dllimport")] private static extern void border_callbacks_csharp(delegate* unmanaged[Cdecl]<nint, void> report);

    /* A delegate for C. */
    internal readonly struct Callable {
      private readonly nint target, invoke;

      static Callable() => border_callbacks_csharp(&Report);

      internal Callable(Delegate? target, nint invoke) {
        this.target = target == null ? 0 : GCHandle.ToIntPtr(GCHandle.Alloc(target));
        this.invoke = invoke;
      }

      internal void Free() {
        if (target != 0) GCHandle.FromIntPtr(target).Free();
      }
    }

    internal static nint Thrown(Exception error) => GCHandle.ToIntPtr(GCHandle.Alloc(ExceptionDispatchInfo.Capture(error)));

    [UnmanagedCallersOnly(CallConvs = new[] { typeof(CallConvCdecl) })]
    private static void Report(nint thrown) => $module.Report(Take(thrown).SourceException);

    internal static ReadOnlySpan<T> Shown<T>(View view) where T : unmanaged => new(view.Data, checked((int) view.Count));
  }
%}
#endif
