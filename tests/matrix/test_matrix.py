"""The matrix tells what was proved, what cannot run here, and what failed; only the last is a failure of ./dev matrix."""
import cells
import matrix
import pytest
from cells import Cell

RESULTS = {
    "proved": (Cell("c", "true"), "passed", 0),
    "proved less": (Cell("c", "true", proof="built only"), "built only", 0),
    "tools are there": (Cell("c", "true", {"no bash": "command -v bash"}), "passed", 0),
    "a tool is missing": (Cell("c", "false", {"no bash": "true", "no zig": "false"}), "not run: no zig", 0),
    "failed": (Cell("c", "false; true"), "FAILED: see c.log", 1),
    "failed in a pipe": (Cell("c", "false | true"), "FAILED: see c.log", 1),
    "a download failed": (Cell("c", "true", fetches=("true", "false")), "FAILED to download: see c.log", 1),
    "too slow": (Cell("c", "sleep 60"), "FAILED: stopped after 1 seconds", 1),
    "a download is too slow": (Cell("c", "true", fetches=("sleep 60",)), "FAILED: stopped after 1 seconds", 1),
}


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(matrix, "FOLDER", tmp_path)
    monkeypatch.setattr(matrix, "FETCHED", tmp_path / "fetched")
    return tmp_path


@pytest.mark.parametrize("case", RESULTS)
def test_result_and_exit_code(monkeypatch, folder, case):
    cell, result, code = RESULTS[case]
    monkeypatch.setattr(matrix, "CELLS", [cell, Cell("another", "true")])
    if "slow" in case:
        monkeypatch.setattr(matrix, "TIME_LIMIT", 1)
    assert matrix.main() == code
    assert (folder / "report.md").read_text().splitlines()[2].startswith(f"| c | {result} | ")


def test_a_text_that_no_cell_has_is_a_failure():
    assert matrix.main("no cell") == 1


def test_a_failed_download_from_debian_is_a_failure(monkeypatch):
    monkeypatch.setattr(matrix, "CELLS", [Cell("c", "true", fetches=cells.fetched("x", "no-such-suite", "amd64", "hello"))])
    assert matrix.main() == 1


def test_every_cell_has_a_name_of_its_own():
    names = [cell.name for cell in cells.CELLS]
    assert len(set(names)) == len(names)
