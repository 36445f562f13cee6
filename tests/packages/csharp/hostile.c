/* A library that someone planted. It answers both the assembly and whoever looks for the C function. */
int CSharp_Example_Square(int number) { return number ? 666 : 0; }
int square(int number) { return number ? 666 : 0; }
