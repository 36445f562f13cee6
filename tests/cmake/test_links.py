"""Libraries that are made with others: one links zlib, one is written in C++ behind a header of C."""
import ctypes
import json
import os
import re
import shutil
import sys
import tarfile
import zlib
from zipfile import ZipFile

import pytest
from conftest import SOURCE, configure, run

pytestmark = pytest.mark.slow
NINJA = ["-G", "Ninja"]
SETTINGS = [*NINJA, "-DBUILD_EXAMPLES=OFF", f"-DPYTHON_PATH={os.environ['PYTHON_PATH']}"]
SYSTEM = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"}
HEADER = """
#include <stdint.h>
#define {NAME}_VERSION "2.3.4"
#if defined({NAME}_EXPORTS)
#define {NAME}_API __attribute__((visibility("default")))
#else
#define {NAME}_API
#endif
#ifdef __cplusplus
extern "C" {{
#endif
/** @brief Of a number. @param number Any. @return The result. */
{NAME}_API int32_t {name}_of(int32_t number);
#ifdef __cplusplus
}}
#endif
"""
LINKED = """
#include "linked.h"
#include <zlib.h>
int32_t linked_of(int32_t number) {
    const unsigned char byte = (unsigned char)number;
    return (int32_t)(crc32(0, &byte, 1) & 0x7fffffff);
}
"""
CXX14 = """
#include "cxx14.h"
#include <stdexcept>
#include <string>
#include <vector>
static std::vector<int32_t> roots(int32_t number) {
    if (number < 0)
        throw std::domain_error("no root of " + std::to_string(number));
    std::vector<int32_t> found{0};
    while (found.back() + 1 <= number / (found.back() + 1))
        found.push_back(found.back() + 1);
    return found;
}
int32_t cxx14_of(int32_t number) {
    try {
        return roots(number).back();
    } catch (const std::exception &) { // nothing may leave a function of C
        return -1;
    }
}
"""
PROGRAM = """
#include <stdio.h>
#include <{name}.h>
int main(void) {{ printf("%d\\n", (int){name}_of({argument})); return 0; }}
"""
CONSUMER = """
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES C CXX)
find_package({name} CONFIG REQUIRED)
foreach(library IN ITEMS {name} {name}_static)
  add_executable(by_${{library}} program.c)
  target_link_libraries(by_${{library}} PRIVATE {name}::${{library}})
endforeach()
"""
LIBRARIES = {"linked": ("linked.c", LINKED, "ZLIB::ZLIB", 7, zlib.crc32(bytes([7])) & 0x7fffffff),
             "cxx14": ("cxx14.cpp", CXX14, "", -5, -1)}


class Project:
    """A library of the template and the files that are the author's own; built and installed."""

    def __init__(self, folder, name):
        self.name, self.source, self.build = name, folder / "source", folder / "build"
        self.prefix, self.lib = folder / "prefix", folder / "prefix/lib"
        source, code, self.links, self.argument, self.result = LIBRARIES[name]
        run(sys.executable, SOURCE / "template/new.py", self.source, name)
        shutil.rmtree(self.source / "core/src")
        (self.source / f"core/include/{name}.h").write_text(HEADER.format(name=name, NAME=name.upper()))
        (self.source / f"core/{source}").write_text(code)
        (self.source / "core/CMakeLists.txt").write_text(f"{name}_core({source})\n")
        file = self.source / "project.cmake"
        file.write_text(file.read_text().replace('library_links ""', f'library_links "{self.links}"'))
        configure(self.source, self.build, *SETTINGS)
        run("cmake", "--build", self.build)
        run("cmake", "--install", self.build, "--prefix", self.prefix)

    def modules(self):
        bindings = self.build / "bindings"
        return [bindings / f"java/lib{self.name}_jni.so", bindings / f"csharp/{self.name}_csharp.so",
                *self.build.glob(f"bindings/python/**/_{self.name}*.so")]


@pytest.fixture(scope="module", params=LIBRARIES)
def project(request, tmp_path_factory):
    return Project(tmp_path_factory.mktemp(request.param), request.param)


def needed(library):
    return set(re.findall(r"NEEDED.*\[(.*)\]", run("readelf", "-dW", library)))


def exports(library):
    return {line.split()[-1] for line in run("nm", "-D", "--defined-only", library).splitlines()}


@pytest.fixture(scope="module")
def packages(project):
    """What the target `packages` makes once there are the licences that it asks for."""
    for link in filter(None, [project.links]):
        license = f"LICENSE.{link.partition(':')[0]}"
        assert license in run("cmake", "--build", project.build, "--target", "packages", fails=True)
        (project.source / license).write_text("Whoever uses it ..")
        configure(project.source, project.build)
    run("cmake", "--build", project.build, "--target", "packages")
    return project.build / "packages"


def test_python_calls_it(project):
    code = f"import {project.name}; print({project.name}.{project.name}_of({project.argument}))"
    [module] = project.build.glob(f"bindings/python/**/_{project.name}*.so")
    assert run(sys.executable, "-c", code, PYTHONPATH=module.parents[1]) == f"{project.result}\n"


def test_modules_hold_what_it_is_made_with_and_show_nothing_of_it(project):
    assert len(project.modules()) == 3
    for module in project.modules():
        assert needed(module) <= SYSTEM
        assert all(re.match("PyInit_|Java_|CSharp_|JNI_On", name) for name in exports(module))
    ctypes.CDLL(str(project.modules()[0]))


def test_shared_library_exports_its_own_functions_alone(project):
    library = project.lib / f"lib{project.name}.so"
    assert exports(library) == {f"{project.name}_of"}
    assert needed(library) - SYSTEM == ({"libz.so.1"} if project.name == "linked" else set())


@pytest.mark.parametrize("kind", ["", "_static"])
def test_find_package_finds_what_it_is_made_with(project, tmp_path, kind):
    (tmp_path / "program.c").write_text(PROGRAM.format(name=project.name, argument=project.argument))
    (tmp_path / "CMakeLists.txt").write_text(CONSUMER.format(name=project.name))
    run("cmake", "-S", tmp_path, "-B", tmp_path / "build", *NINJA, f"-DCMAKE_PREFIX_PATH={project.prefix}")
    run("cmake", "--build", tmp_path / "build")
    assert run(tmp_path / f"build/by_{project.name}{kind}") == f"{project.result}\n"


@pytest.mark.parametrize("compiler, options", [("cc", ""), ("cc -static", "--static")])
def test_pkg_config_names_what_it_is_made_with(project, tmp_path, compiler, options):
    (tmp_path / "program.c").write_text(PROGRAM.format(name=project.name, argument=project.argument))
    command = f"{compiler} {tmp_path}/program.c -o {tmp_path}/program $(pkg-config {options} --cflags --libs {project.name})"
    run("sh", "-c", command, PKG_CONFIG_PATH=project.lib / "pkgconfig")
    assert run(tmp_path / "program", LD_LIBRARY_PATH=project.lib) == f"{project.result}\n"


# ---- Its packages, by themselves ----


def files(package):
    if package.suffix == ".gz":
        with tarfile.open(package) as archive:
            return {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}
    with ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def only(packages, pattern):
    [package] = [path for path in packages.glob(pattern) if not re.search("-(sources|javadoc).jar", path.name)]
    return package


@pytest.mark.parametrize("pattern", ["*.tar.gz", "python/*.whl", "maven/**/*.jar", "*.nupkg"])
def test_each_package_says_what_is_inside_and_has_its_licence(project, packages, pattern):
    found = files(only(packages, pattern))
    [bill] = [json.loads(content) for name, content in found.items() if name.endswith(".cdx.json")]
    parts = {part["name"]: (part["version"], part["licenses"][0]["license"]["name"])
             for part in bill["components"] if part["type"] == "library" and part["name"] != "SWIG"}
    if project.links:
        assert parts == {"ZLIB": (zlib.ZLIB_VERSION, "LICENSE.ZLIB")}
    else:
        compiler = run("c++", "-dumpfullversion").strip()
        assert parts == {"libstdc++": (compiler, "GPL-3.0-or-later WITH GCC-exception-3.1")}
    licenses = {name.rpartition("/")[2] for name in found if "LICENSE" in name}
    assert licenses == {path.name for path in project.source.glob("LICENSE*")}


def test_the_wheel_runs_on_other_systems_by_itself(project, packages, tmp_path):
    wheel = only(packages, "python/*.whl")
    assert "manylinux" in wheel.name and not [name for name in files(wheel) if ".libs/" in name]
    ZipFile(wheel).extractall(tmp_path)
    code = f"import {project.name}; print({project.name}.{project.name}_of({project.argument}))"
    assert run(sys.executable, "-c", code, PYTHONPATH=tmp_path) == f"{project.result}\n"


JAVA = """
class Program {{
  public static void main(String[] arguments) {{
    System.out.println(org.example.{name}.{Name}.{name}Of({argument}));
  }}
}}
"""


def test_the_jar_runs_by_itself(project, packages, tmp_path):
    program = tmp_path / "Program.java"
    program.write_text(JAVA.format(name=project.name, Name=project.name.capitalize(), argument=project.argument))
    assert run("java", "-cp", only(packages, "maven/**/*.jar"), program).endswith(f"{project.result}\n")


CSHARP = "System.Console.WriteLine(Example.{Name}.{Name}Of({argument}));"
CSPROJ = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net$(BundledNETCoreAppTargetFrameworkVersion)</TargetFramework>
    <OutputType>Exe</OutputType>
    <RestoreSources>{packages}</RestoreSources>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="Example.{Name}" Version="2.3.4" /></ItemGroup>
</Project>"""


def test_the_nuget_package_runs_by_itself(project, packages, tmp_path):
    Name = project.name.capitalize()
    (tmp_path / "program.cs").write_text(CSHARP.format(Name=Name, argument=project.argument))
    (tmp_path / "program.csproj").write_text(CSPROJ.format(Name=Name, packages=packages))
    output = run("dotnet", "run", "--project", tmp_path, "--disable-build-servers", DOTNET_CLI_HOME=tmp_path, DOTNET_NOLOGO=1,
                 NUGET_PACKAGES=tmp_path / "cache", NUGET_CERT_REVOCATION_MODE="offline", DOTNET_CLI_TELEMETRY_OPTOUT=1)
    assert output.endswith(f"{project.result}\n")


def test_a_package_that_is_not_there_is_named(project, tmp_path):
    source = shutil.copytree(SOURCE, tmp_path / "source", ignore=shutil.ignore_patterns("build", ".git"))
    file = source / "project.cmake"
    file.write_text(re.sub(r"(?m)^set\(library_links \S+\)", "set(library_links Nowhere::nothing)", file.read_text()))
    message = configure(source, tmp_path / "build", *NINJA, fails=True)
    assert "library_links of project.cmake names Nowhere::nothing, which find_package() does not find" in message
