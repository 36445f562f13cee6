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
    start = prefix(header)
    objects = handles(header, start)
    about_them = [line for part in (other_destroyers, counted) for line in part(header, objects)]
    lines = start + objects + about_them + statuses(header) + messages(header, objects) + truths(header)
    lines += kept_texts(header, objects) + taken_over(header, objects)
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
