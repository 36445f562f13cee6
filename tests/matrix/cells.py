"""The cells of the matrix: a name, the commands that prove it, and what this machine must have for them to run."""
import json
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE.parents[1]
TOOLCHAIN = "-DCMAKE_TOOLCHAIN_FILE=$tools/toolchains"


@dataclass
class Cell:
    name: str
    commands: str  # of bash, with the functions of cell.sh
    needs: dict = field(default_factory=dict)  # why the cell cannot run: the command that fails then
    fetches: tuple = ()  # commands that download what it needs; to fail is a failure of the cell
    proof: str = "passed"  # or what was proved, where that is less


def fetched(name, suite, architecture, packages):
    """Debian packages of another release or architecture, unpacked into $FETCHED/name."""
    return (f"packaging/fetch $FETCHED/{name} {suite} {architecture} {packages}",)


C_LIBRARY = "libc6 libgcc-s1 libstdc++6 zlib1g libexpat1 libffi8"
TOOLS = ("pytest,pluggy,iniconfig,packaging,hypothesis,sortedcontainers,attr,build,pyproject-hooks,wheel,scikit-build-core,"
         "pathspec")
PYTHON_TOOLS = fetched("python-tools", "trixie", "amd64", f"python3-{{{TOOLS},exceptiongroup,tomli,typing-extensions}}")
NEWER_PYTHON_TOOLS = fetched("python-tools-sid", "sid", "amd64", f"python3-{{{TOOLS},pygments}}")
AUDIT_TOOLS = fetched("audit-tools", "testing", "amd64", "python3-{auditwheel,pyelftools}")
ARM64 = fetched("arm64", "bookworm", "arm64", f"python3.11{{,-minimal,-dev}} libpython3.11-{{minimal,stdlib,dev}} {C_LIBRARY} "
                "libssl3 openjdk-17-jre-headless")
SWIG = fetched("swig-4.5", "sid", "amd64", f"swig libpcre2-8-0 {C_LIBRARY}")
NEWER_SWIG = """
        ln -sf swig $FETCHED/swig-4.5/usr/bin/swig4.0 # the name that CMake looks for first
        export PATH=$FETCHED/swig-4.5/usr/bin:$PATH SWIG_LIB=$(echo $FETCHED/swig-4.5/usr/share/swig/*)"""
DOTNET = {".NET's SDK is missing": "command -v dotnet"}


def compilers():
    yield Cell("Linux x64, gcc, all languages", "configure -DCMAKE_C_COMPILER=gcc -DCMAKE_CXX_COMPILER=g++; check .")
    yield Cell("Linux x64, clang-14, all languages",
               "configure -DCMAKE_C_COMPILER=clang-14 -DCMAKE_CXX_COMPILER=clang++-14; check .",
               {"clang-14 is missing": "command -v clang-14"})
    for compiler, cxx in ("gcc", "g++"), ("clang-14", "clang++-14"):
        yield Cell(f"Linux x64, {compiler}, C11 C17 C23 C++11 C++17 C++20", f"""
            for standard in c11 c17 c2x; do
              {compiler} -std=$standard -Wall -Wextra -Wpedantic -Wconversion -Werror -O2 -Icore/include \\
                core/src/*.c docs/examples/hello.c -o $BUILD/hello
              $BUILD/hello | diff - docs/examples/expected.txt
            done
            for standard in c++11 c++17 c++20; do
              {cxx} -std=$standard -Wall -Wextra -Wpedantic -Werror -Icore/include -fsyntax-only docs/examples/hello.cpp
            done""", {f"{compiler} is missing": f"command -v {compiler}"})
    yield Cell("Linux x64, Debug build", """
        configure -DCMAKE_BUILD_TYPE=Debug
        check . 'package|hardening|instructions' # which are of releases""")
    yield Cell("Linux x64, SWIG 4.5", f"{NEWER_SWIG}; configure; check .", fetches=SWIG)


def interpreters():
    for minor in range(9, 14):
        yield Cell(f"Linux x64, CPython 3.{minor}", f"""
            with_python ~/.pyenv/versions/3.{minor}.*/bin/python -DBINDINGS=python
            targets="python $library_name" check '^python[.](unit|threads|lifecycle|ctypes)$'""",
                   {f"pyenv has no CPython 3.{minor}": f"test -e ~/.pyenv/versions/3.{minor}.*/bin/python"}, PYTHON_TOOLS)
    yield Cell("Linux x64, CPython 3.14", """
        python_tools=python-tools-sid with_python $FETCHED/cpython-3.14/usr/bin/python3.14 -DBINDINGS=python \\
          -DCMAKE_C_FLAGS="-idirafter $FETCHED/cpython-3.14/usr/include"
        targets="python $library_name" check '^python[.](unit|threads|lifecycle|ctypes)$'""",
               fetches=NEWER_PYTHON_TOOLS + fetched(
                   "cpython-3.14", "sid", "amd64",
                   f"python3.14{{,-minimal,-dev}} libpython3.14{{,-minimal,-stdlib,-dev}} {C_LIBRARY}"))
    yield from without_a_lock()


def without_a_lock():
    """CPython 3.13t, which no release of Debian has, made of its source. SWIG 4.1 cannot say that a module needs no lock."""
    make = """test -e $FETCHED/cpython-3.13t/bin/python3.13t || (
        cd $FETCHED/cpython-source/python3.13-*/
        ./configure --disable-gil --disable-test-modules --prefix=$FETCHED/cpython-3.13t
        make -j2 && make install)"""
    yield Cell("Linux x64, CPython 3.13t", f"""{NEWER_SWIG}
        with_python $FETCHED/cpython-3.13t/bin/python3.13t -DBINDINGS=python
        targets="python vocabulary_python $library_name" check '^vocabulary.python$'""",
               fetches=PYTHON_TOOLS + SWIG + fetched("cpython-source", "trixie", "source", "python3.13") + (make,))


def virtual_machines():
    java = "export JAVA_HOME; configure '-DBINDINGS=python;java'; targets='junit java_packaged' check ^java"
    yield Cell("Linux x64, JDK 11", f"JAVA_HOME=$FETCHED/jdk-11/usr/lib/jvm/java-11-openjdk-amd64; {java}",
               fetches=fetched("jdk-11", "bullseye", "amd64", "openjdk-11-{jdk,jre}-headless"))
    yield Cell("Linux x64, JDK 17", f"JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64; {java}",
               {"JDK 17 is missing": "test -e /usr/lib/jvm/java-17-openjdk-amd64"})
    # Its packages' tests preload a library, and would find it in the shell that starts this JDK with its C library too.
    yield Cell("Linux x64, JDK 21", f"JAVA_HOME=$FETCHED/jdk-21/usr/lib/jvm/java-21-openjdk-amd64; {java} package",
               fetches=fetched("jdk-21", "trixie", "amd64", f"openjdk-21-{{jdk,jre}}-headless {C_LIBRARY}"),
               proof="passed, without the tests of packages")
    yield Cell("Linux x64, JDK 25", f"JAVA_HOME=$(echo /usr/lib/jvm/*25*); {java}",
               {"JDK 25 is missing": "test -e /usr/lib/jvm/*25*"})
    for version in 8, 10:
        yield Cell(f"Linux x64, .NET {version}", f"configure -DBINDINGS=csharp; run_csharp linux-x64 net{version}.0", DOTNET)


def analyses():
    """The sanitizers and other analyses are the workflow presets that are no command of ./dev."""
    presets = json.loads((SOURCE / "CMakePresets.json").read_text())["workflowPresets"]
    commands = {"demo", "test", "test-all", "package", "package-all-platforms", "release", "bench", "bench-full"}
    for preset in sorted({preset["name"] for preset in presets} - commands):
        yield Cell(f"Linux x64, {preset}", f"cmake --workflow --fresh --preset {preset}")
    yield Cell("Linux x64, lint", "./dev lint", {"./dev has no lint": "./dev help | grep -q '^  lint'"})


def musl():
    needs = {"musl-gcc is missing": "command -v musl-gcc"}
    yield Cell("Linux x64 musl, the core", """
        musl-gcc -std=c11 -O2 -Wall -Wextra -Werror -Icore/include docs/examples/hello.c core/src/*.c -o $BUILD/hello
        $BUILD/hello | diff - docs/examples/expected.txt""", needs)
    yield Cell("Linux x64 musl, modules of glibc", """
        cmake --preset release -B $BUILD '-DBINDINGS=java;csharp'
        cmake --build $BUILD --target ${library_name}_jni ${library_name}_csharp
        musl-gcc -std=c11 -Wall -Wextra -Werror $tools/load.c -o $BUILD/load
        readelf -l $BUILD/load | grep ld-musl
        $BUILD/load $BUILD/bindings/java/lib${library_name}_jni.so $BUILD/bindings/csharp/${library_name}_csharp.so""",
               needs, proof="loaded by a C program")


# A compiler for Java's native module needs the JDK's headers only: Linux's serve all systems, but for one of Windows.
JDK = """
    jdk=$(dirname "$(dirname "$(realpath "$(command -v javac)")")")
    jdk_of() { echo -DJAVA_INCLUDE_PATH=$jdk/include -DJAVA_INCLUDE_PATH2=$1 -DJAVA_JVM_LIBRARY=none; }"""


def windows():
    configure = f"""
        wine_folder
        /usr/lib/wine/wine64 reg add 'HKCU\\Software\\Wine' /v Version /d win10 /f
        configure {TOOLCHAIN}/windows.cmake -DFETCHCONTENT_SOURCE_DIR_GOOGLETEST=/usr/src/googletest"""
    mingw = {"MinGW is missing": "command -v x86_64-w64-mingw32-g++-posix"}
    needs = {**mingw, "Wine is missing": "test -e /usr/lib/wine/wine64"}
    yield Cell("Windows x64 (MinGW, Wine), C", f"""{configure} -DBINDINGS=; check '^(c|cpp)[.]'
        dll_exports $BUILD/bin/lib$library_name.dll | same_exports c""", needs)
    yield Cell("Windows x64 (MinGW, Wine), C#", f"""{configure} -DBINDINGS=csharp
        run_csharp win-x64 net10.0 /usr/lib/wine/wine64
        dll_exports $BUILD/bindings/csharp/${{library_name}}_csharp.dll | same_exports csharp""",
               {**needs, **DOTNET})
    yield Cell("Windows x64 (MinGW, Wine), Java", f"""{JDK}
        {configure} '-DBINDINGS=java;csharp' $(jdk_of $PWD/packaging/cross/windows)
        cmake --build $BUILD --target ${{library_name}}_jni ${{library_name}}_csharp java
        dll_exports $BUILD/bindings/java/${{library_name}}_jni.dll | same_exports java
        x86_64-w64-mingw32-gcc-posix -Wall -Wextra -Werror $tools/load.c -o $BUILD/load.exe
        cd $BUILD
        /usr/lib/wine/wine64 load.exe bindings/java/${{library_name}}_jni.dll bindings/csharp/${{library_name}}_csharp.dll""",
               needs, proof="loaded by a C program")
    yield Cell("Windows x64, MSVC's branches (clang)", """
        for file in core/src/*.c; do
          clang-14 --target=x86_64-pc-windows-msvc -fms-compatibility-version=19.40 -U__clang__ -ffreestanding -std=c11 -Wall \\
            -Wno-unknown-pragmas -Werror -O2 -D${library_name^^}_EXPORTS -Icore/include -c $file -o $BUILD/$(basename $file).obj
        done""", {"clang-14 is missing": "command -v clang-14"}, proof="built only")


def linux_arm64():
    configure = f"{TOOLCHAIN}/linux-arm64.cmake -DFETCHCONTENT_SOURCE_DIR_GOOGLETEST=/usr/src/googletest"
    compiler = {"the compiler for arm64 is missing": "command -v aarch64-linux-gnu-g++"}
    needs = {**compiler, "QEMU is missing": "command -v qemu-aarch64-static"}
    yield Cell("Linux arm64 (QEMU), C", f"configure {configure} -DBINDINGS=; check '^(c|cpp)[.]'", needs)
    yield Cell("Linux arm64 (QEMU), Python", f"""
        with_python $FETCHED/arm64/usr/bin/python3.11 {configure} -DBINDINGS=python -DBUILD_EXAMPLES=OFF \\
          -DPython_INCLUDE_DIR=$FETCHED/arm64/usr/include/python3.11 -DCMAKE_C_FLAGS="-idirafter $FETCHED/arm64/usr/include"
        cmake --build $BUILD --target python python_package
        ctest --test-dir $BUILD -R python.unit --no-tests=error --output-on-failure
        $BUILD/venv/bin/python -m zipfile -e $BUILD/packages/python/*manylinux*_aarch64.whl $BUILD/wheel
        PYTHONPATH=$BUILD/wheel $BUILD/venv/bin/python docs/examples/hello.py | diff - docs/examples/expected.txt""",
               {**needs, "patchelf is missing": "command -v patchelf"}, PYTHON_TOOLS + AUDIT_TOOLS + ARM64)
    yield Cell("Linux arm64 (QEMU), Java", f"""
        configure {configure} -DBINDINGS=java -DBUILD_EXAMPLES=OFF \\
          -DJava_JAVA_EXECUTABLE=$FETCHED/arm64/usr/lib/jvm/java-17-openjdk-arm64/bin/java
        cmake --build $BUILD --target junit
        ctest --test-dir $BUILD -R java.unit --no-tests=error --output-on-failure""", needs, ARM64)
    yield Cell("Linux arm64 (QEMU), C#", f"""
        configure {configure} -DBINDINGS=csharp -DBUILD_EXAMPLES=OFF
        run_csharp linux-arm64 net10.0 qemu-aarch64-static -L $FETCHED/arm64""", {**needs, **DOTNET}, ARM64)


# The packages of all platforms, as their users install them. They are in build/dist from the first cell on.
PACKAGES = ("test -e build/dist/SHA256SUMS || ./dev package --all-platforms",)
CONSUMER = """
    publish() {
      dotnet publish tests/packages/csharp/consumer --runtime $1 --self-contained --output $BUILD/published --artifacts-path \
        $BUILD/artifacts --disable-build-servers -property:Hello=$PWD/docs/examples/Hello.cs -property:Library=$csharp_package \
        -property:LibraryVersion=$library_version -property:RestorePackagesPath=$BUILD/nuget \
        -property:RestoreAdditionalProjectSources=$PWD/build/dist -property:InvariantGlobalization=true
    }
    jar=$(echo build/dist/maven/${java_group//.//}/$library_name/*/$library_name-$library_version.jar)
    expected() { tr -d '\r' | diff - docs/examples/expected.txt; }
    unpack() { tar -xzf build/dist/$library_name-$library_version-$1.tar.gz -C $BUILD --strip-components=1; }
    export DOTNET_EnableWriteXorExecute=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1"""


WINDOWS = {"MinGW is missing": "command -v x86_64-w64-mingw32-gcc-posix", "Wine is missing": "test -e /usr/lib/wine/wine64"}
ARM64_C = {"QEMU is missing": "command -v qemu-aarch64-static",
           "the compiler for arm64 is missing": "command -v aarch64-linux-gnu-gcc"}


def all_platforms():
    yield Cell("All platforms, packages", """
        ./dev package --all-platforms
        PLATFORMS=$PWD/build/release/platforms "$PYTHON" -m pytest tests/cross/test_check.py tests/cross/test_dist.py""",
               DOTNET, proof="built and checked")
    yield Cell("All platforms, packages of a library that links zlib", """
        export LIBRARY_NAME= HEADER_VERSION= PYTHON_PACKAGE= ZLIB=$(echo $FETCHED/zlib/zlib-*/)
        "$PYTHON" -m pytest tests/cross/test_projects.py""",
               {**DOTNET, **WINDOWS, **ARM64_C}, fetched("zlib", "bookworm", "source", "zlib"),
               proof="C runs on Linux x64, Linux arm64 (QEMU) and Windows x64 (Wine)")
    yield Cell("Linux x64, packages of all platforms", "tests/matrix/canaries build/dist", DOTNET, PACKAGES)
    for minor in range(9, 14):
        yield Cell(f"Linux x64, packages of all platforms, CPython 3.{minor}", f"""
            PYTHON=$(echo ~/.pyenv/versions/3.{minor}.*/bin/python) tests/matrix/canaries build/dist python""",
                   {f"pyenv has no CPython 3.{minor}": f"test -e ~/.pyenv/versions/3.{minor}.*/bin/python"}, PACKAGES)
    yield Cell("Linux arm64 (QEMU), packages of all platforms", f"""{CONSUMER}
        unpack Linux-aarch64
        aarch64-linux-gnu-gcc -I$BUILD/include docs/examples/hello.c $BUILD/lib/lib$library_name.so -o $BUILD/hello
        qemu-aarch64-static -L /usr/aarch64-linux-gnu -E LD_LIBRARY_PATH=$BUILD/lib $BUILD/hello | expected
        $PYTHON -m zipfile -e build/dist/python/*-cp311-*manylinux*aarch64.whl $BUILD/wheel
        PYTHONPATH=$BUILD/wheel $FETCHED/arm64/usr/bin/python3.11 docs/examples/hello.py | expected
        javac -d $BUILD/classes -cp $jar docs/examples/Hello.java
        $FETCHED/arm64/usr/lib/jvm/java-17-openjdk-arm64/bin/java -cp $BUILD/classes:$jar Hello | expected
        publish linux-arm64
        qemu-aarch64-static -L $FETCHED/arm64 $BUILD/published/Consumer | expected""",
               {**DOTNET, **ARM64_C}, PACKAGES + ARM64)
    yield Cell("Linux x64 musl, packages of all platforms", f"""{CONSUMER}
        unpack Linux-musl-x86_64
        musl-gcc -I$BUILD/include docs/examples/hello.c $BUILD/lib/lib$library_name.so -o $BUILD/hello
        LD_LIBRARY_PATH=$BUILD/lib $BUILD/hello | expected
        musl-gcc $tools/load.c -o $BUILD/load
        (cd $BUILD && $PYTHON -m zipfile -e $OLDPWD/build/dist/*.nupkg nupkg && $PYTHON -m zipfile -e $OLDPWD/$jar jar)
        gunzip $BUILD/jar/${{java_package//.//}}/native/linux-x86_64/*.gz
        $BUILD/load $BUILD/nupkg/runtimes/linux-x64/native/* $BUILD/jar/${{java_package//.//}}/native/linux-x86_64/*""",
               {"musl-gcc is missing": "command -v musl-gcc"}, PACKAGES, proof="C runs, modules loaded by a C program")
    yield Cell("Windows x64 (Wine), packages of all platforms", f"""{CONSUMER}
        wine_folder
        /usr/lib/wine/wine64 reg add 'HKCU\\Software\\Wine' /v Version /d win10 /f
        unpack Windows-AMD64
        x86_64-w64-mingw32-gcc-posix -I$BUILD/include docs/examples/hello.c $BUILD/lib/lib$library_name.dll.a \\
          -o $BUILD/bin/hello.exe
        /usr/lib/wine/wine64 $BUILD/bin/hello.exe | expected
        x86_64-w64-mingw32-gcc-posix $tools/load.c -o $BUILD/load.exe
        (cd $BUILD && $PYTHON -m zipfile -e $OLDPWD/$jar jar)
        gunzip $BUILD/jar/${{java_package//.//}}/native/windows-x86_64/*.gz
        cp $BUILD/jar/${{java_package//.//}}/native/windows-x86_64/*.dll $BUILD
        (cd $BUILD && /usr/lib/wine/wine64 load.exe ${{library_name}}_jni.dll)
        publish win-x64
        /usr/lib/wine/wine64 $BUILD/published/Consumer.exe | expected""",
               {**DOTNET, **WINDOWS}, PACKAGES,
               proof="C and C# run, Java's module loaded by a C program")


CELLS = [cell for platform in (compilers, interpreters, virtual_machines, analyses, musl, windows, linux_arm64, all_platforms)
         for cell in platform()]
