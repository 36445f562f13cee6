using {{ namespace }};

Console.WriteLine($"{{ call }} is { {{- class }}.{{ csharp_call -}} }");
