/* HOW a C library crosses to Java. Native code never throws: it returns a value, and the generated Java turns that into an
   exception. */

%rename("%(lowercamelcase)s", %$isfunction) "";

#pragma SWIG nowarn=566 /* raised by every command that is left out */
%feature("doxygen:ignore:conly", range="line");
%feature("doxygen:alias:fails") "@throws ArithmeticException "
%feature("doxygen:alias:forbids") "@throws IllegalArgumentException "

%pragma(java) moduleclassmodifiers="/**
 * The functions of a C library. A null argument gives a NullPointerException that names it.
 */
public final class"
%pragma(java) jniclassclassmodifiers="final class"

/* Macros, because text in quotes takes macro arguments only. The build gives NATIVE_LIBRARY and NATIVE_VERSION, and puts the
   class NativeLibrary into the package. */
%define %load_library(NAME)
%pragma(java) jniclasscode="
  static {
    NativeLibrary.load(\"NAME\");
  }
"
%enddef
%load_library(NATIVE_LIBRARY)

/* ---- Checks, in Java: above the caller, a stack trace then has frames of this class only ---- */

%pragma(java) modulecode=%{
  /* What native code says instead of an index. */
  private static final long NO_ACCESS = -1;
  private static final long OVERLAP = -2;
  private static final long MISALIGNED = -3;

  private $module() {}

  private static ArithmeticException doesNotFit(String function, String argument) {
    return new ArithmeticException(function + "(): " + argument + ": the result does not fit in 32 bits");
  }

  private static void requireSameLength(String function, String input, int count, String output, int length) {
    if (length != count)
      throw new IllegalArgumentException(
          function + "(): " + output + ": " + length + " elements, but " + input + " has " + count);
  }

  /* JNI would read a buffer of the wrong byte order, write to one that is read-only, and use one whose memory is gone: its
     arena was closed, which a look at an element shows. */
  private static void requireDirect(
      String function, String argument, java.nio.IntBuffer buffer, boolean writable) {
    String required =
        !buffer.isDirect() ? "direct"
        : buffer.order() != java.nio.ByteOrder.nativeOrder() ? "native-order"
        : writable && buffer.isReadOnly() ? "writable"
        : null;
    if (required != null)
      throw new IllegalArgumentException(function + "(): " + argument + ": a " + required + " buffer is required");
    if (buffer.hasRemaining()) buffer.get(buffer.position());
  }

  private static void requireAllFit(String function, String input, int count, String output, long index) {
    if (index == count) return;
    if (index == OVERLAP)
      throw new IllegalArgumentException(
          function + "(): " + output + ": overlaps " + input + " without being the same");
    if (index == MISALIGNED)
      throw new IllegalArgumentException(function + "(): " + input + " or " + output + ": an aligned buffer is required");
    if (index == NO_ACCESS)
      throw new OutOfMemoryError(function + "(): the virtual machine gave no access to " + input + " or " + output);
    throw doesNotFit(function, input + "[" + index + "]");
  }
%}
