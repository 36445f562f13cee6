"""A release is made by what was chosen beforehand, on all platforms, and as the page on publishing says."""
import json
import re
from pathlib import Path

SOURCE = Path(__file__).parents[2]
WORKFLOWS = {path.name: path.read_text() for path in (SOURCE / ".github/workflows").glob("*.yml")}
RELEASE = WORKFLOWS["release.yml"]


def test_actions_are_pinned_by_their_commit():
    actions = [line for text in WORKFLOWS.values() for line in re.findall(r"uses: (?!\./)(.*)", text)]
    assert actions and [line for line in actions if not re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v[\d.]+", line)] == []


def test_what_pip_installs_for_a_release_is_pinned():
    installed = re.findall(r"pip install (.*)", RELEASE)
    assert installed
    assert all(re.fullmatch(r"--no-deps -r (\{project\}/)?\.github/requirements\.txt", text) for text in installed)
    requirements = (SOURCE / ".github/requirements.txt").read_text().splitlines()
    assert [line for line in requirements if not re.match(r"#|[\w-]+==[\d.]+(; |$)", line)] == []


def test_every_platform_that_builds_is_expected_where_all_is_put_together():
    built = json.loads(re.search(r"fromJSON\('(.*)'\)", RELEASE)[1])
    assert re.search(r"combine\.py built dist (.*)", RELEASE)[1].split() == built


def test_the_bundle_for_maven_is_made_as_the_page_says():
    [bundle] = re.findall(r"^packaging/bundle .*", (SOURCE / "docs/publishing.md").read_text(), re.MULTILINE)
    assert f"          {bundle}\n" in RELEASE
