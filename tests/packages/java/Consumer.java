import java.io.File;
import java.util.List;
import org.example.square.SquareMath;

/** Prints a square, and what the folder given holds while the library is in use. */
class Consumer {
  public static void main(String[] folder) {
    try {
      System.out.println(SquareMath.square(7));
    } finally {
      System.out.println(List.of(new File(folder[0]).list()));
    }
  }
}
