"""What must be called before everything else, and what at the very end."""
from __future__ import annotations

import dataclasses

from deciding.functions import decide_function
from deciding.kinds import Kinds
from deciding.lines import Lines
from decisions import NOTHING, Body, Crossing
from model import Refusal


def decide_start(kinds: Kinds, said: Lines) -> Crossing | None:
    line = next(iter(said.all("library")), None)
    if not line:
        return None
    function = kinds.header.functions[line.arguments[0]]
    if function.parameters:
        raise Refusal(f"{line.where}: {function.name}() takes arguments, which nobody has at the start")
    crossing, _ = decide_function(kinds, said, function, set())
    body = crossing.body or Body(f"{function.name}()")
    if not body.failed and function.result.name != "void":
        raise Refusal(f"{function.name}: nothing says when it has failed. Say %status({function.result}, OK), "
                      f"or %fails_if({function.name}, CONDITION)")
    return dataclasses.replace(crossing, symbol="border_start", role="start", result=NOTHING, may_fail=True,
                               body=dataclasses.replace(body, outputs=()))


def decide_end(said: Lines) -> str:
    """The function that is called at the end, if nothing of the library is in use any more."""
    return next((line.arguments[1] for line in said.all("library") if len(line.arguments) > 1), "")
