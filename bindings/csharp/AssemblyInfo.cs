using System.Runtime.InteropServices;

// The native module is loaded from beside the assembly and nowhere else: not from LD_LIBRARY_PATH, not from the current
// folder. It is named without "lib", because .NET 8 tries that name first, and only then looks further.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
