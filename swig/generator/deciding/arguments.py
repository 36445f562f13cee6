"""What is this parameter? Each rule returns how many parameters of the C function it took; the first that takes any decides."""
from __future__ import annotations

import re

from deciding.building import Building
from deciding.callbacks import callback, let_go, user_data
from deciding.construction import constructed
from deciding.defaults import default
from deciding.keeping import keep
from deciding.kinds import Kinds, is_constant, resolve
from deciding.lines import spelled
from deciding.objects import object_list
from deciding.results import elements, is_length_of_result, is_shown, of_length, who_destroys
from deciding.texts import count, lengths, of_texts, owned_text, texts
from deciding.values import as_bytes, value, value_list
from decisions import Fill, Given, Kind, Object
from model import Parameter, Type

SIZE_NAMES = "len|length|size|n|count|num|nbytes|n_?bytes?"
OF_WHAT = r"[a-z]|in|out|str|buf(fer)?|src|dst|dest|key|data|text|msg|name|val|value"  # nlen, outlen
SIZES = re.compile(rf"(.*_)?({SIZE_NAMES}|({OF_WHAT})(len|length|size))", re.IGNORECASE)
OF_SOMETHING_ELSE = re.compile(r".*(block|page|chunk|cache|window|stack|heap|map|pool|frame)_?size", re.IGNORECASE)
ARRAYS = re.compile(r"(.*_)?(arr(ay)?|buf(fer)?|data|ptr|dst|dest|list|table|vec(tor)?"
                    r"|values|samples|items|ranges|offsets|indices|points|codes|ids|sizes|dims|strides|coeffs|weights)",
                    re.IGNORECASE)
OPTIONS = re.compile(r".*(flags?|flg|mode|opt(ion)?s?|type|kind|level|index|idx|base|which|id|code|op|timeout)", re.IGNORECASE)
TEXT = Kind("text", "text", "border_text")


def decide_arguments(building: Building) -> None:
    building.lengths = lengths(building)
    parameters = [*building.function.parameters]
    while parameters:
        following = parameters[1] if len(parameters) > 1 else None
        taken = next((count for rule in RULES if (count := rule(building, parameters[0], following))), 0)
        if not taken:
            raise building.refuse(suggestion(building, parameters[0], following))
        for also in (keep, default):
            also(building, parameters[0], taken)
        parameters = parameters[taken:]


def passed(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    line = building.line("pass", parameter)
    if line:
        building.values.append(building.expression(line.arguments[1]))
    return 1 if line else 0


def sized(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """Bytes, an array or a text, whose length is the next parameter or an expression."""
    for name, kind_of in SIZED.items():
        line = building.line(name, parameter)
        if line:
            return take_sized(building, parameter, following, line.arguments[1], kind_of(building, parameter))
    return 0


def take_sized(building: Building, parameter: Parameter, following: Parameter | None, size: str, kind: Kind) -> int:
    name = parameter.name
    length = f"{name}.count" if kind.file == "arrays" else f"{name}.size"
    building.take(parameter, kind, nullable="nullable" in kind.c, writable="span" in kind.c or "buffer" in kind.c)
    building.values.append(f"({parameter.type.spell().replace('[]', '*')}) {name}.data"
                           if parameter.type.shape == "pointer" else f"(void *) {name}.data")
    if following and (size == following.type.spell() or size.split()[-1].lstrip("*") == following.name):
        building.require_fits(length, following.type, name)
        building.values.append(f"({following.type}) {length}")
        return 2
    if named(building, size):
        return 1
    or_none = f"!{name}.data || " if "nullable" in kind.c else ""
    building.require(f"{or_none}{length} == (size_t) ({size})", name,
                     f"%zu {'elements' if kind.file == 'arrays' else 'bytes'} are required, not %zu", f"(size_t) ({size})",
                     length)
    return 1


def length_elsewhere(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """The length of what does not stand right before it."""
    function = building.function.parameters
    for index, other in enumerate(function):
        line = next((line for name in ("fill", *SIZED) if (line := building.line(name, other))), None)
        if line and named(building, line.arguments[1]) is parameter and parameter not in function[index + 1:index + 2]:
            if line.name == "fill":
                building.values.append(f"{'&' * is_pointer(building, parameter)}border_out_{parameter.name}")
            else:
                length = f"{other.name}.{'count' if line.name == 'array' else 'size'}"
                building.require_fits(length, parameter.type, other.name)
                building.values.append(f"({parameter.type}) {length}")
            return 1
    return 0


def named(building: Building, size: str) -> Parameter | None:
    """The parameter that a line names as a length."""
    return next((each for each in building.function.parameters
                 if spelled(size) in (each.name, spelled(each.type.spell(each.name)))), None)


def is_pointer(building: Building, parameter: Parameter) -> bool:
    return resolve(building.kinds.header, parameter.type).shape == "pointer"


def bytes_kind(building: Building, parameter: Parameter) -> Kind:
    if not is_constant(building.kinds.header, parameter.type):
        return Kind("bytes", "buffer", "border_buffer")
    nullable = "nullable_" if building.line("nullable", parameter) else ""
    return Kind("bytes", "bytes", f"border_{nullable}bytes")


def array_kind(building: Building, parameter: Parameter) -> Kind:
    element = building.kinds.element(parameter.type)
    if not element:
        raise building.refuse(f"%array: {parameter.type.spell(parameter.name)} has no numbers. Say %bytes")
    shape = "array" if is_constant(building.kinds.header, parameter.type) else "span"
    return Kind("arrays", element.name, f"border_{shape}_{identifier(element.name)}")


def text_kind(building: Building, parameter: Parameter) -> Kind:
    return Kind("text", "sized", "border_sized_text")


SIZED = {"bytes": bytes_kind, "array": array_kind, "sized_text": text_kind}


def identifier(name: str) -> str:
    return name.replace(" ", "_")


def fill(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """Memory for C to fill."""
    line = building.line("fill", parameter)
    if not line:
        return 0
    capacity = named(building, line.arguments[1])
    if not capacity:
        raise building.refuse(f"%fill: there is no parameter {line.arguments[1]}")
    protocol, _, expression = line.arguments[2].partition("=")
    if protocol not in PROTOCOLS:
        raise building.refuse(f"%fill: the protocol is one of {', '.join(PROTOCOLS)}")
    kind = elements(building, parameter.type, line.arguments[3] if len(line.arguments) > 3 else "")
    pointer = is_pointer(building, capacity)
    counted = f"(size_t) border_out_{capacity.name}" if pointer else "border_room" if protocol == "size" else "border_returned"
    first, needed = PROTOCOLS[protocol]
    size = building.expression(expression)
    pointed = resolve(building.kinds.header, parameter.type).of
    element = "unsigned char" if pointed.name == "void" else str(pointed)
    building.fill = Fill(parameter.name, element, f"border_out_{capacity.name}",
                         str(resolve(building.kinds.header, capacity.type).of if pointer else capacity.type),
                         first.format(size), counted, needed.format(size, counted), protocol == "query")
    building.values += [parameter.name] + [f"{'&' * pointer}border_out_{capacity.name}"] * (capacity is following)
    building.give(parameter.name, kind, Given(parameter.name, "view", "border_used", "free"))
    return 1 + (capacity is following)


# How C says how much there is, and was needed: the first capacity, and how much is needed when it was not enough.
PROTOCOLS = {
    "size": ("{0}", "0"),
    "bound": ("{0}", "0"),
    "snprintf": ("64", "border_returned < 0 ? 0 : border_returned + 1"),
    "negative": ("64", "border_returned < 0 ? -border_returned : 0"),
    "query": ("0", "{1}"),
    "until": ("4096", "border_returned == {0} ? 2 * border_room : 0"),
}


def same_length(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """Several arrays with one length."""
    line = building.said.about("same", building.function.name)
    if not line:
        return 0
    count, arrays = line.arguments[1], line.arguments[2].split()
    if parameter.name == count:
        building.require_fits(f"{arrays[0]}.count", parameter.type, arrays[0])
        building.values.append(f"({parameter.type}) {arrays[0]}.count")
        return 1
    if parameter.name not in arrays:
        return 0
    kind = array_kind(building, parameter)
    building.take(parameter, kind, writable="span" in kind.c)
    building.values.append(f"{parameter.name}.data")
    if parameter.name != arrays[0]:
        building.require(f"{parameter.name}.count == {arrays[0]}.count", parameter.name,
                         f"%zu elements, but {arrays[0]} has %zu", f"{parameter.name}.count", f"{arrays[0]}.count")
    return 1


def output(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """A pointer through which C gives a value: said, or the function returns nothing but a status."""
    pointer = resolve(building.kinds.header, parameter.type)
    both = building.line("inout", parameter)
    said = both or building.line("out", parameter)
    if pointer.shape != "pointer" or pointer.of.const or not (said or building.status):
        return 0
    kind = building.kinds.scalar(pointer.of)
    if not said and may_be_array(building, parameter, following):
        return 0
    if kind and not building.kinds.made(parameter.type):
        if both:
            building.take(parameter, kind)
        local = f"border_out_{parameter.name}"
        building.locals.append(f"{pointer.of.spell(local)} = {parameter.name if both else '0'}")
        building.give(parameter.name, kind, Given(local))
    elif building.kinds.is_text(pointer.of):
        local = f"border_out_{parameter.name}"
        building.locals.append(f"{pointer.of.spell(local)} = NULL")
        building.give(parameter.name, Kind("text", "view", "border_text_view"), Given(local, "text"))
    else:
        return 0
    building.values.append(f"&{local}")
    return 1


def may_be_array(building: Building, parameter: Parameter, following: Parameter | None) -> bool:
    """C would write behind the end of one value; what the author has not said is asked."""
    kinds = building.kinds
    pointed = resolve(kinds.header, parameter.type).of
    if not kinds.number(pointed):
        return False
    function = building.function.parameters
    at = function.index(parameter)
    owner, before = (None, None, *function[:at])[-2:]
    counted = before and is_integer(kinds, before) and SIZES.fullmatch(before.name)
    of_another = owner and (kinds.element(owner.type) or kinds.is_memory(owner.type))
    capacity = any(each and is_length_of_result(building, each) for each in (before, following))
    return bool(kinds.is_memory(parameter.type) or pointed.name == "wchar_t" or ARRAYS.fullmatch(parameter.name)
                or capacity and not is_length_of_result(building, parameter)
                or counted and not of_another or following and is_count(kinds, following))


def is_count(kinds: Kinds, parameter: Parameter) -> bool:
    return is_integer(kinds, parameter) and not OPTIONS.fullmatch(parameter.name)


def is_integer(kinds: Kinds, parameter: Parameter) -> bool:
    kind = kinds.number(parameter.type)
    return kind is not None and kind.name not in ("float", "double", "bool")


def made_handle(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """T **: C makes an object, or shows one."""
    made = building.kinds.made(parameter.type)
    if not made:
        return 0
    ask_made(building, parameter, following)
    pointer = resolve(building.kinds.header, parameter.type).of
    building.locals.append(f"{pointer.spell(parameter.name)} = NULL")
    building.values.append(f"&{parameter.name}")
    building.made.append((parameter.name, made))
    building.give(parameter.name, Kind("handles", made.name, f"{made.c} *"), Given(parameter.name, "object"))
    return 1


def ask_made(building: Building, parameter: Parameter, following: Parameter | None) -> None:
    """What is given through a pointer may be the object's own, and may be several."""
    where, declared = f"{building.function.name}::{parameter.name}", parameter.type.spell(parameter.name)
    if following and is_count(building.kinds, following) and not building.line("out", parameter):
        raise building.refuse(f"does C give one object through {declared}, or read an array of them? "
                              f"Say %out({where}), or %array({where}, {following.name})")
    if building.receiver and is_shown(building):
        raise building.refuse(who_destroys(building))


def handle(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    owner = building.kinds.handle(parameter.type)
    if not owner:
        return 0
    nullable = bool(building.line("nullable", parameter))
    goes_to = ""
    if building.line("consumes", parameter):
        receiver = building.receiver
        goes_to = f"border_cell_{receiver.name}" if receiver and parameter is not receiver else "NULL"
        building.after.append(f"border_give(border_cell_{parameter.name}, {goes_to});")
    building.objects.append(Object(parameter.name, parameter.type.spell(parameter.name), owner.name, nullable, goes_to))
    building.values.append(parameter.name)
    if parameter is not building.receiver:
        c = f"border_nullable_{owner.name} *" if nullable else f"border_{owner.name} *"
        building.take(parameter, Kind("handles", owner.name, c), nullable=nullable)
    return 1


def text(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    if not building.kinds.is_text(parameter.type):
        return 0
    if following and is_length(building, following) and not building.line("terminated_text", parameter):
        name, after = (f"{building.function.name}::{parameter.name}", following.name)
        raise building.refuse(f"is {parameter.type.spell(parameter.name)} a text or bytes, and {after} its length? "
                              f"Say %sized_text({name}, {after}), or %bytes({name}, {after}), "
                              f"or %terminated_text({name}) if it is not")
    nullable = bool(building.line("nullable", parameter))
    building.take(parameter, Kind("text", "text", "border_nullable_text" if nullable else "border_text"), nullable=nullable)
    building.values.append(parameter.name)
    return 1


def is_length(building: Building, parameter: Parameter) -> bool:
    name = parameter.name
    return bool(SIZES.fullmatch(name) and not OF_SOMETHING_ELSE.fullmatch(name) and building.kinds.number(parameter.type))


def scalar(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    line = building.line("is", parameter)
    kind = building.kinds.scalar(Type(name=line.arguments[1]) if line else parameter.type)
    if not kind:
        return 0
    building.take(parameter, kind)
    building.values.append(parameter.name if kind.name == "bool" or kind.c == str(parameter.type)
                           else f"({parameter.type}) {parameter.name}")
    return 1


RULES = [let_go, passed, constructed, texts, count, owned_text, length_elsewhere, callback, user_data, fill, object_list, sized,
         as_bytes, value_list, same_length, made_handle, output, handle, text, scalar, value]


def length_of(building: Building, parameter: Parameter, following: Parameter | None) -> str:
    """The parameter that is called like one: srcSize of src, or what comes next; or what the array's declaration says."""
    declared = resolve(building.kinds.header, parameter.type)
    if declared.shape == "array" and declared.name:
        return declared.name.strip("()")
    numbers = [each for each in building.function.parameters if building.kinds.number(each.type)]
    own = re.compile(rf"{re.escape(parameter.name)}_?({SIZE_NAMES}|capacity)", re.IGNORECASE)
    next_one = following if following and is_length(building, following) else None
    return next((each.name for each in numbers if own.fullmatch(each.name)), next_one.name if next_one else "LENGTH")


def of_numbers(building: Building, parameter: Parameter, following: Parameter | None, length: str) -> str:
    """The line that a pointer to numbers, or to memory, may want."""
    where, pointer = f"{building.function.name}::{parameter.name}", resolve(building.kinds.header, parameter.type)
    if resolve(building.kinds.header, building.function.result).of and is_length_of_result(building, parameter):
        return of_length(building, parameter)
    one_value = pointer.shape == "pointer" and not pointer.of.const and building.kinds.number(pointer.of)
    if one_value and not may_be_array(building, parameter, following):
        return f"%out({where})"
    several = f"%{'bytes' if building.kinds.is_memory(parameter.type) else 'array'}({where}, {length})"
    writes = named(building, length) and not is_constant(building.kinds.header, parameter.type)
    filled = f", or %fill({where}, {length}, PROTOCOL)" if writes else ""
    return f"{several}{filled}, or %out({where}) if it is one value" if one_value else several + filled


def suggestion(building: Building, parameter: Parameter, following: Parameter | None) -> str:
    declaration, where = parameter.type.spell(parameter.name), f"{building.function.name}::{parameter.name}"
    pointer = resolve(building.kinds.header, parameter.type)
    length = length_of(building, parameter, following)
    if parameter.type.name == "v(...)":
        return f"it takes any number of arguments, which no line can describe. Say %skip({building.function.name})"
    if pointer.of and pointer.of.name == "wchar_t":
        return f"{declaration} is wide text, which does not cross. Say %skip({building.function.name})"
    if of_texts(building, parameter, length):
        line = of_texts(building, parameter, length)
    elif building.kinds.is_memory(parameter.type) or building.kinds.element(parameter.type):
        line = of_numbers(building, parameter, following, length)
    elif pointer.name in building.kinds.header.structs:
        line = f"%value({parameter.type.name}, NAME)"
    elif pointer.of and building.kinds.handle(pointer.of):
        line = f"%array({where}, {length})"
    elif pointer.shape == "pointer" and resolve(building.kinds.header, pointer.of).shape == "name":
        line = f"%handle({pointer.of.name}, NAME, DESTROY)"
        if resolve(building.kinds.header, pointer.of).name in building.kinds.header.structs:
            line = f"%value({pointer.of.name}, NAME), or {line}"
    else:
        line = f"%pass({where}, VALUE)"
    return f"nothing says what the parameter {declaration} is. Say {line}, or %skip({building.function.name})"
