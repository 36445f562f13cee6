/* How functions of the user's cross: as a delegate, which C knows by a GCHandle, and a native function for its type, which calls
   it. That returns what was thrown, as a GCHandle too: no exception passes through C. */

%fragment("border_csharp_callbacks", "wrapper", fragment="border_callbacks") %{
static void *(*border_holds)(void *target);
static void (*border_drops)(void *target), (*border_reports)(void *raised);

SWIGEXPORT void border_callbacks_csharp(void *(*holds)(void *), void (*drops)(void *), void (*reports)(void *)) {
  border_holds = holds;
  border_drops = drops;
  border_reports = reports;
}

static border_callable border_hold_callable(border_callable callable) {
  return (border_callable){border_holds(callable.target), callable.invoke};
}

static void border_drop_callable(border_callable callable) { border_drops(callable.target); }
static void border_report(void *raised, border_turn *turn) { border_reports(raised); }
static void border_end_of_thread(void *data) {}
%}

/* C is one of the types for the delegate TYPE; CALLER has the function that calls one. OWN and KEEPER are what it is for and what
   keeps it. */
%define %csharp_callable(C, TYPE, CALLER, OWN, KEEPER)
%csharp_callable_argument(C, TYPE, "    ArgumentNullException.ThrowIfNull($csinput);
    $imclassname.Border_.Callable $csinputCallable = new($csinput, CALLER.Function, OWN, KEEPER);")
%enddef

%define %csharp_nullable_callable(C, TYPE, CALLER, OWN, KEEPER)
%csharp_callable_argument(C, TYPE?, "    $imclassname.Border_.Callable $csinputCallable = new($csinput, CALLER.Function, OWN, KEEPER);")
%enddef

%define %csharp_callable_argument(C, TYPE, PRE)
%typemap(ctype)  C "border_callable"
%typemap(imtype) C "$imclassname.Border_.Callable"
%typemap(cstype) C "TYPE"
%typemap(in)     C "$1 = $input;"
%typemap(csin, pre=PRE, post="      $csinputCallable.Free();") C "$csinputCallable"
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
    [DllImport("$dllimport")]
    private static extern void border_callbacks_csharp(
      delegate* unmanaged[Cdecl]<nint, nint> hold, delegate* unmanaged[Cdecl]<nint, void> drop,
      delegate* unmanaged[Cdecl]<nint, void> report);

    /* What owns callbacks, so that C need not: else one that refers to its own object would keep it for ever. */
    internal sealed class Keeper {
      private readonly HashSet<Callback> callbacks = [];

      internal void Add(Callback callback) {
        lock (callbacks) callbacks.Add(callback);
      }

      internal void Remove(Callback callback) {
        lock (callbacks) callbacks.Remove(callback);
      }
    }

    internal static readonly Keeper ForEver = new();

    internal sealed class Callback(Delegate target, object? own, Keeper? keeper) {
      internal Delegate Target => target;
      internal object? Own => own; // the object that it is for
      internal Keeper? Keeper => keeper;
    }

    /* A callback for the time of a call. */
    internal readonly struct Callable {
      private readonly nint target, invoke;

      internal nint Target => target;

      static Callable() => border_callbacks_csharp(&Hold, &Drop, &Report);

      internal Callable(Delegate? target, nint invoke, object? own, Keeper? keeper) {
        this.target = target == null ? 0 : GCHandle.ToIntPtr(GCHandle.Alloc(new Callback(target, own, keeper)));
        this.invoke = invoke;
      }

      internal void Free() {
        if (target != 0) GCHandle.FromIntPtr(target).Free();
      }
    }

    [UnmanagedCallersOnly(CallConvs = new[] { typeof(CallConvCdecl) })]
    private static nint Hold(nint target) {
      var callback = (Callback) GCHandle.FromIntPtr(target).Target!;
      callback.Keeper?.Add(callback);
      return GCHandle.ToIntPtr(GCHandle.Alloc(callback, GCHandleType.Weak));
    }

    [UnmanagedCallersOnly(CallConvs = new[] { typeof(CallConvCdecl) })]
    private static void Drop(nint target) {
      GCHandle handle = GCHandle.FromIntPtr(target);
      if (handle.Target is Callback callback) callback.Keeper?.Remove(callback);
      handle.Free();
    }

    internal static nint Thrown(Exception error) => GCHandle.ToIntPtr(GCHandle.Alloc(ExceptionDispatchInfo.Capture(error)));

    [UnmanagedCallersOnly(CallConvs = new[] { typeof(CallConvCdecl) })]
    private static void Report(nint thrown) => $module.Report(Take(thrown).SourceException);

    internal static string?[] Rows(View texts) {
      string?[] rows = new string?[checked((int) texts.Count)];
      for (int i = 0; i < rows.Length; i++) rows[i] = Marshal.PtrToStringUTF8(((nint*) texts.Data)[i]);
      return rows;
    }

    /* The objects whose cells C gives. */
    internal static T[] Lent<T>(View cells, object? own, Func<nint, T> made) where T : class {
      T[] lent = new T[checked((int) cells.Count)];
      for (int i = 0; i < lent.Length; i++) {
        nint cell = ((nint*) cells.Data)[i];
        if (cell != 0) lent[i] = cell == 1 ? (T) own! : made(cell);
      }
      return lent;
    }

    internal static ReadOnlySpan<T> Shown<T>(View view) where T : unmanaged => new(view.Data, checked((int) view.Count));
  }
%}
#endif
