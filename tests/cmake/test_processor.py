"""The platform is that of what the compiler makes, whatever the machine is called."""
import shutil
import subprocess
from pathlib import Path

import pytest

PLATFORM = Path(__file__).parents[2] / "packaging" / "platform.cmake"
PROJECT = f"""
cmake_minimum_required(VERSION 3.25)
set(CMAKE_C_COMPILER_WORKS TRUE)
project(probe LANGUAGES C)
include("{PLATFORM}")
find_platform()
message("${{dotnet_runtime}} ${{java_platforms}} ${{archive_platform}}")
"""
LINUX_X64 = "linux-x64 linux-x86_64 Linux-x86_64"
MACHINES = {
    "native": ("cc", {}, LINUX_X64),
    "a misleading name": ("cc", {"CMAKE_SYSTEM_NAME": "Linux", "CMAKE_SYSTEM_PROCESSOR": "arm64"}, LINUX_X64),
    "-m32": ("cc", {"CMAKE_C_FLAGS": "-m32"}, "linux-x86 linux-i386 Linux-i686"),
    "arm64": ("aarch64-linux-gnu-gcc", {}, "linux-arm64 linux-aarch64 Linux-aarch64"),
    "musl": ("musl-gcc", {}, "linux-musl-x64 linux-x86_64 Linux-musl-x86_64"),
    "Windows": ("x86_64-w64-mingw32-gcc", {"CMAKE_SYSTEM_NAME": "Windows"}, "win-x64 windows-x86_64 Windows-AMD64"),
    "two processors": ("cc", {"CMAKE_OSX_ARCHITECTURES": "arm64;x86_64"}, "linux-universal2 linux-universal2 Linux-universal2"),
    "RISC-V": ("clang-14", {"CMAKE_C_COMPILER_TARGET": "riscv64-linux-gnu"}, "linux-riscv64 linux-riscv64 Linux-riscv64"),
    "32-bit ARM": ("clang-14", {"CMAKE_C_COMPILER_TARGET": "armv7-linux-gnueabi"}, "linux-arm linux-arm Linux-arm"),
}


@pytest.mark.parametrize("machine", MACHINES)
def test_names_follow_the_compiler(tmp_path, machine):
    compiler, settings, names = MACHINES[machine]
    if not shutil.which(compiler):
        pytest.skip(f"needs {compiler}")
    (tmp_path / "CMakeLists.txt").write_text(PROJECT)
    settings = [f"-D{name}={value}" for name, value in {"CMAKE_C_COMPILER": compiler, **settings}.items()]
    command = ["cmake", "-S", tmp_path, "-B", tmp_path / "build", "-G", "Ninja", *settings]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert names in result.stdout
