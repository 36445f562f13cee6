"""What does the function give, and when has it failed?"""
from __future__ import annotations

import re

from deciding.building import Building
from deciding.kinds import object_type, resolve
from deciding.names import camel, snake
from deciding.texts import result_list, stars
from deciding.values import BYTES, is_bytes, value_of
from decisions import Class, Given, Kind, Value
from model import Line, Parameter, Type

VALUE = re.compile(r"(^|_)(is|has|can|[a-z]*count|[a-z]*size|length|len|num|number|version|total|index|changes|width|height"
                   r"|type|get|bytes|errcode|code)(_|$)")
CREATES = re.compile(r"_(new|create|alloc|init|open|dup|copy|clone)(_v\d)?$")
SHOWN = re.compile(r"(^|_)(get|next|prev(ious)?|parent|first|last|child|root|find|current|peek|at)(_|$)")
LENGTHS = re.compile(r"(.*_|[a-z]*p|in|out|dst|dest|buf|res)?(len|length|size|count|n|num)(_?(p|ptr|out|ret))?", re.IGNORECASE)
TEXT = Kind("text", "view", "border_text_view")
STATUS_OF_INT = {"int", "long", "int32_t"}


def status_line(building: Building) -> Line | None:
    """The %status of the type that the function returns."""
    result = building.function.result
    truth = building.said.about("truth", building.function.name)
    if building.has("no_status") or truth and len(truth.arguments) == 1:
        return None
    named = result.name if result.shape == "name" else ""
    return next((line for line in building.said.all("status") if line.arguments[0] == named), None)


def ask_status(building: Building, line: Line) -> None:
    """An int may be a value: where the name suggests one, the author says."""
    name = building.function.name
    pointers = [each for each in building.function.parameters if resolve(building.kinds.header, each.type).shape == "pointer"
                and not resolve(building.kinds.header, each.type).of.const and not building.kinds.handle(each.type)]
    if line.arguments[0] in STATUS_OF_INT and VALUE.search(name) and not pointers and not building.has("is_status"):
        if not any(map(building.has, ("truth", "absent", "iterates"))):
            type = line.arguments[0]
            raise building.refuse(f"is its {type} a status or a value? Say %no_status({name}), or %is_status({name})")


def failure(building: Building, line: Line | None) -> tuple[str, str, str]:
    """The condition, code and message of a failure."""
    condition, code, message = reported(building, line)
    if not building.error:
        return condition, code, message
    message = building.error if message == "NULL" else f"{building.error} ? {building.error} : {message}"
    return condition or f"{building.error} != NULL", code, message


def reported(building: Building, line: Line | None) -> tuple[str, str, str]:
    """By what the function returns."""
    said = building.said.about("fails_if", building.function.name)
    if said:
        message = said.arguments[2] if len(said.arguments) > 2 else "NULL"
        code = "border_returned" if is_number(building) else "0"
        return building.expression(said.arguments[1]), code, building.expression(message)
    if not line:
        return "", "0", "NULL"
    succeeded = line.arguments[1]
    condition = f"!({succeeded})" if re.search(r"\bstatus\b", succeeded) else f"status != {succeeded}"
    condition = building.expression(condition + also_success(building))
    return condition, "border_returned", building.expression(message_of(building, line))


def also_success(building: Building) -> str:
    """Values of the status that are no failure of this function."""
    values = []
    for name in ("truth", "absent", "iterates"):
        line = building.said.about(name, building.function.name)
        values += line.arguments[1:] if line else []
    stream = building.said.about("stream", building.function.name)
    values += " ".join(stream.arguments[3:]).split() if stream else []
    return "".join(f" && status != {value}" for value in values)


def is_number(building: Building) -> bool:
    return building.kinds.scalar(building.function.result) is not None


def message_of(building: Building, line: Line) -> str:
    """Of the object, if it has one of its own; of one that could not be made there is none."""
    header = building.kinds.header
    owner = building.made[0][1] if building.made else None
    if building.receiver:
        owner = building.kinds.handle(building.receiver.type)
    general = line.arguments[2] if len(line.arguments) > 2 else "NULL"
    own = next((said.arguments[1] for said in building.said.all("message")
                if owner and object_type(header, said.arguments[0]) == object_type(header, owner.type)), general)
    if not re.search(r"\bself\b", own):
        return own
    otherwise = "NULL" if re.search(r"\bself\b", general) else general
    if not owner:
        return otherwise
    return own if building.receiver else f"{building.made[0][0]} ? {own} : {otherwise}"


def decide_result(building: Building, status: Line | None) -> None:
    """The result that C returns, before those that it gives through pointers."""
    function, kinds = building.function, building.kinds
    truth = building.said.about("truth", function.name)
    result = function.result
    if truth:
        condition = f"border_returned == {truth.arguments[1]}" if len(truth.arguments) > 1 else "border_returned != 0"
        building.give("result", Kind("numbers", "bool", "bool"), Given(building.expression(condition)), first=True)
    elif status or result.name == "void" or building.fill and "border_returned" in building.fill.used + building.fill.needed:
        return
    elif result_list(building):
        return
    elif building.has("view") or building.has("owned"):
        view(building)
    elif kinds.scalar(result):
        building.give("result", kinds.scalar(result), Given("border_returned"), first=True)
    elif kinds.is_text(result):
        ask_length(building)
        building.give("result", TEXT, Given("border_returned", "text"), first=True)
    elif kinds.handle(result):
        handle_result(building, kinds.handle(result))
    elif is_bytes(building, result):
        building.give("result", BYTES, Given("&border_returned", "copied", "sizeof border_returned"), first=True)
    elif result.shape == "pointer" and is_bytes(building, result.of):
        building.give("result", BYTES, Given("border_returned", "view", "sizeof *border_returned"), first=True)
    elif value_of(building, result):
        give_value(building, value_of(building, result), "made")
    elif result.shape == "pointer" and value_of(building, result.of):
        ask_length(building)
        give_value(building, value_of(building, result.of), "shown")
    else:
        raise building.refuse(result_suggestion(building))


def ask_length(building: Building) -> None:
    """What has a length need not end with NUL, nor be one struct only."""
    for each in building.function.parameters:
        said = any(building.line(name, each) for name in ("out", "inout", "pass"))
        if is_length_of_result(building, each) and not said:
            raise building.refuse(f"is *{each.name} the length of the result? Say {of_length(building, each)}")


def is_length_of_result(building: Building, parameter: Parameter) -> bool:
    pointer = resolve(building.kinds.header, parameter.type)
    counts = pointer.shape == "pointer" and not pointer.of.const and building.kinds.number(pointer.of)
    return bool(counts and LENGTHS.fullmatch(parameter.name))


def of_length(building: Building, parameter: Parameter) -> str:
    name, length = building.function.name, parameter.name
    return f"%view({name}, *{length}), or %owned({name}, FREE, *{length}), or %out({name}::{length}) if it is one value"


def handle_result(building: Building, made: Class) -> None:
    if building.receiver and not is_owner_said(building) and not by_name(building, made):
        raise building.refuse(who_destroys(building))
    building.made.insert(0, ("border_returned", made))
    building.give("result", Kind("handles", made.name, f"{made.c} *"), Given("border_returned", "object"), first=True)


def is_owner_said(building: Building) -> bool:
    return any(map(building.has, ("creates", "borrowed", "independent", "copies")))


def who_destroys(building: Building) -> str:
    name = building.function.name
    return f"who destroys the result? Say %creates({name}) if the caller does, %borrowed({name}) if the object does"


def is_shown(building: Building) -> bool:
    """Its name says that there was something already."""
    return SHOWN.search(snake(building.function.name)) is not None and not is_owner_said(building)


def by_name(building: Building, made: Class) -> bool:
    """T *T_new(parent) makes one; T *T_init(T *) may give back what it was given."""
    of, type = building.kinds.handle(building.receiver.type), made.type.split()[-1].removesuffix("_t")
    return made is not of and re.fullmatch(re.escape(type) + CREATES.pattern, building.function.name) is not None


def give_value(building: Building, made: Value, how: str) -> None:
    kind = Kind("values", made.name, f"border_made_{made.name}")
    building.give("result", kind, Given("border_returned", how), first=True)


def view(building: Building) -> None:
    """An array, bytes or text that the library owns, or that the caller frees."""
    line = building.said.about("owned", building.function.name) or building.said.about("view", building.function.name)
    free, length = (line.arguments[1:] + ("",))[:2] if line.name == "owned" else ("", line.arguments[1])
    said = line.arguments[2] if line.name == "view" and len(line.arguments) > 2 else ""
    kind = elements(building, building.function.result, said)
    if not length and kind.file != "text":
        raise building.refuse(f"how long is the result? Say %{line.name}(.., LENGTH)")
    how = "view" if length else "text"
    building.give("result", kind, Given("border_returned", how, building.expression(length), free), first=True)


def elements(building: Building, type: Type, said: str = "") -> Kind:
    """What a pointer points to, as a result: text, bytes or an array."""
    element = building.kinds.element(type)
    if said == "text" or not said and resolve(building.kinds.header, type.of).name == "char":
        return TEXT
    if value_of(building, type.of):
        return Kind("values", value_of(building, type.of).name, f"border_list_view_{value_of(building, type.of).name}")
    if building.kinds.is_memory(type):
        return Kind("bytes", "view", "border_bytes_view")
    if element:
        return Kind("arrays", element.name, f"border_view_{element.name.replace(' ', '_')}")
    raise building.refuse(f"nothing says what the elements of {type} are")


def result_suggestion(building: Building) -> str:
    type, name = building.function.result, building.function.name
    line = f"%skip({name})"
    if stars(building, type) == 2:
        line = f"%texts({name}, NULL), or %texts({name}, COUNT), or {line}"
    elif building.kinds.is_memory(type) or building.kinds.element(type):
        line = f"%view({name}, LENGTH), or %owned({name}, FREE, LENGTH), or {line}"
    elif resolve(building.kinds.header, type).name in building.kinds.header.structs:
        line = f"%value({type.name}, NAME), or {line}"
    elif type.shape == "pointer" and type.of.shape == "name":
        line = f"%handle({type.of.name}, NAME, DESTROY), or {line}"
        if resolve(building.kinds.header, type.of).name in building.kinds.header.structs:
            line = f"%value({type.of.name}, NAME), or {line}"
    return f"nothing says what the result {type} is. Say {line}"


def record_name(owner: str, name: str) -> str:
    return camel(f"{owner}_{name}" if owner else name) + "Result"
