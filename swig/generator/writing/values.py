"""What every language asks of structs."""
from __future__ import annotations

from decisions import Kind, Member


def is_list(kind: Kind) -> bool:
    """Whether it is several structs."""
    return kind.file == "values" and "list_" in kind.c


def is_array(member: Member) -> bool:
    return member.form in ("numbers", "octets")
