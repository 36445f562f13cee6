"""A release is made by what was chosen beforehand, on all platforms, and as the page on publishing says."""
import json
import re
from pathlib import Path

SOURCE = Path(__file__).parents[2]
WORKFLOWS = {path.name: path.read_text() for path in (SOURCE / ".github/workflows").glob("*.yml")}
RELEASE, CI = WORKFLOWS["release.yml"], WORKFLOWS["ci.yml"]
PACKAGES = CI[CI.index("\n  packages:"):CI.index("\n  canaries:")]
PAGE = (SOURCE / "docs/publishing.md").read_text()


def test_actions_are_pinned_by_their_commit():
    actions = [line for text in WORKFLOWS.values() for line in re.findall(r"uses: (?!\./)(.*)", text)]
    assert actions and [line for line in actions if not re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v[\d.]+", line)] == []


def test_what_pip_installs_for_a_release_is_pinned():
    assert re.findall(r"pip install (.*)", PACKAGES + RELEASE) == ["--no-deps -r .github/requirements.txt"]
    requirements = (SOURCE / ".github/requirements.txt").read_text().splitlines()
    assert [line for line in requirements if not re.match(r"#|[\w-]+==[\d.]+(; |$)", line)] == []


def test_what_is_published_was_made_as_the_page_says_and_loaded_on_every_system():
    command = re.search(r"```sh\n(\./dev package .*)\n", PAGE)[1]
    assert f"- run: {command}\n" in PACKAGES
    systems = json.loads(re.search(r"fromJSON\('(.*)'\)", CI)[1])
    assert sorted(re.sub(r"-.*", "", name) for name in systems) == ["macos"] * 2 + ["ubuntu"] * 2 + ["windows"] * 2
    assert "needs: packages" in CI and "uses: ./.github/workflows/ci.yml" in RELEASE
    jobs = re.findall(r"(?ms)^  (\w+):\n(.*?)(?=^  \w|\Z)", RELEASE[RELEASE.index("\njobs:") + 7:])
    needs = {name: re.search(r"needs: (\w+)", job) for name, job in jobs}
    assert [name for name, found in needs.items() if not found] == ["check"]
    assert {found[1] for found in needs.values() if found} == {"check", "attest"}


def test_the_matrix_runs_what_the_workflows_run():
    cells = (SOURCE / "tests/matrix/cells.py").read_text()
    assert "tests/matrix/canaries build/dist" in cells and "tests/matrix/canaries build/dist\n" in CI
    assert "./dev package --all-platforms" in cells


def test_the_bundle_for_maven_is_made_as_the_page_says():
    [bundle] = re.findall(r"^packaging/bundle .*", PAGE, re.MULTILINE)
    assert f"          {bundle}\n" in RELEASE
