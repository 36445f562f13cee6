import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** Extracts a library to where a file is already; prints what that gives. */
class Exclusive {
  public static void main(String[] packageAndFolder) throws ReflectiveOperationException {
    Class<?> type = Class.forName(packageAndFolder[0] + ".ExtractedLibrary");
    Constructor<?> constructor = type.getDeclaredConstructor(Path.class, String.class, String.class);
    constructor.setAccessible(true);
    Object library = constructor.newInstance(Path.of(packageAndFolder[1]), "a-", "b");
    Method write = type.getDeclaredMethod("write", byte[].class);
    write.setAccessible(true);
    write.invoke(library, new byte[1]);
    try {
      write.invoke(library, new byte[1]);
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause().getClass().getSimpleName());
    }
    Method close = type.getMethod("close");
    close.setAccessible(true);
    close.invoke(library);
  }
}
