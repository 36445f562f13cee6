"""./dev works wherever a user may start it: in odd folders, by odd users, through links, with half of the tools."""
import os
import shutil
import sys
from pathlib import Path

import pytest
from conftest import EXPECTED, run, sources

pytestmark = pytest.mark.slow
NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []
LANGUAGES = ["C", "C++", "Python", "Java", "C#"]


def demo(clone, *within, dev="./dev", cwd=None, **environment):
    """Runs it, as a user who is not root; what it printed."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHON": sys.executable,
                   "XDG_RUNTIME_DIR": clone.parent, **environment}  # for Java, where not everybody may write to /tmp
    return run(*NOBODY, *within, dev, "demo", cwd=cwd or clone, **environment)


def shown(output):
    return [line.removesuffix(EXPECTED.strip()).strip() for line in output.splitlines() if line.endswith(EXPECTED.strip())]


@pytest.fixture(scope="module")
def clone(place):
    """A clone in a folder whose name has letters and spaces, built by a user without a home, and with a strict umask."""
    clone = sources(place / "Ünïcode und Leerzeichen") / "sources"
    if NOBODY:
        run("chown", "-R", "nobody:nogroup", clone.parent)
    assert shown(demo(clone, "sh", "-c", 'umask 077; exec "$@"', "sh")) == LANGUAGES
    return clone


def through(link, target="dev"):
    def prepare(clone):
        (clone.parent / "links/bin").mkdir(parents=True, exist_ok=True)
        (clone.parent / link).unlink(missing_ok=True)
        (clone.parent / link).symlink_to(os.path.relpath(clone / target, (clone.parent / link).parent))
        return clone.parent / link
    return prepare


def named(*names):
    """All programs but these, in one folder."""
    def prepare(clone):
        folder = clone.parent / f"without {names[0]}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for path in reversed(os.environ["PATH"].split(os.pathsep)):
            for program in Path(path).glob("*"):
                if program.name not in names:
                    (folder / program.name).unlink(missing_ok=True)
                    (folder / program.name).symlink_to(program)
        return folder
    return prepare


CASES = {
    "a relative link": lambda clone: dict(dev="links/dev", cwd=through("links/dev")(clone).parents[1]),
    "a link to a link": lambda clone: dict(dev=through("links/bin/dev", "../links/dev")(clone)),
    "a link to the folder": lambda clone: dict(dev=through("links/clone", ".")(clone) / "dev", cwd="/"),
    "PATH": lambda clone: dict(dev="dev", cwd="/", PATH=f"{through('links/dev')(clone).parent}:{os.environ['PATH']}"),
    "CDPATH": lambda clone: dict(CDPATH=f"{clone.parent}:/"),
    "a Turkish locale": lambda clone: dict(LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8"),
    "no locale": lambda clone: dict(LC_ALL="C"),
    "options of shells": lambda clone: dict(POSIXLY_CORRECT="1", GREP_OPTIONS="-v", BASH_ENV="/dev/null", SHELLOPTS="nounset"),
    "stdin closed": lambda clone: dict(within=["sh", "-c", 'exec "$@" <&-', "sh"]),
    "no apt": lambda clone: dict(PATH=named("apt-get", "dpkg-query", "dpkg")(clone)),
    "home is /": lambda clone: dict(HOME="/"),
    "home is another's": lambda clone: dict(HOME="/root"),
    "no home": lambda clone: dict(within=["env", "-u", "HOME"]),
}


@pytest.mark.parametrize("case", CASES)
def test_works_with(clone, case):
    how = CASES[case](clone)
    assert shown(demo(clone, *how.pop("within", ()), **how)) == LANGUAGES


@pytest.mark.parametrize("case", ["home is /", "no home"])
def test_builds_with(clone, case):
    shutil.rmtree(clone / "build")
    test_works_with(clone, case)


MISSING = {"Java_JAVAC_EXECUTABLE": ["Java"], "DOTNET_EXECUTABLE": ["C#"], "SWIG_EXECUTABLE": ["Python", "Java", "C#"]}


@pytest.mark.parametrize("tool", MISSING)
def test_a_language_without_tools_is_left_out_by_one_line(clone, tool):
    build, left_out = clone.parent / f"without {tool}", MISSING[tool]
    output = configured(clone, build, f"-D{tool}=")  # not by PATH: CMake looks into the system's folders, too
    assert shown(output) == [language for language in LANGUAGES if language not in left_out]
    assert [language for language in LANGUAGES if f"{language}: left out. To have it, install " in output] == left_out


def configured(clone, build, *options):
    """What CMake printed while it configured, built and ran the programs, as a user who is not root."""
    return "".join(run(*NOBODY, os.environ["CMAKE"], *command, cwd=clone, PATH=os.environ["PATH"], HOME=clone.parent,
                       XDG_RUNTIME_DIR=clone.parent, PYTHON=sys.executable)
                   for command in (["--preset", "demo", "-B", build, *options], ["--build", build, "--target", "demo"]))


def test_the_sources_may_be_read_only(clone):
    run("chmod", "-R", "a-w", clone)
    output = configured(clone, clone.parent / "build elsewhere")
    run("chmod", "-R", "u+w", clone)
    assert shown(output) == LANGUAGES
