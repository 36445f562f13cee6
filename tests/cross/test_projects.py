"""Packages for all platforms of a library that links zlib."""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path += [str(SOURCE / "packaging/cross"), str(SOURCE / "tests/cmake")]
from check import read  # noqa: E402
from test_links import HEADER, JAVA, LIBRARIES, PROGRAM  # noqa: E402

ZLIB = Path(os.environ["ZLIB"])
LINKS = re.search(r"```cmake\n(.*?)```", (SOURCE / "docs/publishing.md").read_text(), re.DOTALL)[1]
EXPORTS = r"{0}_of|PyInit__{0}|CSharp_Example_\w+|Java_org_example_{0}_\w+|JNI_On\w+"


def run(*command, cwd=None, **environment):
    process = subprocess.run(list(map(str, command)), cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
    assert process.returncode == 0, process.stdout[-5000:]
    return process.stdout.replace("\r", "")


class Project:
    def __init__(self, folder, name):
        self.name, self.folder, self.dist = name, folder, folder / "build/dist"
        source, code, links, self.argument, result = LIBRARIES[name]
        self.result = f"{result}\n"
        run(sys.executable, SOURCE / "template/new.py", folder, name)
        shutil.rmtree(folder / "core/src")
        (folder / f"core/include/{name}.h").write_text(HEADER.format(name=name, NAME=name.upper()))
        (folder / f"core/{source}").write_text(code)
        (folder / "core/CMakeLists.txt").write_text(f"{name}_core({source})\n")
        if links:
            file = folder / "project.cmake"
            file.write_text(file.read_text().replace('library_links ""', f"library_links {links}"))
            shutil.copytree(ZLIB, folder / "links/zlib")
            (folder / "links/CMakeLists.txt").write_text(LINKS)
            (folder / "LICENSE.ZLIB").write_text("Whoever uses it ..")
        (folder / "build").mkdir()
        for name in "cross", "scikit-build-core", "auditwheel":  # what was fetched, and what Zig has built
            (folder / "build" / name).symlink_to(SOURCE / "build" / name)
        run("./dev", "package", "--all-platforms", cwd=folder)

    def program(self, platform, compiler, library):
        """A program of C, with what the archive for that platform has."""
        run("tar", "-xzf", self.dist / f"{self.name}-2.3.4-{platform}.tar.gz", "--strip-components=1", cwd=self.folder)
        (self.folder / "program.c").write_text(PROGRAM.format(name=self.name, argument=self.argument))
        (self.folder / "bin").mkdir(exist_ok=True)  # where Windows looks for the DLL
        run(compiler, "-Iinclude", "program.c", f"lib/{library}", "-o", f"bin/{platform}.exe", cwd=self.folder)
        return self.folder / f"bin/{platform}.exe"


@pytest.fixture(scope="module", params=["linked"])
def project(request, tmp_path_factory):
    return Project(tmp_path_factory.mktemp(request.param) / "project", request.param)


def test_no_library_shows_or_needs_anything_of_what_is_inside(project):
    platforms = project.folder / "build/release/platforms"
    libraries = [path for path in platforms.glob("*/*/**/*") if re.search(r"[.](so|dylib|dll|pyd)$", path.name)
                 and "links" not in path.parts and not path.is_symlink()]
    assert len(libraries) > 8 * 4
    for library in libraries:
        found = read(library)
        strangers = [name for name in found.exports if not re.fullmatch(EXPORTS.format(project.name), name)]
        assert found.exports and not strangers, library
        assert not [name for name in found.imports if re.search("libz|zlib|stdc|c[+][+]|unwind|gcc", name)], library


def test_linux_x64(project, tmp_path):
    run(sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--find-links", project.dist / "python", "--target",
        tmp_path, project.name)
    code = f"import {project.name}; print({project.name}.{project.name}_of({project.argument}))"
    assert run(sys.executable, "-c", code, PYTHONPATH=str(tmp_path)) == project.result
    (tmp_path / "Program.java").write_text(
        JAVA.format(name=project.name, Name=project.name.capitalize(), argument=project.argument))
    [jar] = [path for path in project.dist.glob("maven/**/*.jar") if not re.search("-(sources|javadoc)", path.name)]
    assert run("java", "-cp", jar, tmp_path / "Program.java") == project.result
    program = project.program("Linux-x86_64", "cc", f"lib{project.name}.so")
    assert run(program, LD_LIBRARY_PATH=str(project.folder / "lib")) == project.result


def test_linux_arm64(project):
    program = project.program("Linux-aarch64", "aarch64-linux-gnu-gcc", f"lib{project.name}.so")
    libraries = f"LD_LIBRARY_PATH={project.folder}/lib"
    assert run("qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu", "-E", libraries, program) == project.result


def test_windows_x64(project, tmp_path):
    program = project.program("Windows-AMD64", "x86_64-w64-mingw32-gcc-posix", f"lib{project.name}.dll.a")
    wine = {"WINEPREFIX": str(tmp_path), "WINEDEBUG": "-all"}
    try:
        assert run("/usr/lib/wine/wine64", program, **wine).endswith(project.result)  # it says that it makes a folder
    finally:
        subprocess.run(["/usr/lib/wine/wineserver64", "-k"], env={**os.environ, **wine}, check=False)
