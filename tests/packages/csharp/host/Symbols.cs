using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

/// <summary>What an assembly's file of symbols says.</summary>
static class Symbols
{
  static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

  public static void Print(string assembly, string symbols)
  {
    using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
    MetadataReader reader = provider.GetMetadataReader();
    Guid id = new BlobContentId(reader.DebugMetadataHeader!.Id).Guid;
    Console.WriteLine(IdOf(assembly) == id ? "of this assembly" : "of another");
    foreach (DocumentHandle document in reader.Documents)
    {
      string name = reader.GetString(reader.GetDocument(document).Name);
      Console.WriteLine(HasSource(reader, document) ? $"{name} embedded" : name);
    }
  }

  static Guid IdOf(string assembly)
  {
    using var file = new PEReader(File.OpenRead(assembly));
    var entry = file.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView);
    return file.ReadCodeViewDebugDirectoryData(entry).Guid;
  }

  static bool HasSource(MetadataReader reader, DocumentHandle document) => reader.GetCustomDebugInformation(document)
    .Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);
}
