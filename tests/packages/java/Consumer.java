import java.io.File;
import java.util.List;

/** Runs the author's program; prints what the folder given holds while the library is in use. */
class Consumer {
  public static void main(String[] folder) throws Exception {
    try {
      Hello.main(new String[0]);
    } finally {
      System.out.println(List.of(new File(folder[0]).list()));
    }
  }
}
