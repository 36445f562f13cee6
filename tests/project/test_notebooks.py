"""A notebook runs from its first cell to its last, and holds no output: what one machine measured is not for a diff."""
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

SOURCE = Path(__file__).parents[2]
NOTEBOOKS = [pytest.param(path, id=path.stem) for path in sorted((SOURCE / "docs").glob("*.ipynb"))]


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_notebook(path, tmp_path, monkeypatch):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in code if cell.outputs or cell.execution_count] == []
    for variable in "HOME", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR":
        monkeypatch.setenv(variable, str(tmp_path))
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute(cwd=str(tmp_path))
    if "EXECUTED" in os.environ:  # to look at it: jupyter nbconvert
        nbformat.write(notebook, Path(os.environ["EXECUTED"]) / path.name)
