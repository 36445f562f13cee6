using Xunit;

namespace Vocabulary.Tests;

internal static class Fails
{
  /// <summary>The exception that a call throws, whose message says this.</summary>
  internal static T With<T>(string message, Action call) where T : Exception
  {
    T error = Assert.Throws<T>(call);
    Assert.Contains(message, error.Message, StringComparison.Ordinal);
    return error;
  }

  internal static KindsException Status(long code, string message, Action call)
  {
    KindsException error = Assert.Throws<KindsException>(call);
    Assert.Equal(code, error.Code);
    Assert.Equal(message, error.Message);
    return error;
  }

  /// <summary>The argument that the exception names.</summary>
  internal static void Argument(string name, string message, Action call) =>
    Assert.Equal(name, With<ArgumentException>(message, call).ParamName);
}
