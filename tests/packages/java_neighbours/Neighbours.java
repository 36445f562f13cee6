/** Two libraries made by this template and an ordinary module of SWIG's in one virtual machine, calling in turns. */
class Neighbours {
  public static void main(String[] library) throws Exception {
    System.load(library[0]);
    for (int i = 0; i < 2; i++) {
      Hello.main(new String[0]);
      System.out.println(plain.Plain.twice(21));
      neighbour.Hello.main(new String[0]);
    }
  }
}
