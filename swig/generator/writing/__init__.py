"""The third part: decisions become text, by templates that look like what comes out. A language is a folder here."""
from __future__ import annotations

import importlib
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from decisions import Decisions
from model import Function

FOLDER = Path(__file__).parent


def environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
                       undefined=StrictUndefined, autoescape=False)


def write(language: str, decisions: Decisions, settings: dict[str, object], output: Path) -> None:
    """Every template NAME.j2 of the language becomes the file NAME; those of `common` are included by them. A language that
    has a file for each class says which: files()."""
    templates = environment()
    spelling = importlib.import_module(f"writing.{language}.spelling")
    functions = {name: value for name, value in vars(spelling).items() if callable(value)}
    templates.filters.update(functions, caught=caught)
    templates.tests.update(functions)
    paths = [FOLDER / "common" / "lines.i.j2", *sorted((FOLDER / language).glob("*.j2"))]
    written = [(f"{path.parent.name}/{path.name}", path.stem, None) for path in paths]
    files = getattr(spelling, "files", no_files)(decisions, settings)
    written += [("common/caught.cpp.j2", "caught.cpp", None)] if decisions.caught else []
    written += [(f"{language}/{template}", file, it) for template, file, it in files]
    for template, file, it in written:
        text = templates.get_template(template).render(
            {**settings, "decisions": decisions, "crossings": decisions.crossings, "it": it, "output": output.as_posix()})
        (output / file).parent.mkdir(parents=True, exist_ok=True)
        (output / file).write_text(text, encoding="utf-8")


def caught(function: Function) -> str:
    """The prototype of what calls this one, and catches what it throws."""
    parameters = ", ".join(each.type.spell(each.name) for each in function.parameters) or "void"
    return re.sub(r"\b_Bool\b", "bool", function.result.spell(f"border_caught_{function.name}({parameters})"))


def no_files(decisions: Decisions, settings: dict[str, object]) -> list:
    return []


def list_crossings(decisions: Decisions) -> str:
    return environment().get_template("list.j2").render(decisions=decisions, crossings=decisions.crossings)
