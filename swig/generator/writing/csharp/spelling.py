"""How C# spells things."""
from __future__ import annotations

import dataclasses
import re

from decisions import Argument, Callable, Crossing, Decisions, Enum, Kind, Member, Output, Record, Value
from model import Section
from writing.defaults import all_passed, left_to, literal, overloads, value_of  # noqa: F401
from writing.values import is_array, is_list

KEYWORDS = set("""abstract as base bool break byte case catch char checked class const continue decimal default delegate do
double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock
long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short
sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void
volatile while self""".split())
OF_OBJECTS = {"Dispose", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"}
# What a number is to users.
NUMBERS = {"int8_t": "sbyte", "uint8_t": "byte", "int16_t": "short", "uint16_t": "ushort", "int32_t": "int", "uint32_t": "uint",
           "int64_t": "long", "uint64_t": "ulong", "ptrdiff_t": "nint", "size_t": "nuint", "long": "long",
           "unsigned long": "ulong", "float": "float", "double": "double", "bool": "bool", "char": "char"}
SHARED = {"callbacks": ("callbacks", "view"), "rows": ("view",), "lent": ("view",), "text": ("text", "view"),
          "texts": ("text", "texts", "memory", "view"), "bytes": ("memory", "view"), "arrays": ("memory", "view"),
          "handles": ("handles",), "objects": ("handles", "memory"), "values": ("memory", "values", "view")}


def name(c: str) -> str:
    """some_name as SomeName."""
    return re.sub(r"(?:^|_+)(\w)", lambda letter: letter[1].upper(), c)


def public_name(crossing: Crossing) -> str:
    """A method cannot have the name of its class, nor one that every object has."""
    spelled = "Clone" if crossing.protocol == "copy" else name(crossing.name)
    if crossing.hidden:
        return f"{spelled}Core"  # of what everybody calls by another name
    return f"{spelled}Value" if spelled in OF_OBJECTS or spelled == crossing.owner else spelled


def argument_name(c: str) -> str:
    """some_name as someName."""
    spelled = name(c)
    spelled = spelled[:1].lower() + spelled[1:]
    return f"{spelled}Value" if spelled in KEYWORDS else spelled


def full(type: str, package: str) -> str:
    """The name of a type, also where a method has the same."""
    return f"global::{package}.{type}" if package else f"global::{type}"


def identifier(kind: Kind) -> str:
    return re.sub(r"\W+", "_", kind.c).strip("_")


def uses(decisions: Decisions) -> list[str]:
    """The parts of the vocabulary that several kinds share."""
    found = {"failure"} if decisions.start or any(each.may_fail for each in decisions.crossings) else set()
    for file, names in decisions.used.items():
        found |= set(SHARED.get(file, ())) if names else set()
        found |= {"memory"} if "sized" in names else set()
    found |= {"protocols"} if any(each.hidden for each in decisions.crossings) else set()
    return sorted(found | ({"handles"} if decisions.classes else set()) | ({"optionals"} if decisions.optionals else set()))


def declared(crossing: Crossing) -> str:
    """What SWIG knows it by."""
    if crossing.role == "version":
        return f"{crossing.symbol}_property"
    owner = f"border_{crossing.owner}"
    return f"{owner}::{member(crossing)}" if crossing.owner else crossing.symbol


def member(crossing: Crossing) -> str:
    owner = f"border_{crossing.owner}"
    return owner if crossing.role == "constructor" else crossing.symbol.removeprefix(f"{owner}_")


def child(crossing: Crossing, decisions: Decisions) -> str:
    """The name of the result, where it is an object for which C may call what its parents keep."""
    outputs = crossing.body.outputs if crossing.body else ()
    has_parents = any(each.given.how == "object" and each.given.parent for each in outputs) and len(outputs) == 1
    return f"child_{crossing.symbol}" if has_parents and decisions.keeps_callbacks else ""


def parents(crossing: Crossing) -> str:
    own = ["this"] if crossing.role == "method" else []
    return ", ".join(own + [argument_name(each.name) for each in crossing.arguments if each.kind.file == "handles"])


def prototype(crossing: Crossing, decisions: Decisions) -> str:
    """What SWIG is told: like the C function, but with C#'s names, and with a type that says how its failure arrives."""
    if crossing.wrapped:
        return crossing.wrapped
    parameters = [f"{each.kind.c} {argument_name(each.name)}".replace("* ", "*") for each in crossing.arguments]
    parameters += ["border_failure *failed"] * crossing.may_fail
    listed = f"({', '.join(parameters) or 'void'})"
    if crossing.role == "constructor":
        return member(crossing) + listed
    static = "static " if crossing.role == "static" else ""
    called = member(crossing) if crossing.owner else crossing.symbol
    return f"{static}{result(crossing, decisions)} {called}{listed}"


def result(crossing: Crossing, decisions: Decisions) -> str:
    if not crossing.may_fail:
        return crossing.result.c
    name = child(crossing, decisions) or identifier(crossing.result)
    return f"border_{'method' if crossing.role == 'method' else 'outcome'}_{name}"


def shown(output: Output) -> str:
    """The type of a value that users get."""
    kind = output.kind
    if is_list(kind):
        return f"{kind.name}[]" + "?" * output.nullable
    plain = {"text": "string", "texts": "string[]", "bytes": "byte[]", "numbers": NUMBERS.get(kind.name),
             "arrays": f"{NUMBERS.get(kind.name)}[]"}
    return plain.get(kind.file, kind.name) + "?" * output.nullable


def native(output: Output, enums: list[Enum], values: dict[str, int]) -> str:
    """The type of a value as it arrives."""
    if output.kind.file in ("numbers", "enums"):
        number = native_number(output.kind.name, enums, values)
        return f"Optional<{'Bool' if output.kind.name == 'bool' else number}>" if output.nullable else number
    if output.kind.file == "values":
        return f"{'Several' if is_list(output.kind) else 'Made'}<{output.kind.name}.Native>"
    return "nint" if output.kind.file == "handles" else "View"


def native_number(kind: str, enums: list[Enum], values: dict[str, int]) -> str:
    enum = next((each for each in enums if each.name == kind), None)
    numbers = {**NUMBERS, "bool": "byte", "char": "byte", "long": "CLong", "unsigned long": "CULong"}
    return underlying(enum, values) if enum else numbers[kind]


def optional(type: str, enums: list[Enum], values: dict[str, int], package: str) -> str:
    """The arguments of %csharp_optional."""
    kind = type.removeprefix("border_")
    number = "$imclassname.Border_.Bool" if kind == "bool" else native_number(kind, enums, values)
    return f"{kind.replace(' ', '_')}, {number}, {NUMBERS.get(kind) or full(kind, package)}"


def shown_argument(output: Output) -> str:
    """What a callback is given; an array is not copied."""
    several = {"rows": "string?[]", "lent": f"{output.kind.name}[]"}
    if output.kind.file in several:
        return several[output.kind.file]
    element = {"bytes": "byte", "arrays": NUMBERS.get(output.kind.name)}.get(output.kind.file)
    return f"ReadOnlySpan<{element}>" if element else shown(output)


def converted_argument(output: Output) -> str:
    name, given = argument_name(output.name), shown_argument(output)
    if output.kind.file == "rows":
        return f"Rows({name})"
    if output.kind.file == "lent":
        return f"[.. {name}Lent]"
    if output.kind.file == "handles":
        own = f"{name} == 1 ? ({output.kind.name}?) callback.Own : {name}Lent"
        return own if output.nullable else f"({own})!"
    return f"{given.replace('ReadOnlySpan', 'Shown')}({name})" if given != shown(output) else converted(output, name)


def native_value(output: Output) -> str:
    """What a callback is given, in C."""
    if output.kind.file in ("handles", "lent"):
        return f"border_lent_{output.name}"
    return f"border_nullable_view_of{output.given.expression}" if output.kind.file == "rows" else output.given.expression


def shown_answer(callable: Callable) -> str:
    kind = callable.answer
    return {"nothing": "void", "numbers": NUMBERS.get(kind.name)}.get(kind.file, kind.name)


def answer_type(callable: Callable, values: dict[str, int], enums: list[Enum]) -> str:
    """As C gets it."""
    return native_number(callable.answer.name, enums, values) if callable.answer.file != "nothing" else ""


def answer_of(callable: Callable, given: str, type: str) -> str:
    """What the user's function returned, as C gets it."""
    numbers = {"bool": f"{given} ? (byte) 1 : (byte) 0", "char": f"checked((byte) {given})",
               "long": f"new CLong(checked((nint) {given}))", "unsigned long": f"new CULong(checked((nuint) {given}))"}
    return numbers.get(callable.answer.name, f"({type}) {given}" if callable.answer.file == "enums" else given)


def converted(output: Output, value: str = "") -> str:
    """What arrived as what users get."""
    kind, null, value = output.kind, "Nullable" if output.nullable else "", value or f"native.{argument_name(output.name)}"
    if null and kind.file in ("numbers", "enums"):
        return f"({shown(output)}) OrNull({value})"
    if kind.file == "numbers":
        return {"bool": f"{value} != 0", "char": f"(char) {value}", "long": f"{value}.Value",
                "unsigned long": f"{value}.Value"}.get(kind.name, value)
    if kind.file == "values":
        return f"{kind.name}.From{null}{'Several' if is_list(kind) else 'Made'}({value})"
    return {"text": f"{null}Text({value})", "texts": f"{null}TextArray({value})",
            "bytes": f"{null}Array<byte>({value})", "enums": f"({kind.name}) {value}",
            "arrays": f"{null}Array<{NUMBERS.get(kind.name)}>({value})",
            "handles": f"{kind.name}.OrNull({value})" if null else f"new {kind.name}({value})"}[kind.file]


def has_values(record: Record) -> bool:
    return any(field.kind.file == "values" for field in record.fields)


def member_name(member: Member, value: Value) -> str:
    spelled = name(member.name)
    return f"{spelled}Value" if spelled in OF_OBJECTS or spelled == value.name else spelled


def member_text(member: Member) -> str:
    said = " ".join(line for section in member.documentation for line in section.lines)
    return escaped(said or f"What C calls {member.name}.")


def held(member: Member) -> str:
    """The type of a struct's member."""
    if is_array(member):
        return f"ReadOnlyMemory<{NUMBERS[member.kind.name] if member.form == 'numbers' else 'byte'}>"
    plain = {"text": "string", "numbers": NUMBERS.get(member.kind.name)}
    return plain.get(member.kind.file, member.kind.name) + "?" * member.nullable


def native_member(member: Member, enums: list[Enum], values: dict[str, int]) -> str:
    """The type of a struct's member as it crosses; of an array, that of an element."""
    if member.form in ("value", "callback"):
        return f"{member.kind.name}.Native" if member.form == "value" else "Callable"
    if member.kind.file in ("text", "bytes"):
        return "byte*" if member.form == "text" else "byte"
    return {"long": "long", "unsigned long": "ulong"}.get(member.kind.name) or native_number(member.kind.name, enums, values)


def wire_type(member: Member) -> str:
    """The same in C. Only long and unsigned long are not as wide everywhere."""
    if member.form == "octets":
        return "uint8_t"
    return {"long": "int64_t", "unsigned long": "uint64_t"}.get(member.kind.name, member.type)


def given(argument: Argument, package: str) -> str:
    """The type of what users pass."""
    kind = argument.kind
    if kind.file in ("bytes", "arrays"):
        element = "byte" if kind.file == "bytes" else {"long": "CLong", "unsigned long": "CULong"}.get(
            kind.name, NUMBERS.get(kind.name))
        return f"{'Span' if argument.writable else 'ReadOnlySpan'}<{element}>"
    if kind.file == "objects":
        return f"{full(kind.name, package)}[]"
    if is_list(kind):
        return f"ReadOnlySpan<{full(kind.name, package)}>"
    plain = {"numbers": NUMBERS.get(kind.name), "text": "string", "texts": "string[]"}.get(kind.file)
    return (plain or full(kind.name, package)) + "?" * argument.nullable


def returned(crossing: Crossing, package: str) -> str:
    """The type of what users get."""
    kind = crossing.result
    if kind.file in ("enums", "handles", "records"):
        return full(kind.name, package) + "?" * crossing.nullable
    return "void" if kind.file == "nothing" else shown(Output("", kind, None, crossing.nullable))


def parameters(crossing: Crossing, package: str) -> str:
    return ", ".join(f"{given(each, package)} {argument_name(each.name)}" for each in crossing.arguments)


def interfaces(decisions: Decisions, owner: str, package: str) -> str:
    """What a class implements."""
    found = ["IDisposable"]
    for protocol, interface in ("at", "IReadOnlyList"), ("next", "IEnumerable"):
        crossing = decisions.speaks(owner, protocol)
        if crossing and not (protocol == "next" and decisions.speaks(owner, "at")):
            found.append(f"System.Collections.Generic.{interface}<{element_of(crossing, package)}>")
    return ", ".join(found)


def element_of(crossing: Crossing, package: str) -> str:
    """The end is null, an element is not."""
    return returned(dataclasses.replace(crossing, nullable=crossing.nullable and crossing.protocol != "next"), package)


def passed_by(crossing: Crossing, fewer: Crossing, values: dict[str, int], package: str) -> str:
    return all_passed(crossing, fewer, argument_name, lambda each: default_value(each, values, package))


def default_value(argument: Argument, values: dict[str, int], package: str) -> str:
    value, kind = value_of(argument, values), argument.kind
    if value is None:
        return "default" if kind.file in ("bytes", "arrays") else "null"
    if kind.file == "enums":
        return f"({full(kind.name, package)}) ({value})"
    if isinstance(value, str):
        return literal(value, argument)
    return str(value).lower() + "f" * (kind.name == "float")


def underlying(enum: Enum, values: dict[str, int]) -> str:
    """The number that C has for the enum."""
    signed = values[f"({enum.type}) -1"] < 0
    return {1: "sbyte" if signed else "byte", 2: "short" if signed else "ushort", 4: "int" if signed else "uint",
            8: "long" if signed else "ulong"}[values[f"sizeof({enum.type})"]]


def item_name(capitals: str) -> str:
    """SOME_NAME as SomeName."""
    spelled = name(capitals.lower())
    return f"Value{spelled}" if spelled[0].isdigit() else spelled


def integer(value: int) -> str:
    """The type of a constant."""
    types = {"int": range(-1 << 31, 1 << 31), "uint": range(1 << 32), "long": range(-1 << 63, 1 << 63)}
    return next((name for name, numbers in types.items() if value in numbers), "ulong")


def summary(sections: tuple[Section, ...], c: str) -> str:
    text = " ".join(sections[0].lines) if sections else f"The C type {c}."
    return f"/// <summary>{escaped(text)}</summary>"


def documentation(crossing: Crossing, module: str) -> list[str]:
    """As XML. What the header says of parameters that users do not pass is left out."""
    names = [each.name for each in crossing.arguments]
    sections = [each for each in crossing.documentation if each.tag != "param" or each.argument in names]
    lines = [element(each, crossing, module) for each in sections]
    if any(each.tag == "param" for each in sections):
        undocumented = set(names) - {each.argument for each in sections}
        lines += [f'/// <param name="{argument_name(each)}">The C parameter {each}.</param>'
                  for each in names if each in undocumented]
    if crossing.fails == "status" and not any(each.tag == "fails" for each in sections):
        lines.append(f'/// <exception cref="{module}Exception">The library reports a failure.</exception>')
    if crossing.role == "method":
        lines.append('/// <exception cref="ObjectDisposedException">The object has been disposed of.</exception>')
    return lines


def callback_documentation(callable: Callable) -> list[str]:
    names = [each.name for each in callable.arguments]
    lines = []
    for section in callable.documentation:
        name = ELEMENTS.get(section.tag, "remarks")
        if section.tag == "param" and section.argument in names:
            lines.append(f'/// <param name="{argument_name(section.argument)}">{escaped(" ".join(section.lines))}</param>')
            names.remove(section.argument)
        elif section.tag != "param":
            lines.append(f"/// <{name}>{escaped(' '.join(section.lines))}</{name}>")
    lines = lines or [f"/// <summary>The C type {escaped(callable.type)}.</summary>"]
    return lines + [f'/// <param name="{argument_name(each)}">What C calls {each}.</param>' for each in names]


ELEMENTS = {"brief": "summary", "return": "returns", "": "remarks"}


def element(section: Section, crossing: Crossing, module: str) -> str:
    name, attribute = ELEMENTS.get(section.tag, "remarks"), ""
    if section.tag == "param":
        name, attribute = "param", f' name="{section.argument if crossing.wrapped else argument_name(section.argument)}"'
    elif section.tag == "fails":
        thrown = f"{module}Exception" if crossing.fails == "status" else "System.OverflowException"
        name, attribute = "exception", f' cref="{thrown}"'
    elif section.tag == "forbids":
        name, attribute = "exception", ' cref="System.ArgumentException"'
    elif name == "returns" and crossing.role == "version":
        name = "value"  # of a property
    text = escaped("\n  /// ".join(section.lines))
    return f"/// <{name}{attribute}>{text}</{name}>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
