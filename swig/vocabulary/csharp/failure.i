/* How results and failures cross. What can fail returns its value beside what failed, and the C# that is generated throws: so
   the exception is made after C has been left, and each P/Invoke is blittable. */

%typemap(in, numinputs=0, fragment="border_failure") border_failure * (border_failure failure = {0}) "$1 = &failure;"
%typemap(argout) border_failure * "$result.failed = *$1;"

/* A result of the C type C, whose name is NAME. As it arrives it is NATIVE in C#; FROM stands before it where it becomes CS.
   What can fail has a result of the type border_outcome_NAME, or if it is a method border_method_NAME: then Checked() is that
   of the object, and keeps it alive during the call. SWIG does not know that these types are C's. */
%define %csharp_result(C, NAME, NATIVE, CS, FROM)
%typemap(ctype)  C "C"
%typemap(imtype) C "NATIVE"
%typemap(cstype) C "CS"
%typemap(out, null="{0}") C "$result = $1;"
%typemap(csout)  C { return FROM($imcall); }
%csharp_outcome(C, NAME, NATIVE, CS, FROM)
%enddef

%define %csharp_outcome(C, NAME, NATIVE, CS, FROM)
%fragment("border_result_" #NAME, "header", fragment="border_failure") %{
typedef C border_outcome_##NAME;
typedef C border_method_##NAME;
typedef struct {
  C value;
  border_failure failed;
} border_result_##NAME;
%}
%typemap(ctype)  border_outcome_##NAME, border_method_##NAME %{border_result_##NAME%}
%typemap(imtype) border_outcome_##NAME, border_method_##NAME "$imclassname.Border_.Result<NATIVE>"
%typemap(cstype) border_outcome_##NAME, border_method_##NAME "CS"
%typemap(out, fragment="border_result_" #NAME, null="{0}") border_outcome_##NAME, border_method_##NAME "$result.value = $1;"
%typemap(csout)  border_outcome_##NAME { return FROM($imclassname.Border_.Checked($imcall)); }
%typemap(csout)  border_method_##NAME { return FROM(Checked($imcall)); }
%enddef

/* Nothing is a number in C# here, because a struct has no member of type void. */
%fragment("border_result_void", "header", fragment="border_failure") %{
typedef void border_outcome_void, border_method_void;
typedef struct {
  int value;
  border_failure failed;
} border_result_void;
%}
typedef void border_outcome_void, border_method_void;
%typemap(ctype)  border_outcome_void, border_method_void "border_result_void"
%typemap(imtype) border_outcome_void, border_method_void "$imclassname.Border_.Result<int>"
%typemap(cstype) border_outcome_void, border_method_void "void"
%typemap(out, fragment="border_result_void", null="{0}") border_outcome_void, border_method_void "$result.value = 0;"
%typemap(csout)  border_outcome_void { $imclassname.Border_.Checked($imcall); }
%typemap(csout)  border_method_void { Checked($imcall); }

/* EXCEPTION makes what a status throws, of `message` and `failed.code`. */
%define %csharp_failures(EXCEPTION...)
%fragment("border_forget", "wrapper", fragment="border_failure") %{
SWIGEXPORT void border_forget_csharp(border_failure *failed) { border_forget(failed); }
%}
%fragment("border_forget");

%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
#pragma warning disable CS0649 // C fills them
    internal struct Failure {
      internal int kind;
      internal long code;
      internal byte* message;
    }

    internal struct Result<T> where T : unmanaged {
      internal T value;
      internal Failure failed;
    }

    [DllImport("$dllimport")] private static extern void border_forget_csharp(Failure* failed);

    /* What a callback threw. */
    internal static ExceptionDispatchInfo Take(nint thrown) {
      GCHandle handle = GCHandle.FromIntPtr(thrown);
      var taken = (ExceptionDispatchInfo) handle.Target!;
      handle.Free();
      return taken;
    }

    [StackTraceHidden]
    internal static T Checked<T>(in Result<T> result) where T : unmanaged {
      if (result.failed.kind != 0) Throw(result.failed);
      return result.value;
    }

    [StackTraceHidden, DoesNotReturn]
    private static void Throw(Failure failed) {
      if (failed.kind == 8) Take((nint) failed.code).Throw();
      string? message = Marshal.PtrToStringUTF8((nint) failed.message);
      border_forget_csharp(&failed);
      throw failed.kind switch {
        1 => EXCEPTION,
        2 => new ArgumentException(message),
        3 => new OverflowException(message),
        4 => new ObjectDisposedException(null, message),
        6 => new InsufficientMemoryException(message),
        _ => new InvalidOperationException(message),
      };
    }
  }
%}
%enddef
