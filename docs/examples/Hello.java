import org.example.square.SquareMath;

class Hello {
  public static void main(String[] arguments) {
    try {
      System.out.println("The square of 7 is " + SquareMath.square(7) + ".");
    } catch (ArithmeticException error) {
      System.out.println(error.getMessage());
    }
  }
}
