"""run.py FOLDER [--rounds N FILE]: makes the worked examples and the programs that measure them; or runs these, which write to
FILE what report.py reads. JDBC's driver for SQLite is Debian's libxerial-sqlite-jdbc-java."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "project"))
from example_projects import EXAMPLES, make  # noqa: E402

folder, options = Path(sys.argv[1]), sys.argv[2:]
built = {name: folder / name / "build/demo/bindings" for name in EXAMPLES}
JDBC = os.environ.get("SQLITE_JDBC", "/usr/share/java/sqlite-jdbc.jar")
JDBC_LIBRARY = os.environ.get("SQLITE_JDBC_LIBRARY", "/usr/lib/jni")
CLASS_PATH = os.pathsep.join([JDBC, *(str(path / f"java/{name}.jar") for name, path in built.items()), str(folder / "classes")])


def run(*command, **environment):
    subprocess.run(list(map(str, command)), env={**os.environ, **environment}, check=True)


def build():
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in EXAMPLES:
        project = make(name, folder / name)
        subprocess.run(["cmake", "--workflow", "--preset", "demo"], cwd=project, check=True,
                       env={**os.environ, "PYTHON": sys.executable, "PYTHON_PATH": ""})
    run("javac", "-d", folder / "classes", "-cp", CLASS_PATH, HERE / "Examples.java")
    (folder / "csharp").mkdir()
    for file in "Examples.cs", "Examples.csproj":
        shutil.copy(HERE / file, folder / "csharp")
    native = {name.capitalize(): path / "csharp/artifacts/bin/package/release" for name, path in built.items()}
    run("dotnet", "build", "--configuration", "Release", "--output", folder / "csharp/out", folder / "csharp/Examples.csproj",
        *(f"-property:{name}={path.resolve()}" for name, path in native.items()))


def measure(rounds, file):
    parts = [f"{file}.{language}" for language in ("python", "java", "csharp")]
    run(sys.executable, HERE / "examples.py", "--rounds", rounds, parts[0],
        PYTHONPATH=os.pathsep.join(str(path / "python/site") for path in built.values()))
    run("java", f"-Djava.library.path={JDBC_LIBRARY}", "-cp", CLASS_PATH, "Examples", "--rounds", rounds, parts[1])
    run("dotnet", folder / "csharp/out/Examples.dll", "--rounds", rounds, parts[2])
    Path(file).write_text("".join(Path(part).read_text() for part in parts))
    for part in parts:
        Path(part).unlink()


if options:
    measure(*options[1:])
else:
    build()
