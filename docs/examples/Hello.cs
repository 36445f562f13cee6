using Example;

try
{
  Console.WriteLine($"The square of 7 is {SquareMath.Square(7)}.");
}
catch (OverflowException error)
{
  Console.WriteLine(error.Message);
}
