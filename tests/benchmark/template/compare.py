"""compare.py CLONE FOLDER: measures this project and Mizux/cmake-swig, of which CLONE is a clone, in one run, in a new FOLDER.
Prints a Markdown table.

Both are copied as they are committed, are given the function triangle() by their own rules, and make their packages with the
same tools. Needs what `./dev package` needs, and for the peer, from Debian: maven, libmaven-compiler-plugin-java,
libmaven-resources-plugin-java, libmaven-jar-plugin-java, libmaven-install-plugin-java, libsurefire-java, libjna-platform-java.
"""
import datetime
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

from projects import OURS, PEER, PYTHON

HERE = Path(__file__).parent
SCRATCH = Path(sys.argv[2]).absolute()
JNA = "/usr/share/java/jna.jar"
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {
    "PYTHON": PYTHON, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": f"{SCRATCH}/python", "NUGET_PACKAGES": f"{SCRATCH}/nuget",
    "MSBUILDDISABLENODEREUSE": "1", "UseSharedCompilation": "false", "DOTNET_NOLOGO": "1"}
CMAKE = r"CMakeLists\.txt|\.cmake(\.in)?$"
NOT_COPIED = r"(^|/)(tests|examples|docs|ci|\.ci|\.github|FooBarApp)/|\.md$|LICENSE|AUTHORS"
OF_THREE_LIBRARIES = f"{NOT_COPIED}|^(Bar|FooBar)/"  # what would go if the peer had only one, too
NOT_NAMED = f"{OF_THREE_LIBRARIES}|^core/(include|src)|^Foo/(include|src)|\\.(png|svg)$"
ENTRY_POINT = r"PyInit_|Java_|JNI_|CSharp_|SWIGRegister"
LANGUAGES = ["Python", "Java", "C#"]
rows = []


def row(what, measure):
    rows.append([what, *(measure(project) for project in (OURS, PEER))])
    print(" | ".join(map(str, rows[-1])), file=sys.stderr, flush=True)


def run(command, cwd, check=True):
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=ENVIRONMENT, text=True, capture_output=True)
    if check and done.returncode:
        sys.exit(f"{command}\n{done.stdout}{done.stderr}")
    return done


def folder(project):
    return SCRATCH / project.name


def adapt(project):
    for pattern, old, new in project.adapted:
        for file in folder(project).glob(pattern):
            file.write_text(re.sub(old, new, file.read_text()))


def replace(project, path, old, new):
    """Where the old text stands last."""
    head, found, tail = (folder(project) / path).read_text().rpartition(old)
    assert found, path
    (folder(project) / path).write_text(head + new + tail)


# ---- What is counted ----


def files(project, pattern="", but=NOT_COPIED):
    names = run(["git", "ls-files"], folder(project)).stdout.split()
    return [name for name in names if re.search(pattern, name) and not re.search(but, name)]


def lines(project, names, pattern):
    texts = [(folder(project) / name).read_text() for name in names]
    return sum(bool(re.search(pattern, line)) for text in texts for line in text.splitlines())


def code(project, names):
    return lines(project, names, r"^\s*(?!#|//)\S")  # no blank line, no comment


def naming(project):
    names = files(project, but=NOT_NAMED)
    renamed = [name for name in names if re.search(project.sample, name)]
    return f"{lines(project, names, project.sample)}, and {len(renamed)} file names"


def added(project):
    return sum(text.count("\n") for name, (text, _) in project.triangle.items() if not re.search(NOT_NAMED, name))


# ---- What is built and installed ----


def build(project, commands):
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        run(command, folder(project))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{time.perf_counter() - start:.1f} s ({cpu:.1f} s of processors)"


def packages(project, language):
    return sorted(folder(project).glob(project.packages[language]))


def install():
    for name in "python", "csharp", "nuget":
        shutil.rmtree(SCRATCH / name, ignore_errors=True)
        (SCRATCH / name).mkdir()
    for project in OURS, PEER:
        run([PYTHON, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "-t", SCRATCH / "python",
             *packages(project, "Python")], SCRATCH)
    for name in "Calls.cs", "Calls.csproj":
        shutil.copy(HERE / name, SCRATCH / "csharp")
    sources = ";".join(str(packages(project, "C#")[0].parent) for project in (OURS, PEER))
    run(["dotnet", "build", "-c", "Release", "-o", "out", f"-p:RestoreSources=\"{sources}\""], SCRATCH / "csharp")


def program(language, *options):
    jars = [jar for project in (OURS, PEER) for jar in packages(project, "Java")]
    return {"Python": [PYTHON, HERE / "calls.py"],
            "Java": ["java", *options, "-cp", ":".join(map(str, [*jars, JNA])), HERE / "Calls.java"],
            "C#": ["dotnet", "csharp/out/Calls.dll"]}[language]


def call(project, language, number, *options):
    """What a user sees: the first line, or the signal."""
    done = run([*program(language, *options), project.name, number], SCRATCH, check=False)
    if done.returncode < 0:
        return f"the process ends ({signal.Signals(-done.returncode).name})"
    line, *_ = done.stdout.splitlines()
    return f"`{line[:100]}{'…' * (len(line) > 100)}`"


def row_of_calls(what, number, languages=LANGUAGES, *options):
    for language in languages:
        row(f"{language}: {what}", lambda project: call(project, language, number, *options))


def native(project, language):
    """The native files of what is installed."""
    place = SCRATCH / "unpacked" / project.name / language
    for package in packages(project, language):
        ZipFile(package).extractall(place)
    return [path for path in place.rglob("*") if re.search(r"\.so(\.\d|$)", path.name)]


def symbols(project, language):
    names = [line.split()[-1] for file in native(project, language)
             for line in run(["nm", "-D", "--defined-only", file], SCRATCH).stdout.splitlines()]
    return f"{len(names)}, {sum(not re.match(ENTRY_POINT, name) for name in names)} of them no entry point"


def needed(project, language):
    text = "".join(run(["readelf", "-d", file], SCRATCH).stdout for file in native(project, language))
    paths = "".join(f"; found by `{path}`" for path in sorted(set(re.findall(r"R(?:UN)?PATH.*\[(.*)\]", text))))
    return (", ".join(sorted(set(re.findall(r"NEEDED.*\[(.*)\]", text)))) or "none") + paths


def holds(project, language, name):
    entries = [entry for package in packages(project, language) for entry in ZipFile(package).namelist()]
    return "yes" if any(entry.endswith(name) for entry in entries) else "no"


# ---- What is timed ----


def row_of_times(what, rounds):
    """Medians without the first third, in which virtual machines compile; of ratios within a round, with quartiles."""
    rounds = rounds[len(rounds) // 3:]
    ours, peer = (statistics.median(entry[who] for entry in rounds) for who in ("ours", "peer"))
    low, middle, high = statistics.quantiles([entry["peer"] / entry["ours"] for entry in rounds])
    row(what, lambda project: f"{ours:.3g}" if project is OURS else
        f"{peer:.3g}; times ours: {middle:.2f} ({low:.2f} to {high:.2f})")


def import_rounds():
    script = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
    modules = {"ours": "square", "peer": "cmakeswig.foo.pyFoo"}
    return [{who: float(run([PYTHON, "-c", script.format(module)], SCRATCH).stdout) * 1000 for who, module in modules.items()}
            for _ in range(30)]


# ---- The table ----


def count_rows():
    row("Lines of CMake that are copied", lambda project: code(project, files(project, CMAKE)))
    row("… if the peer had one library, too", lambda project: code(project, files(project, CMAKE, OF_THREE_LIBRARIES)))
    row("… of tests, examples, benchmarks, not copied",
        lambda project: code(project, set(files(project, CMAKE, "^$")) - set(files(project, CMAKE))))
    row("Lines of SWIG, one library", lambda project: code(project, files(project, r"\.i$", OF_THREE_LIBRARIES)))
    row("Files that are copied, one library", lambda project: len(files(project, but=OF_THREE_LIBRARIES)))
    row("Lines with a name to replace, one library, without its code", naming)
    row("Lines to add a function, without its code and tests", added)


def package_rows():
    for language in LANGUAGES:
        row(f"{language}: packages", lambda project:
            ", ".join(f"{path.stat().st_size / 1024:.0f} KB" for path in packages(project, language)))
        row(f"{language}: native files in them", lambda project: len(native(project, language)))
        row(f"{language}: symbols exported", lambda project: symbols(project, language))
        row(f"{language}: libraries needed", lambda project: needed(project, language))
    row("Python: types for checkers", lambda project: holds(project, "Python", "py.typed"))
    row("Java: a named module", lambda project: holds(project, "Java", "module-info.class"))


def call_rows():
    row_of_calls("`triangle(7)`, 28", 7)
    row_of_calls("`triangle(65536)`, does not fit", 65536)
    row_of_calls("No folder to extract to", 7, ["Java"], "-Djava.io.tmpdir=/nonexistent")
    for language in LANGUAGES:
        row_of_times(f"{language}: a call, ns", json.loads(run([*program(language), "time"], SCRATCH).stdout))
    row_of_times("Python: import, ms", import_rounds())
    for library in (SCRATCH / "csharp/out").rglob("*.so*"):
        library.unlink()
    row_of_calls("The native library is missing", 7, ["C#"])


def edit_rows():
    """In the header and the source, the result becomes 64 bits wide."""
    for project in OURS, PEER:
        for path in list(project.triangle)[:2]:
            replace(project, path, *project.widened)
    row("Packages again after a header edit", lambda project: build(project, project.again))
    install()
    row_of_calls("`triangle(65536)` after it, 2147516416", 65536)


def exception_rows():
    """The core becomes C++, and throws. The wheel then needs libstdc++, which package.py refuses on purpose."""
    definition, _ = OURS.triangle["core/src/square.c"]
    replace(OURS, "core/src/square.c", definition.replace(*OURS.widened), "")
    (folder(OURS) / "core/src/triangle.cpp").write_text("""#include "square.h"
#include <stdexcept>
int64_t triangle(int32_t) { throw std::overflow_error("does not fit"); }
""")
    replace(OURS, "core/CMakeLists.txt", "_array.c", "_array.c src/triangle.cpp")
    replace(OURS, "bindings/python/package.py", '{"libc.so.6"}', "set(needed)")
    replace(OURS, "CMakeLists.txt", "LANGUAGES C\n", "LANGUAGES C CXX\n")
    build(OURS, OURS.again)
    install()
    for language in LANGUAGES:
        row(f"{language}: a core in C++ throws", lambda project: call(OURS, language, 7) if project is OURS else
            "as for `triangle(65536)`, which throws")


def prepare(clone):
    SCRATCH.mkdir()
    run(["git", "clone", "-q", HERE.parents[2], folder(OURS)], SCRATCH)
    run(["git", "clone", "-q", clone, folder(PEER)], SCRATCH)
    tools = "build/scikit-build-core"  # which ./dev fetches where the system has none
    if (HERE.parents[2] / tools).exists():
        shutil.copytree(HERE.parents[2] / tools, folder(OURS) / tools)
    run(["cp", "-rs", "/usr/share/maven-repo", SCRATCH / "maven"], SCRATCH)  # Maven installs into it
    (folder(PEER) / ".mvn").mkdir()
    (folder(PEER) / ".mvn/maven.config").write_text(f"-o\n-Dmaven.repo.local={SCRATCH}/maven\n-Dmaven.test.skip=true\n")


def main(clone):
    prepare(clone)
    count_rows()
    for project in OURS, PEER:
        adapt(project)
        for path, (text, before) in project.triangle.items():
            replace(project, path, before, text + before)
    row("Clone to packages in three languages", lambda project: build(project, project.build))
    row("Build with nothing to do", lambda project: build(project, project.again))
    install()
    call_rows()
    package_rows()
    edit_rows()
    exception_rows()
    commit, day = run(["git", "log", "-1", "--format=%H %cs", "origin/HEAD"], folder(PEER)).stdout.split()
    print(f"{datetime.date.today()}; the peer at {commit[:12]} of {day}.\n\n| | ours | Mizux/cmake-swig |\n|---|---|---|")
    for cells in rows:
        print("| " + " | ".join(map(str, cells)) + " |")


main(sys.argv[1])
