"""The third part: decisions become text, by templates that look like what comes out. A language is a folder here."""
from __future__ import annotations

import importlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from decisions import Decisions

FOLDER = Path(__file__).parent


def environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
                       undefined=StrictUndefined, autoescape=False)


def write(language: str, decisions: Decisions, settings: dict[str, object], output: Path) -> None:
    """Every template NAME.j2 of the language becomes the file NAME; those of `common` are included by them."""
    templates = environment()
    spelling = importlib.import_module(f"writing.{language}.spelling")
    templates.filters.update({name: value for name, value in vars(spelling).items() if callable(value)})
    output.mkdir(parents=True, exist_ok=True)
    for path in [FOLDER / "common" / "lines.i.j2", *sorted((FOLDER / language).glob("*.j2"))]:
        template = templates.get_template(f"{path.parent.name}/{path.name}")
        text = template.render(decisions=decisions, crossings=decisions.crossings, **settings)
        (output / path.stem).write_text(text, encoding="utf-8")


def list_crossings(decisions: Decisions) -> str:
    return environment().get_template("list.j2").render(decisions=decisions, crossings=decisions.crossings)
