"""How does this function cross? Asks the other files, in the order in which the answers depend on each other."""
from __future__ import annotations

import dataclasses

from deciding.arguments import decide_arguments
from deciding.building import Building
from deciding.callbacks import calls_back, keep_callbacks
from deciding.construction import constructs
from deciding.keeping import keep_with_made, keeper
from deciding.kinds import Kinds, object_type
from deciding.lines import Lines
from deciding.macros import macro
from deciding.names import method_name
from deciding.protocols import check_protocol
from deciding.results import ask_status, decide_result, failure, record_name, status_line
from deciding.streams import stream
from decisions import NOTHING, Argument, Body, Class, Crossing, Given, Kind, Output, Record
from model import Function, Parameter

KEYWORDS = set("""auto break case char const continue default do double else enum extern float for goto if inline int long
register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while""".split())


def decide_function(kinds: Kinds, said: Lines, function: Function, constructed: set[str]) -> tuple[Crossing, Record | None]:
    special = macro(kinds, said, function)
    if special:
        return special, None
    building = Building(kinds.of(function.name), said, function)
    building.constructs = constructs(building)
    building.receiver = receiver(building)
    status = status_line(building)
    if status:
        ask_status(building, status)
    building.status = status is not None
    decide_arguments(building)
    stream(building)
    decide_result(building, status)
    return assemble(building, status, constructed)


def receiver(building: Building) -> Parameter | None:
    """The first parameter that is an object; what C gives through a pointer, or fills, may stand before it."""
    kinds = building.kinds
    if building.constructs and not building.has("copies"):
        return None
    return next((each for each in building.function.parameters if kinds.handle(each.type) and not kinds.made(each.type)
                 and each is not building.constructs), None)


def assemble(building: Building, status, constructed: set[str]) -> tuple[Crossing, Record | None]:
    said, function = building.said, building.function
    role, owner = place(building, constructed)
    if role in ("static", "constructor"):
        give_back_receiver(building)
    name = method_name(said, function.name, owner)
    keep_with_made(building)
    keep_callbacks(building)
    own_objects(building)
    condition, code, message = failure(building, status)
    end = none_left(building)
    nullable = bool(end) or said.about("nullable", function.name) is not None
    outputs = tuple(optional(each, nullable or each.nullable, len(building.outputs)) for each in building.outputs)
    nullable = outputs[0].nullable if len(outputs) == 1 else nullable
    record = Record(record_name(owner.name if owner else "", name), outputs) if len(outputs) > 1 else None
    result = Kind("records", record.name, record.c) if record else outputs[0].kind if outputs else NOTHING
    if not condition and is_trivial(building, outputs):
        return wrapped(function, name, tuple(building.arguments), result), None
    body = Body(
        call=f"{function.name}({', '.join(building.values)})",
        returned="" if function.result.name == "void" else function.result.spell("border_returned"),
        parameters=parameters(building, role),
        objects=tuple(building.objects), locals=tuple(building.locals), checks=tuple(building.checks),
        arenas=tuple(building.arenas), failed=condition, code=code, message=message,
        absent=building.expression(f"status == {end}") if end not in ("", "NULL") else "",
        outputs=outputs, after=tuple(building.after), fill=building.fill, stream=building.stream,
        kept=tuple(building.kept), keeper=keeper(building),
        make=building.make, lists=tuple(building.lists), undo=undo(building, condition), always=tuple(building.always),
        callbacks=tuple(building.callbacks), calls_back=calls_back(building), throws=building.kinds.throws)
    unsure = any(each.given.how in ("object", "texts") or each.given.how not in ("value", "made") and not nullable
                 for each in outputs)
    checked = bool(building.checks or any(each.goes_to for each in building.objects))
    entered = building.objects or building.lists or building.arenas
    may_fail = bool(condition or checked or entered or building.fill or building.kept or building.make or unsure
                    or body.calls_back or body.throws)
    return Crossing(function, name, symbol(role, owner, name, function), tuple(building.arguments), result, nullable, role,
                    owner.name if owner else "", may_fail, check_protocol(building, role, owner, outputs),
                    "status" if condition or body.throws else "", checked,
                    building.has("blocking") or body.calls_back, documentation=function.sections, body=body), record


def undo(building: Building, condition: str) -> tuple[tuple[str, str], ...]:
    """What C makes although it fails, or although a callback does: nobody would get it."""
    if calls_back(building):
        destroyed = [(each.given.expression, taken_back(building, each.given.expression, each.given.destroy))
                     for each in building.outputs
                     if each.given.how == "object" and each.given.destroy != "nothing" and not each.given.ref]
        freed = [(each.given.expression, each.given.free) for each in building.outputs if each.given.free and not building.fill]
        return tuple(destroyed + freed)
    if not condition:
        return ()
    freed = [(each.given.expression, each.given.free) for each in building.outputs
             if each.given.free and each.given.expression.startswith("border_out_")]
    destroyed = [(name, taken_back(building, name, made.name)) for name, made in building.made if name != "border_returned"]
    return tuple(destroyed + freed)


def taken_back(building: Building, name: str, made: str) -> str:
    return building.make.undo if building.make and building.make.name == name else f"border_destroy_{made}"


def none_left(building: Building) -> str:
    """What C returns where there is no result, and that is no failure."""
    line = building.said.about("absent", building.function.name) or building.said.about("iterates", building.function.name)
    return line.arguments[1] if line else ""


def is_trivial(building: Building, outputs: tuple[Output, ...]) -> bool:
    """Whether the header's own function does all that is needed."""
    more = (calls_back(building) or building.kinds.throws or building.has("blocking") or building.checks or building.objects
            or building.locals or building.after or building.fill)
    simple = all(each.kind.file in ("numbers", "enums") or each.kind.name == "text" for each in building.arguments)
    as_passed = [value.rpartition(" ")[2] for value in building.values] == [each.name for each in building.arguments]
    return (not more and simple and as_passed
            and all(each.given == Given("border_returned") and not each.nullable for each in outputs))


def wrapped(function: Function, name: str, arguments: tuple[Argument, ...], result: Kind) -> Crossing:
    """The header's own function: nothing needs to be done around it."""
    return Crossing(function, name, function.name, arguments, result, documentation=function.sections)


def parameters(building: Building, role: str) -> tuple[tuple[str, str], ...]:
    """Of the generated function: an object comes as its cell, and has its own name inside."""
    receiver = [("border_cell *", f"border_cell_{building.receiver.name}")] if role == "method" else []
    return tuple(receiver + [("border_cell *", f"border_cell_{each.name}") if each.kind.file == "handles"
                             else (each.kind.c, each.name) for each in building.arguments])


def place(building: Building, constructed: set[str]) -> tuple[str, Class | None]:
    """Method, constructor or function, and of which class."""
    made = next((each.kind.name for each in building.outputs if each.kind.file == "handles"), "")
    classes = {each.name: each for each in building.kinds.classes.values()}
    of = building.kinds.handle(building.receiver.type) if building.receiver else None
    borrowed = building.has("borrowed")
    if made and not borrowed and (not of or bears(building.function.name, classes[made], of)):
        if not of and made not in constructed and len(building.outputs) == 1:
            constructed.add(made)
            return "constructor", classes[made]
        return "static", classes[made]
    return ("method", of) if of else ("function", None)


def bears(name: str, made: Class, receiver: Class) -> bool:
    """Whether the function has the name of the class that it makes, and not of the object that it is given."""
    longer = len(bare(receiver)) > len(bare(made)) and name.startswith(bare(receiver))
    return made is not receiver and name.startswith(bare(made)) and not longer


def bare(of: Class) -> str:
    return of.type.split()[-1].removesuffix("_t") + "_"


def give_back_receiver(building: Building) -> None:
    """Of a static method the object is an argument like any other."""
    if not building.receiver:
        return
    of = building.kinds.handle(building.receiver.type)
    kept, building.arguments = building.arguments, []
    building.take(building.receiver, Kind("handles", of.name, f"{of.c} *"))
    building.arguments += kept


def own_objects(building: Building) -> None:
    """Who keeps what C made alive, and who destroys it."""
    for index, each in enumerate(building.outputs):
        given = each.given
        if given.how == "object":
            given = own_object(building, each)
        elif given.how in ("text", "view", "made", "shown") and building.objects and not given.free:
            given = dataclasses.replace(given, parent=f"border_cell_{building.objects[0].name}")
        building.outputs[index] = dataclasses.replace(each, given=given)


def own_object(building: Building, output: Output) -> Given:
    kinds, borrowed = building.kinds, building.has("borrowed")
    refs = {kinds.classes[object_type(kinds.header, line.arguments[0])].name: line.arguments[1]
            for line in building.said.all("refcounted")}
    ref = refs.get(output.kind.name, "") if borrowed else ""
    independent = ref or building.has("independent") or building.has("copies")
    parent = "border_cells" if building.objects and not independent else ""
    one_thread = any(each.name == output.kind.name and each.one_thread for each in kinds.classes.values())
    destroy = "nothing" if borrowed and not ref else output.kind.name
    return dataclasses.replace(output.given, parent=parent, destroy=destroy, ref=ref, one_thread=one_thread)


def optional(output: Output, nullable: bool, count: int) -> Output:
    """With room for "there is none"."""
    if not nullable:
        return output
    kind = output.kind
    if kind.file in ("numbers", "enums"):
        kind = dataclasses.replace(kind, c=f"border_optional_{kind.name.replace(' ', '_')}")
    elif kind.file in ("text", "texts", "bytes", "arrays", "values"):
        kind = dataclasses.replace(kind, c=kind.c.replace("border_", "border_nullable_", 1))
    elif kind.file == "handles":
        kind = dataclasses.replace(kind, c=f"border_nullable_{kind.name} *")
    return dataclasses.replace(output, kind=kind, nullable=True)


def symbol(role: str, owner: Class | None, name: str, function: Function) -> str:
    """By SWIG's own rule for the methods of a struct."""
    if role == "constructor":
        return f"new_{owner.c}"
    own = f"{name}_" if name in KEYWORDS else name
    return f"{owner.c}_{own}" if owner else f"border_{function.name}"
