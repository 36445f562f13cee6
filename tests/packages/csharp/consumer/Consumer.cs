using System;
using Example;

try
{
  Console.WriteLine(SquareMath.Square(7));
  return 0;
}
catch (Exception error)
{
  Console.WriteLine($"{error.GetType().Name}: {error.Message}");
  return 1;
}
