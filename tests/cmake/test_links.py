"""Libraries that are made with others: one links zlib, one is written in C++ behind a header of C."""
import ctypes
import re
import shutil
import sys
import zlib

import pytest
from conftest import SOURCE, configure, copy_sources, run

pytestmark = pytest.mark.slow
NINJA = ["-G", "Ninja"]
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
        file, code, links, self.argument, self.result = LIBRARIES[name]
        copy_sources(self.source)
        self.describe(links)
        shutil.rmtree(self.source / "core")
        (self.source / "core/include").mkdir(parents=True)
        (self.source / f"core/include/{name}.h").write_text(HEADER.format(name=name, NAME=name.upper()))
        (self.source / f"core/{file}").write_text(code)
        (self.source / "core/CMakeLists.txt").write_text(f"{name}_core({file})\n")
        (self.source / f"swig/{name}.i").write_text(f'%module {name}\n%include "vocabulary.i"\n')
        configure(self.source, self.build, *NINJA, "-DBUILD_EXAMPLES=OFF")
        run("cmake", "--build", self.build)
        run("cmake", "--install", self.build, "--prefix", self.prefix)

    def describe(self, links):
        """project.cmake, with other names."""
        names = {"library_name": self.name, "python_package": self.name, "java_package": f"org.example.{self.name}",
                 "library_links": links or '""'}
        text = (self.source / "project.cmake").read_text()
        for variable, value in names.items():
            text = re.sub(rf"(?m)^set\({variable} \S+\)", f"set({variable} {value})", text)
        (self.source / "project.cmake").write_text(text)

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


def test_bill_of_materials_names_it_with_its_version(project):
    run("cmake", "--build", project.build, "--target", "c_package")
    [bill] = project.build.rglob(f"share/doc/{project.name}/{project.name}.cdx.json")
    names = re.findall(r'"name" : "(ZLIB)",\s+"type" : "library",\s+"version" : "(1\.[\d.]+)"', bill.read_text())
    assert len(names) == (project.name == "linked")


def test_a_package_that_is_not_there_is_named(project, tmp_path):
    source = shutil.copytree(SOURCE, tmp_path / "source", ignore=shutil.ignore_patterns("build", ".git"))
    file = source / "project.cmake"
    file.write_text(re.sub(r"(?m)^set\(library_links \S+\)", "set(library_links Nowhere::nothing)", file.read_text()))
    message = configure(source, tmp_path / "build", *NINJA, fails=True)
    assert "library_links of project.cmake names Nowhere::nothing, which find_package() does not find" in message
