"""How the NuGet package is built: whatever lies about and whatever the library is called, it is the one that was asked for."""
import os
import re
import sys
from zipfile import ZipFile

import pytest
from conftest import CSHARP_PACKAGE, EXPECTED, SOURCE, run, sources
from test_csharp import DOTNET, NUPKG, SNUPKG, WHO, consumer, dotnet  # noqa: F401

pytestmark = pytest.mark.slow

MALLORY = "<Project><PropertyGroup><Authors>Mallory</Authors><NoWarn/></PropertyGroup>{}</Project>"
FILES_ABOVE = {
    "Directory.Build.props": MALLORY.format(""),
    "Directory.Build.targets": MALLORY.format("<Target Name='Refuse' BeforeTargets='Restore;CoreCompile'><Error/></Target>"),
    "Directory.Packages.props": "<Project><PropertyGroup><ManagePackageVersionsCentrally>true"
                                "</ManagePackageVersionsCentrally></PropertyGroup></Project>",
    "Directory.Build.rsp": "-property:Authors=Mallory",
    "global.json": '{"sdk": {"version": "1.0.0", "rollForward": "disable"}}',
    "nuget.config": "<configuration><packageSources><clear/><add key='mallory' value='/nonexistent'/></packageSources>"
                    "</configuration>",
    ".editorconfig": "[*.cs]\ndotnet_diagnostic.IDE0005.severity = error\nindent_size = 7",
    ".globalconfig": "is_global = true\ndotnet_analyzer_diagnostic.severity = error",
}
ENVIRONMENT = {
    "PackageVersion": "2.0.0", "Version": "2.0.0", "AssemblyName": "Mallory", "PackageId": "Mallory", "Authors": "Mallory",
    "Configuration": "Debug", "Platform": "x64", "OutputPath": "/nonexistent", "PackageOutputPath": "/nonexistent",
    "TargetFramework": "net9.0", "DefineConstants": "MALLORY", "LangVersion": "5", "DebugType": "none",
    "IncludeSymbols": "false", "RestoreSources": "/nonexistent", "MSBuildSDKsPath": "/nonexistent", "description": "Mallory",
    "CustomAfterMicrosoftCommonTargets": "/nonexistent", "MULTILINE": "1\nAuthors=[;\\", "DOTNET_CLI_UI_LANGUAGE": "ja",
}


def build(folder, *options, fails=False, **environment):
    """The packages' folder, of the sources in the folder, or why there is none. Git knows nothing of an archive of sources."""
    cmake = os.environ["CMAKE"]
    environment = {"HOME": folder, **environment}
    run(cmake, "-S", folder / "sources", "-B", folder / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
        "-DBINDINGS=csharp", "-DBUILD_TESTING=OFF", "-DBUILD_EXAMPLES=OFF", f"-DPython_EXECUTABLE={sys.executable}", *options,
        **environment)
    output = run(cmake, "--build", folder / "build", "--target", "csharp_package", fails=fails, **environment)
    return output if fails else folder / "build/packages"


def test_nothing_gets_in_from_folders_above_or_from_the_environment(place):
    folder = sources(place / "hostile")
    for name, content in FILES_ABOVE.items():
        (folder / name).write_text(content)
    (folder / "sources/bindings/csharp/Forgotten.cs").write_text("an editor's")
    (folder / "sources/bindings/csharp/package.csproj.user").write_text(MALLORY.format(""))
    packages = build(folder, **ENVIRONMENT)
    assert sorted(path.name for path in packages.iterdir()) == [NUPKG.name, SNUPKG.name]
    for package in NUPKG, SNUPKG:
        assert (packages / package.name).read_bytes() == package.read_bytes()


def test_what_analyzers_find_is_an_error_where_warnings_are(place):
    folder = sources(place / "analyzed")
    source = folder / "sources/bindings/csharp/AssemblyInfo.cs"
    source.write_text(source.read_text() + "public static class Bad { public static int[] All => null!; }\n")
    output = build(folder, "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON", fails=True)
    assert {"CA1819", "CS1591"} <= set(re.findall(r"error (\w+):", output)), output


def test_the_home_need_not_be_writable(place):
    packages = build(sources(place / "homeless"), HOME="/proc/nobody")
    assert (packages / NUPKG.name).read_bytes() == NUPKG.read_bytes()


# ---- Other names ----

NAMES = {
    "csharp_namespace": "My.System.Lib64", "csharp_package": "7-zip.Native_x", "library_version": "1.1.0-rc.1",
    "library_authors": "Ünal & Söhne <at $(HOME)>; 山田", "library_description": "100%25 'quoted' @(Compile) => &amp;",
}


def rename(folder, names):
    """The author's own file says who the library is; their program has to be told the namespace."""
    with open(folder / "sources/project.cmake", "a", encoding="utf-8") as file:
        file.writelines(f"set({name} [[{value}]])\n" for name, value in names.items())
    hello = folder / "sources/docs/examples/Hello.cs"
    text = hello.read_text(encoding="utf-8")
    text = text.replace(f"using {WHO['csharp_namespace']};", f"using {names['csharp_namespace']};")
    hello.write_text(text, encoding="utf-8")
    return hello


def test_any_name_is_possible(place, dotnet):  # noqa: F811
    folder = sources(place / "renamed")
    hello = rename(folder, NAMES)
    packages = build(folder)
    name, version = NAMES["csharp_package"], NAMES["library_version"]
    with ZipFile(packages / f"{name}.{version}.nupkg") as package:
        assert {f"buildTransitive/{name}.targets", f"lib/net8.0/{name}.dll"} < set(package.namelist())
        nuspec = package.read(f"{name}.nuspec").decode("utf-8-sig")
    assert "<authors>Ünal &amp; Söhne &lt;at $(HOME)&gt;,山田</authors>" in nuspec
    assert "<description>100%25 'quoted' @(Compile) =&gt; &amp;amp;</description>" in nuspec
    options = ["-p:Hello=" + str(hello), "-p:Library=" + name, "-p:LibraryVersion=" + version,
               f"-p:RestoreAdditionalProjectSources={packages}"]
    dotnet("build", "consumer", *options, "-o", place / "renamed/out")
    assert run(DOTNET, place / "renamed/out/Consumer.dll") == EXPECTED
    assert '"assemblyVersion": "1.1.0.0"' in (place / "renamed/out/Consumer.deps.json").read_text()
    assert "error _7ZIPNATIVEX1: " in dotnet("build", "consumer", *options, "-r", "win-x64", "-p:UseAppHost=false", fails=True)


# ---- Neighbours ----


def ordinary(dotnet, folder):  # noqa: F811
    """A program of what SWIG makes by itself."""
    run("swig", "-csharp", "ordinary.i", cwd=folder)
    dotnet("build", "ordinary", "-o", folder / "out")
    run("gcc", "-shared", "-fPIC", folder / "ordinary_wrap.c", "-o", folder / "out/libordinary.so")
    return folder / "out/Ordinary.dll"


def test_two_projects_and_an_ordinary_module_share_a_process(place, consumer, dotnet):  # noqa: F811
    new = place / "new/sources"
    run(sys.executable, SOURCE / "template/new.py", new, "neighbour")
    packages = build(place / "new")
    [version] = [path.stem.removeprefix("Example.Neighbour.") for path in packages.glob("*.nupkg")]
    dotnet("build", "consumer", f"-p:Hello={new}/docs/examples/Hello.cs", "-p:Library=Example.Neighbour",
           f"-p:LibraryVersion={version}", "-p:AssemblyName=Other", f"-p:RestoreSources={packages}", "-o", place / "new/out")
    dotnet("build", "host", f'-p:Libraries="{CSHARP_PACKAGE};Example.Neighbour"', "-p:UseAppHost=false",
           f'-p:RestoreSources="{NUPKG.parent};{packages}"', "-o", place / "together")
    programs = consumer / "Consumer.dll", place / "new/out/Other.dll", ordinary(dotnet, place / "ordinary")
    expected = EXPECTED + (new / "docs/examples/expected.txt").read_text(encoding="utf-8") + "42\n"
    assert run(DOTNET, place / "together/Host.dll", "together", *programs, TMPDIR=place) == expected
