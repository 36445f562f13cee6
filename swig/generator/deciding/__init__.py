"""The second part: the model becomes decisions. One file per question; what cannot be known is refused, with a line to add."""
from __future__ import annotations

from deciding.functions import decide_function
from deciding.lines import Lines
from decisions import Decisions
from model import Header, Line, Refusal


def decide(header: Header, lines: list[Line]) -> Decisions:
    said = Lines(header, lines)
    decisions, refusals = Decisions(), []
    for function in header.functions.values():
        try:
            decisions.crossings.append(decide_function(header, said, function))
        except Refusal as refusal:
            refusals.append(str(refusal))
    if refusals:
        raise Refusal("\n".join(refusals))
    return decisions
