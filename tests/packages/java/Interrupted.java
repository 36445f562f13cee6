/** Calls first in a thread that somebody wants to end: some of Java's ways to write a file then close it. */
class Interrupted {
  public static void main(String[] folder) throws Exception {
    Thread.currentThread().interrupt();
    Consumer.main(folder);
    if (!Thread.interrupted()) throw new AssertionError("no longer interrupted");
  }
}
