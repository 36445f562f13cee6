"""What lies above the clone, in the home and in the environment, changes no byte of the packages.

Not what says which tools are meant: the compiler's own variables (CC, CFLAGS, ..), CMake's for toolchains, SWIG_LIB.
"""
import os
import sys

import pytest
from conftest import NAME, run, sources
from test_reproducible import build, checksums, files

pytestmark = pytest.mark.slow
WRONG = "6.6.6"
PROPERTIES = f"<Project><PropertyGroup><Version>{WRONG}</Version><AssemblyName>Wrong</AssemblyName></PropertyGroup></Project>"

# In the folder of which the clone is a subfolder.
ABOVE = {
    "Directory.Build.props": PROPERTIES,
    "Directory.Build.targets": PROPERTIES,
    "Directory.Packages.props": PROPERTIES.replace("AssemblyName>Wrong", "ManagePackageVersionsCentrally>true").replace(
        "/AssemblyName", "/ManagePackageVersionsCentrally"),
    "Directory.Build.rsp": f"-property:Version={WRONG}\n",
    "Directory.Solution.props": PROPERTIES,
    "MSBuild.rsp": f"-property:Version={WRONG}\n",
    "global.json": '{"sdk": {"version": "1.0.0"}}',
    "NuGet.Config": "<configuration><packageSources><clear/></packageSources></configuration>",
    ".editorconfig": "[*.cs]\ndotnet_analyzer_diagnostic.severity = error\n",
    ".globalconfig": "is_global = true\ndotnet_analyzer_diagnostic.severity = error\n",
    "pyproject.toml": "[tool.scikit-build]\nwheel.cmake = false\n",
    "setup.cfg": "[metadata]\nname = wrong\n",
    "setup.py": "raise SystemExit('wrong')\n",
    "pytest.ini": "[pytest]\naddopts = --wrong\n",
    "conftest.py": "raise SystemExit('wrong')\n",
    "build.py": "raise SystemExit('wrong')\n",
    "CMakeLists.txt": "message(FATAL_ERROR wrong)\n",
    "CMakePresets.json": "{}",
    ".gitignore": "*\n",
    ".mvn/jvm.config": "-wrong\n",
    f"{NAME}.h": "#error wrong\n",
}

# In the home.
HOME = {
    ".pydistutils.cfg": "[install]\nprefix = /wrong\n",
    ".config/pip/pip.conf": "[global]\nindex-url = http://wrong.invalid/\ntarget = /wrong\n",
    ".gitconfig": "[core]\n\texcludesFile = ~/.gitignore\n\tautocrlf = true\n",
    ".gitignore": "*\n",
    ".m2/settings.xml": "wrong",
    ".swigrc": "-O",
}

# HERE is the folder above the clone.
ENVIRONMENT = {
    # .NET: each is a property of MSBuild
    **{name: WRONG for name in ("Version", "PackageVersion", "VersionPrefix", "AssemblyVersion", "FileVersion",
                                "InformationalVersion")},
    **{name: "Wrong" for name in ("AssemblyName", "PackageId", "Authors", "Company", "Product", "Description", "Copyright",
                                  "Title", "RootNamespace", "PackageTags", "RepositoryUrl", "RepositoryCommit", "VersionSuffix",
                                  "SourceRevisionId", "DefineConstants", "PackageReleaseNotes", "NeutralLanguage")},
    **{name: "HERE/wrong/" for name in ("OutputPath", "OutDir", "PackageOutputPath", "IntermediateOutputPath",
                                        "BaseIntermediateOutputPath", "ArtifactsPath", "PublishDir", "DocumentationFile")},
    **{name: "false" for name in ("Deterministic", "Optimize", "IncludeSymbols", "IsPackable", "EmbedAllSources", "Nullable",
                                  "GenerateAssemblyInfo", "DeterministicSourcePaths", "ImplicitUsings")},
    **{name: "true" for name in ("ContinuousIntegrationBuild", "CI", "TF_BUILD", "GITHUB_ACTIONS", "SignAssembly",
                                 "ManagePackageVersionsCentrally", "IncludeSource")},
    "Configuration": "Debug", "Platform": "x86", "RuntimeIdentifier": "win-x64", "TargetFramework": "net6.0",
    "TargetFrameworks": "net6.0;net7.0", "LangVersion": "1", "DebugType": "none", "OutputType": "Exe",
    "CustomBeforeMicrosoftCommonProps": "HERE/Directory.Build.props",
    "DirectoryBuildPropsPath": "HERE/Directory.Build.props",
    "GITHUB_SHA": "0" * 40, "NuspecFile": "HERE/wrong.nuspec", "DOTNET_CLI_UI_LANGUAGE": "ja",
    # CMake and its generators
    "CMAKE_INSTALL_MODE": "SYMLINK", "DESTDIR": "HERE/wrong", "CMAKE_GENERATOR": "Unix Makefiles", "CMAKE_BUILD_TYPE": "Debug",
    "CMAKE_CONFIG_TYPE": "Debug", "VERBOSE": "1", "MAKEFLAGS": "-k", "NINJAFLAGS": "-n", "CLICOLOR_FORCE": "1",
    # archives, shells and texts
    "TAR_OPTIONS": "--owner=wrong --mode=777", "GZIP": "-1", "ZIPOPT": "-0", "POSIXLY_CORRECT": "1", "GREP_OPTIONS": "-v",
    "CDPATH": "HERE:/", "BASH_ENV": "HERE/setup.py", "ENV": "HERE/setup.py", "LANGUAGE": "tr", "LC_ALL": "tr_TR.UTF-8",
    "COLUMNS": "20",
    # C
    "CPATH": "HERE", "C_INCLUDE_PATH": "HERE",
    # Java
    "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-16 -Duser.language=tr", "JDK_JAVA_OPTIONS": "-Duser.language=tr",
    "JDK_JAVAC_OPTIONS": "-g", "JDK_JAVADOC_OPTIONS": "-private", "CLASSPATH": "HERE", "MAVEN_OPTS": "-wrong",
    "_JAVA_OPTIONS": "-Duser.country=TR",
    # Python
    "PYTHONOPTIMIZE": "2", "PYTHONWARNINGS": "error", "PYTHONPATH": "HERE", "PYTHONSTARTUP": "HERE/setup.py",
    "PYTHONINSPECT": "1", "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "", "PYTHONUSERBASE": "HERE",
    "PIP_INDEX_URL": "http://wrong.invalid/", "PIP_TARGET": "HERE/wrong", "PIP_REQUIRE_VIRTUALENV": "1",
    "PIP_CONFIG_FILE": "HERE/x", "SETUPTOOLS_SCM_PRETEND_VERSION": WRONG, "SKBUILD_CMAKE_ARGS": "-DBUILD_TESTING=ON",
    "SKBUILD_BUILD_TYPE": "Debug",
    "SKBUILD_CMAKE_BUILD_TYPE": "Debug", "SKBUILD_WHEEL_CMAKE": "false", "CMAKE_ARGS": "-DBUILD_TESTING=ON",
    "ARCHFLAGS": "-wrong", "_PYTHON_HOST_PLATFORM": "wrong-1", "AUDITWHEEL_PLAT": "linux_x86_64",
    "DIST_EXTRA_CONFIG": "HERE/setup.cfg",
    # git
    "GIT_DIR": "HERE/.git", "GIT_WORK_TREE": "HERE", "GIT_INDEX_FILE": "HERE/wrong", "GIT_CONFIG_GLOBAL": "HERE/.gitconfig",
}


def write(folder, contents):
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)


@pytest.fixture(scope="module")
def clean(place):
    return build(sources(place / "clean"))


@pytest.fixture(scope="module")
def folder(place):
    """A clone in a folder that is a clone of something else, full of other tools' settings."""
    folder = sources(place / "hostile")
    write(folder, {**ABOVE, **HOME})
    for command in ["init", "-q"], ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "--allow-empty", "-m", "x"]:
        run("git", *command, cwd=folder)
    return folder


def differences(packages, clean):
    one, other = checksums(packages), checksums(clean)
    return sorted(name for name in {*one, *other} - {"SHA256SUMS"} if one.get(name) != other.get(name))


def test_files_above_the_clone_and_in_the_home(clean, folder):
    assert differences(build(folder), clean) == []


def test_the_environment(clean, folder):
    run("rm", "-rf", folder / "sources/build")
    environment = {name: value.replace("HERE", str(folder)) for name, value in ENVIRONMENT.items()}
    assert differences(build(folder, **environment), clean) == []
    assert not (folder / "wrong").exists()
    assert len(files(clean)) > 10


def test_what_cannot_be_shut_out_is_refused_by_name(folder):
    output = run(os.environ["CMAKE"], "--preset", "release", "-B", folder / "refused", cwd=folder / "sources",
                 SWIG_FEATURES="-builtin", PYTHON=sys.executable, fails=True)
    assert "SWIG_FEATURES" in output
