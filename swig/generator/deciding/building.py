"""A function on its way to a decision: what its parameters have given so far."""
from __future__ import annotations

import re

from deciding.kinds import Kinds, resolve
from deciding.lines import Lines
from decisions import Argument, Callback, Check, Class, Fill, Given, Kept, Kind, Make, Object, ObjectList, Output, Stream
from model import Function, Line, Parameter, Refusal, Type


class Building:
    def __init__(self, kinds: Kinds, said: Lines, function: Function):
        self.kinds, self.said, self.function = kinds, said, function
        self.arguments: list[Argument] = []
        self.values: list[str] = []  # what the C function is given
        self.locals: list[str] = []
        self.checks: list[Check] = []
        self.arenas: list[str] = []
        self.objects: list[Object] = []
        self.outputs: list[Output] = []
        self.made: list[tuple[str, Class]] = []  # locals through which C gives objects
        self.after: list[str] = []
        self.fill: Fill | None = None
        self.stream: Stream | None = None
        self.kept: list[Kept] = []
        self.lists: list[ObjectList] = []
        self.receiver: Parameter | None = None
        self.constructs: Parameter | None = None  # what is made for C to fill
        self.make: Make | None = None
        self.callbacks: list[Callback] = []
        self.status = False
        self.error = ""  # a local in which C says what has failed
        self.always: list[str] = []
        self.lengths: set[str] = set()  # the parameters through which C says how long something is

    def line(self, name: str, parameter: Parameter) -> Line | None:
        return self.said.at(name, self.function, parameter)

    def has(self, name: str) -> bool:
        return self.said.about(name, self.function.name) is not None

    def refuse(self, problem: str) -> Refusal:
        return Refusal(f"{self.function.name}: {problem}")

    def take(self, parameter: Parameter, kind: Kind, **more) -> None:
        """An argument of the user's."""
        self.arguments.append(Argument(parameter.name, kind, **more))

    def give(self, name: str, kind: Kind, given: Given, first: bool = False) -> None:
        """A result of the user's."""
        self.outputs.insert(0 if first else len(self.outputs), Output(name, kind, given))

    def require(self, condition: str, argument: str, message: str, *values: str) -> None:
        self.checks.append(Check(self.expression(condition), argument, message, tuple(map(self.expression, values))))

    def require_fits(self, size: str, type: Type, argument: str) -> None:
        """A length that the C function takes in a narrower type."""
        if resolve(self.kinds.header, type).name not in ("size_t", "uint64_t", "unsigned long long"):
            self.require(f"{size} == (size_t) ({type}) {size}", argument, "it is too long for the library")

    def expression(self, text: str) -> str:
        """An expression of the author's: `self` is the object, `status` and `returned` what C returned."""
        text = re.sub(r"\b(?:status|returned)\b", "border_returned", text)
        for name in self.lengths:
            text = re.sub(rf"\*?\b{name}\b", f"border_out_{name}", text)
        receiver = self.receiver.name if self.receiver else self.made[0][0] if self.made else ""
        return re.sub(r"\bself\b", receiver, text) if receiver else text
