/** Squares of 32-bit integers, computed in C. */
module org.example.square {
  exports org.example.square;
}
