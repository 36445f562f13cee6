"""How Python spells things."""
from __future__ import annotations

import builtins
import keyword
import re
from typing import Iterator

from decisions import Argument, Callable, Class, Crossing, Decisions, Enum, Kind, Member, Output, Value
from writing.defaults import value_of
from writing.values import is_list

# Of each number: the type hint of a result, the formats of the module struct that hold it, how C makes an object of it.
NUMBERS = {
    "int8_t": ("int", "b", "PyLong_FromLong"), "uint8_t": ("int", "B", "PyLong_FromLong"),
    "int16_t": ("int", "h", "PyLong_FromLong"), "uint16_t": ("int", "H", "PyLong_FromLong"),
    "int32_t": ("int", "il", "PyLong_FromLong"), "uint32_t": ("int", "IL", "PyLong_FromUnsignedLong"),
    "int64_t": ("int", "qln", "PyLong_FromLongLong"), "uint64_t": ("int", "QLN", "PyLong_FromUnsignedLongLong"),
    "size_t": ("int", "NLQI", "PyLong_FromSize_t"), "ptrdiff_t": ("int", "nlqi", "PyLong_FromSsize_t"),
    "long": ("int", "l", "PyLong_FromLong"), "unsigned long": ("int", "L", "PyLong_FromUnsignedLong"),
    "float": ("float", "f", "PyFloat_FromDouble"), "double": ("float", "d", "PyFloat_FromDouble"),
    "bool": ("bool", "?", "PyBool_FromLong"), "char": ("str", "c", "ascii_from_char"),
}
# How C takes a number: the fragment, the function, and the type that it gives.
TAKEN = {"int32_t": ("int32_from_object", "int32_from_object", "int32_t"),
         "bool": ("bool_from_object", "bool_from_object", "bool"),
         "double": ("float_from_object", "float_from_object", "double"),
         "float": ("float_from_object", "float32_from_object", "float"),
         "char": ("char_from_object", "char_from_object", "char"),
         **{c: (name, f"{name}_from_object", c) for c, name in {
             "int8_t": "int8", "uint8_t": "uint8", "int16_t": "int16", "uint16_t": "uint16", "uint32_t": "uint32",
             "int64_t": "int64", "uint64_t": "uint64", "long": "long", "unsigned long": "ulong", "ptrdiff_t": "ptrdiff",
             "size_t": "size"}.items()}}
CONSTANTS = {"text": ("str", "PyUnicode_FromString"), "double": ("float", "PyFloat_FromDouble"),
             "int64_t": ("int", "PyLong_FromLongLong"), "integer": ("int", "PyLong_FromLongLong"),
             "unsigned": ("int", "PyLong_FromUnsignedLongLong")}


def name(c: str) -> str:
    return f"{c}_" if keyword.iskeyword(c) else c


def called(crossing: Crossing) -> str:
    """By users. To SWIG, functions may not be called as Python 2 calls statements."""
    taken = not crossing.owner and crossing.name in ("exec", "print")
    return f"{crossing.name}_" if taken else name(crossing.name)


def public_name(crossing: Crossing) -> str:
    """The name of the native function; that of a method also names the class, and shown() takes it off."""
    return f"border_{crossing.owner}__{crossing.name}" if crossing.owner else called(crossing)


def parameters(crossing: Crossing, values: dict[str, int]) -> str:
    """In the signature that help() shows."""
    names = ["$self"] if crossing.role == "method" else []
    names += [name(each.name) for each in required(crossing)]
    return ", ".join([*names, "/"][:len(names) + bool(names)]
                     + [f"{name(each.name)}={default_value(each, values)}" for each in optional(crossing)])


def raised(crossing: Crossing) -> Iterator[tuple[str, str]]:
    """What can be raised besides what the header says."""
    said = {each.tag for each in crossing.documentation}
    numbers = [NUMBERS[each.kind.name][0] for each in crossing.arguments if each.kind.file == "numbers"]
    if crossing.arguments:
        yield "TypeError", "An argument has another type."
    if "int" in numbers and not (crossing.fails == "overflow" and "fails" in said):
        yield "OverflowError", "An integer does not fit in its C type."
    if any(each.kind.file in ("text", "texts") for each in crossing.arguments):
        yield "ValueError", "A text holds what C cannot be given."
    if crossing.role == "method":
        yield "ValueError", "The object is closed."
    if crossing.fails == "status" and "fails" not in said:
        yield "Error", "The library reports a failure."


def required(crossing: Crossing) -> list[Argument]:
    return [each for each in crossing.arguments if not each.default]


def optional(crossing: Crossing) -> list[Argument]:
    """These may also be given by their names."""
    return [each for each in crossing.arguments if each.default]


def default_value(argument: Argument, values: dict[str, int]) -> str:
    return repr(value_of(argument, values))


def prototype(crossing: Crossing) -> str:
    """What SWIG is told, with what an argument is that is not given."""
    text = crossing.prototype
    for each in optional(crossing):
        value = "{0}" if each.kind.file in ("bytes", "callbacks") else each.default
        text = re.sub(rf"(?<=[ *]){each.name}(?=[,)])", f"{each.name} = {value}", text)
    return text


def or_none(hint: str, nullable: bool) -> str:
    return f"{hint} | None" if nullable else hint


def given(argument: Argument) -> str:
    """The type hint of an argument."""
    kind = argument.kind
    if kind.file == "numbers":
        hint = NUMBERS[kind.name][0].replace("int", "SupportsIndex").replace("float", "SupportsFloat | SupportsIndex")
    elif kind.file in ("bytes", "arrays"):
        hint = "WriteableBuffer" if argument.writable else "ReadableBuffer"
    elif kind.file == "callbacks":
        hint = f"_{kind.name}"
    else:
        hint = {"text": "str", "texts": "Sequence[str]"}.get(kind.file, kind.name)
        hint = f"Sequence[{hint}]" if is_list(kind) or kind.file == "objects" else hint
    return or_none(hint, argument.nullable)


def made(kind: Kind, nullable: bool = False) -> str:
    """The type hint of a result."""
    if kind.file == "numbers":
        return or_none(NUMBERS[kind.name][0], nullable)
    if kind.file == "arrays":
        return or_none(f"array[{NUMBERS[kind.name][0]}]", nullable)
    hint = {"text": "str", "texts": "list[str]", "bytes": "bytes", "nothing": "None"}.get(kind.file, kind.name)
    return or_none(f"list[{hint}]" if is_list(kind) else hint, nullable)


def takes_list(crossing: Crossing) -> bool:
    return any(is_list(each.kind) for each in crossing.arguments)


def held(member: Member) -> str:
    """The type hint of a struct's member."""
    if member.form == "callback":
        return f"_{member.kind.name} | None"
    hint = made(member.kind, member.nullable)
    return f"tuple[{hint}, ...]" if member.form == "numbers" else hint


def returned(crossing: Crossing) -> str:
    return made(crossing.result, crossing.nullable)


def signature(crossing: Crossing, values: dict[str, int], decisions: Decisions) -> str:
    """In the stub."""
    names = ["self"] if crossing.role in ("method", "constructor") else []
    names += [f"{name(each.name)}: {given(each)}" for each in required(crossing)]
    marked = [*names, "/"] if required(crossing) or names and optional(crossing) else names
    return ", ".join(marked + [f"{name(each.name)}: {given(each)}{or_number(each)} = {default_hint(each, values, decisions)}"
                               for each in optional(crossing)])


def or_number(argument: Argument) -> str:
    """Where the default is an enumerator, the signature of a function in C can show a number only."""
    return " | int" if argument.kind.file == "enums" else ""


def default_hint(argument: Argument, values: dict[str, int], decisions: Decisions) -> str:
    items = [item for enum in decisions.enums if enum.name == argument.kind.name
             for item, c in enum.items if c == argument.default]
    if argument.kind.file == "enums":
        return f"{argument.kind.name}.{name(items[0])}" if items else str(values[argument.default])
    return default_value(argument, values)


def unshadowed(stub: str, decisions: Decisions) -> str:
    """A function may have the name of a built-in type, which the hints then mean by its full name."""
    names = {name(each.name) for each in decisions.crossings if hasattr(builtins, each.name)}
    if not names:
        return stub
    hints = re.sub(rf"(?:(?<=[:>|,] )|(?<=\[))({'|'.join(sorted(names))})\b", r"builtins.\1", stub)
    return "import builtins\n" + hints


def described(argument: Argument) -> str:
    """The type of an argument, in words."""
    if argument.kind.file == "arrays":
        return f"{'writable ' * argument.writable}one-dimensional contiguous buffer of {short(argument.kind.name)}"
    if argument.kind.file == "bytes":
        return "writable bytes-like object" if argument.writable else or_none("bytes-like object", argument.nullable)
    if argument.kind.file == "callbacks":
        return or_none("callable", argument.nullable)
    lists = {"texts": "list of str", "objects": f"list of {argument.kind.name}"}
    hint = lists.get(argument.kind.file) or made(argument.kind)
    return or_none(hint, argument.nullable)


def short(number: str) -> str:
    return number.removesuffix("_t")


def formats(number: str) -> str:
    return NUMBERS[number][1]


def to_python(type: str) -> str:
    return NUMBERS[type][2] if type in NUMBERS else "PyLong_FromLongLong"


def fragments(fields: tuple[Output, ...]) -> list[str]:
    """What values need of the vocabulary to become objects."""
    needed = {"text": "text_from_view", "texts": "list_from_view", "bytes": "bytes_from_view", "arrays": "array_from_view"}
    files = {needed[field.kind.file] for field in fields if field.kind.file in needed}
    return sorted(files | {"ascii_from_char" for field in fields if field.kind.name == "char"})


def callback_fragments(callable: Callable) -> list[str]:
    taken = [TAKEN[callable.answer.name][0]] if callable.answer.file == "numbers" else []
    lent = ["border_lent"] if any(each.kind.file in ("handles", "lent") for each in callable.arguments) else []
    lent += ["rows_from_texts"] if any(each.kind.file == "rows" for each in callable.arguments) else []
    return fragments(callable.arguments) + taken + lent


def converted_argument(output: Output) -> str:
    """The C expression that makes an object of what a callback is given."""
    name = output.kind.name
    if output.kind.file == "handles":
        return f'lent_object(&border_turn, {output.given.expression}, "{name}", {name}_type)'
    if output.kind.file == "lent":
        return f'lent_objects(&border_turn, (void *const *) {output.given.expression[1:-1]}, "{name}", {name}_type)'
    if output.kind.file == "rows":
        return f"rows_from_texts((const char *const *) {output.given.expression[1:-1]})"
    return converted(output, output.given.expression)


def answer_type(kind: Kind) -> str:
    return TAKEN[kind.name][2] if kind.file == "numbers" else "long long"


def answered(callable: Callable, value: str) -> str:
    """The C expression that takes what the user's function returned."""
    kind = callable.answer
    names = f'"{callable.name}", "the result"'
    if kind.file == "enums":
        return f'member_from_object({kind.name}_type, {value}, {names}, "{kind.name}", &border_given)'
    return f"{TAKEN[kind.name][1]}({value}, {names}, &border_given)"


def callable_hint(callable: Callable) -> str:
    several = {"rows": "list[str | None]", "lent": "tuple[{}, ...]"}
    arguments = ", ".join(several[each.kind.file].format(each.kind.name) if each.kind.file in several
                          else made(each.kind, each.nullable) for each in callable.arguments)
    answer = "object" if callable.answer.file == "nothing" else f"{made(callable.answer)} | None"
    return f"Callable[[{arguments}], {answer}]"


def converted(field: Output, value: str) -> str:
    """The C expression that makes an object of a field."""
    kind = field.kind
    if "border_optional_" in kind.c:
        return f"{value}.present ? {to_python(kind.name)}({value}.value) : SWIG_Py_Void()"
    if kind.file == "numbers":
        return f"{NUMBERS[kind.name][2]}({value})"
    if kind.file in ("bytes", "texts"):
        return f"{'bytes' if kind.file == 'bytes' else 'list'}_from_view({value})"
    if kind.file == "arrays":
        return f'array_from_view({value}, "{formats(kind.name)[0]}", sizeof({kind.name}))'
    if kind.file == "enums":
        return f"member_from_value({kind.name}_type, {value})"
    if kind.file == "values":
        return f"{kind.name}_{'list_from_view' if is_list(kind) else 'from_made'}({value})"
    if kind.file == "handles":
        return f"object_from_cell({value}, {kind.name}_type)"
    return f"text_from_view({value})"


def hint(number: str) -> str:
    return NUMBERS[number][0]


def from_object(number: str) -> str:
    """The function of the vocabulary that makes a number of an object."""
    names = {"unsigned long": "ulong", "float": "float32", "double": "float"}
    return f"{names.get(number, short(number))}_from_object"


def value_fragments(value: Value) -> list[str]:
    """What the members need of the vocabulary."""
    return sorted({fragment for each in value.members for fragment in member_fragments(each)} | {"border_value"})


def member_fragments(member: Member) -> list[str]:
    if member.form in FRAGMENTS:
        return FRAGMENTS[member.form]
    if member.kind.file == "enums" or member.form == "value":
        return []
    number = member.kind.name
    apart = {"int32_t": "int32_from_object", "unsigned long": "ulong", "double": "float_from_object"}
    own = apart.get(number, f"{number}_from_object" if number in ("float", "bool", "char") else short(number))
    return [own, "ascii_from_char"] if number == "char" else [own]


FRAGMENTS = {"text": ["text_from_object", "text_from_view"], "characters": ["text_from_object"],
             "octets": ["bytes_from_object"], "callback": []}


def doc(documented: Class | Enum | Value | Member) -> str:
    """As a string of C."""
    text = "\n\n".join("\n".join(section.lines) for section in documented.documentation)
    return quoted(text)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def constant_hint(kind: str) -> str:
    return CONSTANTS[kind][0]


def constant_maker(kind: str) -> str:
    return CONSTANTS[kind][1]
