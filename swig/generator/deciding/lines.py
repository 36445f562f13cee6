"""What the author's lines say, by the function that they are about. A line that names what the header lacks is an error."""
from __future__ import annotations

from model import Header, Line, Refusal

# How a line is written, as the errors show it.
FORMS = {
    "negative_is_overflow": "%negative_is_overflow(FUNCTION, ARGUMENT)",
    "index_of_first_overflow": "%index_of_first_overflow(FUNCTION, INPUT, COUNT, OUTPUT)",
    "library_version": "%library_version(FUNCTION, MACRO)",
}
OF_SWIG = {"module", "include", "import", "rename", "ignore", "feature", "typemap", "apply", "clear", "constant", "pragma", "insert"}


class Lines:
    def __init__(self, header: Header, lines: list[Line]):
        self.by_name: dict[str, list[Line]] = {}
        for line in lines:
            if line.name in OF_SWIG:
                continue
            check(header, line)
            self.by_name.setdefault(line.name, []).append(line)

    def about(self, name: str, function: str) -> Line | None:
        """The line %name(function, ..)."""
        return next((line for line in self.by_name.get(name, []) if line.arguments[0] == function), None)


def check(header: Header, line: Line) -> None:
    form = FORMS.get(line.name)
    if not form:
        raise Refusal(f"{line.where}: there is no %{line.name}; there are {', '.join(FORMS.values())}")
    wanted = form.count(",") + 1
    if len(line.arguments) != wanted:
        raise Refusal(f"{line.where}: {len(line.arguments)} arguments, but it is written {form}")
    if "(FUNCTION" in form:
        check_function(header, line, line.arguments[0])


def check_function(header: Header, line: Line, name: str) -> None:
    if name not in header.functions:
        raise Refusal(f"{line.where}: %{line.name}({name}, ..): the header has no function {name}")
