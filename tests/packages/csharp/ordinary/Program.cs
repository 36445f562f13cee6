// What SWIG makes by itself, with all of its helpers.
System.Console.WriteLine(ordinary.successor(41));
