"""The first draft of NAME.i for a header that nobody has described: what the header's names tell, and then the rules are asked
until they refuse nothing any more."""
from __future__ import annotations

from deciding import decide
from model import Header, Refusal
from suggesting.draft import Draft, parsed, tidy
from suggesting.guesses import answers
from suggesting.lifetimes import kept_texts, taken_over
from suggesting.names import counted, handles, messages, other_destroyers, prefix, statuses, truths
from writing.java.names import refuse_collisions


def suggest(header: Header) -> Draft:
    lines = [line for part in (prefix, handles, other_destroyers, counted, statuses, messages, truths) for line in part(header)]
    lines += kept_texts(header, lines) + taken_over(header, lines)
    for _ in range(100):
        refusals = refused(header, lines)
        if not refusals:
            return tidy(lines)
        lines += answers(header, lines, refusals)
    raise Refusal("no draft was found: " + refusals[0])


def refused(header: Header, lines: Draft) -> list[str]:
    try:
        refuse_collisions(decide(header, [parsed(line) for line, _ in lines]), "")
    except Refusal as refusal:
        return str(refusal).split("\n")
    return []
