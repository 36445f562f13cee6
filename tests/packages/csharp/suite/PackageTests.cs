using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

using Xunit;

namespace Example.Tests;

/// <summary>What the installed assembly and its symbols tell about themselves.</summary>
public sealed class PackageTests : IDisposable
{
  const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
  static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

  readonly Assembly assembly = typeof(SquareMath).Assembly;
  readonly MetadataReaderProvider symbolsFile =
    MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Environment.GetEnvironmentVariable("SYMBOLS")!));

  MetadataReader Symbols => symbolsFile.GetMetadataReader();

  public void Dispose() => symbolsFile.Dispose();

  [Fact]
  public void NullabilityIsAnnotated() =>
    Assert.Equal(NullabilityState.NotNull,
      new NullabilityInfoContext().Create(typeof(SquareMath).GetProperty(nameof(SquareMath.Version))!).ReadState);

  [Fact]
  public void EachFunctionIsOneNativeCallAndNothingRunsBeforeIt()
  {
    Type[] types = assembly.GetTypes();
    var methods = types.SelectMany(type => type.GetMethods(All));
    int native = methods.Count(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    Assert.Equal(typeof(SquareMath).GetMethods(All).Count(method => method.IsPublic), native);
    Assert.DoesNotContain(types, type => type.TypeInitializer is not null || type.IsSubclassOf(typeof(Delegate)));
  }

  [Fact]
  public void SymbolsBelongToTheAssembly()
  {
    using var file = new PEReader(File.OpenRead(assembly.Location));
    var entry = file.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView);
    var symbolsId = new BlobContentId(Symbols.DebugMetadataHeader!.Id);
    Assert.Equal(file.ReadCodeViewDebugDirectoryData(entry).Guid, symbolsId.Guid);
  }

  [Fact]
  public void SymbolsHoldEverySourceAndNoPathOfTheBuild()
  {
    var names = Symbols.Documents.Select(document => Symbols.GetString(Symbols.GetDocument(document).Name)).ToList();
    Assert.Contains(names, name => name.EndsWith("/SquareMath.cs"));
    Assert.All(names, name => Assert.StartsWith("/_", name));
    Assert.All(Symbols.Documents, document => Assert.Contains(EmbeddedSource, KindsOfInformation(document)));
  }

  IEnumerable<Guid> KindsOfInformation(DocumentHandle document) =>
    from handle in Symbols.GetCustomDebugInformation(document)
    select Symbols.GetGuid(Symbols.GetCustomDebugInformation(handle).Kind);
}
