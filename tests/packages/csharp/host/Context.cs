using System.Reflection;
using System.Runtime.Loader;

/// <summary>A program in a context of its own, with what lies beside it, as a plug-in is loaded.</summary>
sealed class Context(string program, bool isCollectible) : AssemblyLoadContext(null, isCollectible)
{
  readonly AssemblyDependencyResolver resolver = new(program);

  protected override Assembly? Load(AssemblyName name) =>
    resolver.ResolveAssemblyToPath(name) is string path ? LoadFromAssemblyPath(path) : null;

  protected override nint LoadUnmanagedDll(string name) =>
    resolver.ResolveUnmanagedDllToPath(name) is string path ? LoadUnmanagedDllFromPath(path) : 0;

  public void Run() => Run(LoadFromAssemblyPath(program));

  public static void Run(Assembly assembly) =>
    assembly.EntryPoint!.Invoke(null, assembly.EntryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
}
