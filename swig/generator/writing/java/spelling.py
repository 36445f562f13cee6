"""How Java spells things."""
from __future__ import annotations

import re

from decisions import Crossing

KEYWORDS = set("""abstract assert boolean break byte case catch char class const continue default do double else enum extends
final finally float for goto if implements import instanceof int interface long native new package private protected public
return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null _
notify wait clone close""".split())


def name(c: str) -> str:
    """some_name as someName."""
    camel = re.sub(r"_+(\w)", lambda letter: letter[1].upper(), c)
    return f"{camel}_" if camel in KEYWORDS else camel


def public_name(crossing: Crossing) -> str:
    return name(crossing.name)
