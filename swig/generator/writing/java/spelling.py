"""How Java spells things: names, types and what javadoc reads. Texts of code are in the templates."""
from __future__ import annotations

import html

from decisions import Argument, Callable, Crossing, Decisions, Kind, Member, Record
from model import Section
from writing.defaults import all_passed, left_to, literal, overloads, value_of  # noqa: F401
from writing.java.names import method, name, refuse_collisions, refuse_reserved  # noqa: F401
from writing.values import is_array, is_list  # noqa: F401

# A number: Java's type, its class, and what it is checked against where the type is wider than C's.
NUMBERS = {
    "int8_t": ("byte", "Byte", ""), "uint8_t": ("short", "Short", "0, 0xff"),
    "int16_t": ("short", "Short", ""), "uint16_t": ("int", "Integer", "0, 0xffff"),
    "int32_t": ("int", "Integer", ""), "uint32_t": ("long", "Long", "0, 0xffff_ffffL"),
    "int64_t": ("long", "Long", ""), "uint64_t": ("long", "Long", ""),
    "long": ("long", "Long", "Border.LONG_MIN, Border.LONG_MAX"),
    "unsigned long": ("long", "Long", "Border.ULONG_MIN, Border.ULONG_MAX"),
    "size_t": ("long", "Long", "0, Border.SIZE_MAX"),
    "ptrdiff_t": ("long", "Long", "-Border.SIZE_MAX - 1, Border.SIZE_MAX"),
    "float": ("float", "Float", ""), "double": ("double", "Double", ""), "bool": ("boolean", "Boolean", ""),
    "char": ("char", "Character", "0, 0xff"),
}
# The elements of an array, whose bits are C's: Java's type, and the buffer that has them outside of the heap.
ELEMENTS = {
    "int8_t": ("byte", "ByteBuffer"), "uint8_t": ("byte", "ByteBuffer"), "char": ("byte", "ByteBuffer"),
    "int16_t": ("short", "ShortBuffer"), "uint16_t": ("short", "ShortBuffer"),
    "int32_t": ("int", "IntBuffer"), "uint32_t": ("int", "IntBuffer"),
    **{name: ("long", "LongBuffer") for name in ("int64_t", "uint64_t", "long", "unsigned long", "size_t", "ptrdiff_t")},
    "float": ("float", "FloatBuffer"), "double": ("double", "DoubleBuffer"), "bool": ("boolean", ""),
}


def within(kind: Kind) -> str:
    return NUMBERS[kind.name][2] if kind.file == "numbers" else ""


def boxed(kind: Kind) -> str:
    return NUMBERS[kind.name][1] if kind.file == "numbers" else kind.name


def is_memory(argument: Argument) -> bool:
    """Whether C gets an address."""
    return argument.kind.file in ("bytes", "arrays") or argument.kind.name == "sized"


def is_text(argument: Argument) -> bool:
    return argument.kind.file in ("text", "texts")


def is_objects(argument: Argument) -> bool:
    return argument.kind.file == "objects"


def has_buffers(crossing: Crossing) -> bool:
    """Whether a second method takes buffers."""
    memory = [each for each in crossing.arguments if is_memory(each) and each.kind.file != "text"]
    return bool(memory) and all(buffer(each.kind) for each in memory)


def buffer(kind: Kind) -> str:
    return "ByteBuffer" if kind.file == "bytes" else ELEMENTS[kind.name][1]


def converted(crossing: Crossing) -> bool:
    """Whether native code may refuse what is passed, and then calls no C function, or may lack memory for it."""
    kinds = [each.kind.file for each in crossing.arguments if not is_memory(each)]
    return not crossing.wrapped and (bool({"text", "texts", "objects"}.intersection(kinds))
                                     or "values" in [*kinds, crossing.result.file] or has_memory(crossing))


def held(member: Member, decisions: Decisions) -> str:
    """The type of a struct's member."""
    return f"{element(member.kind.name)}[]" if member.form == "numbers" else shown(member.kind, member.nullable, decisions)


def member_text(member: Member) -> str:
    said = " ".join(paragraph(each) for each in member.documentation)
    return said or f"What C calls {{@code {member.name}}}."


def may_fail(crossing: Crossing) -> bool:
    return not crossing.wrapped and (crossing.may_fail or converted(crossing))


def text_of(c: str) -> str:
    """A text as javadoc reads it."""
    escaped = html.escape(c, quote=False).replace("*/", "*&#47;")
    return escaped.translate(str.maketrans({"@": "&#64;", "{": "&#123;", "}": "&#125;", "\\": "&#92;"}))


def type_of(kind: Kind, nullable: bool) -> str:
    if kind.file == "numbers":
        return NUMBERS[kind.name][1 if nullable else 0]
    if kind.file == "lent":
        return f"{kind.name}[]"
    if kind.file == "arrays":
        return f"{ELEMENTS[kind.name][0]}[]"
    if is_list(kind):
        return f"java.util.List<{kind.name}>"
    if kind.file == "objects":
        return f"{kind.name}[]"
    return {"nothing": "void", "text": "String", "texts": "String[]", "rows": "String[]", "bytes": "byte[]"}.get(
        kind.file, kind.name)


def raw_type(kind: Kind, nullable: bool) -> str:
    """What native code returns; after a failure, the number of that."""
    scalar = kind.file in ("nothing", "numbers", "enums", "handles")
    return "long" if scalar and not (nullable and kind.file != "handles") else "Object"


def paragraphs(crossing: Crossing) -> list[str]:
    """The documentation before the tags of javadoc."""
    found = [paragraph(each) for each in crossing.documentation if each.tag not in TAGS]
    return found or [f"The C function {{@code {crossing.function.name}}}."]


TAGS = {"param", "return", "retval", "fails", "forbids"}


def paragraph(section: Section) -> str:
    return text_of("\n".join(section.lines)).replace("\n", "\n   * ")


def callback_paragraphs(callable: Callable) -> str:
    found = [paragraph(each) for each in callable.documentation if each.tag not in TAGS]
    return "\n *\n * <p>".join(found) or f"The C type {{@code {callable.type}}}."


def said_of(crossing: Crossing | Callable, *tags: str, argument: str = "") -> str:
    """What the header says there, or ""."""
    return " ".join(paragraph(each) for each in crossing.documentation if each.tag in tags and each.argument == argument)


def files(decisions: Decisions, settings: dict[str, object]):
    """The Java files: template, file, and what it is about."""
    module = settings["class"]
    refuse_reserved(settings["package"], module)
    refuse_collisions(decisions, module)
    yield "classes/module.java.j2", f"classes/{module}.java", None
    if any(not each.wrapped for each in decisions.crossings):
        yield "classes/Border.java.j2", "classes/Border.java", None
    if decisions.error:
        yield "classes/error.java.j2", f"classes/{module}Exception.java", None
    if decisions.values:
        yield "classes/Packed.java.j2", "classes/Packed.java", None
    plain = [each for each in decisions.values if not each.defaults]
    options = [each for each in decisions.values if each.defaults]
    for template, group in ("value", plain), ("options", options), ("handle", decisions.classes), ("enum", decisions.enums), (
            "record", decisions.records), ("callback", decisions.callables):
        for each in group:
            yield f"classes/{template}.java.j2", f"classes/{each.name}.java", each


def raw(field) -> str:
    return raw_type(field.kind, field.nullable)


def own(crossing: Crossing) -> str:
    """The object that a callback is for."""
    cell = next((each.cell for each in crossing.body.callbacks if not each.member), "") if crossing.body else ""
    return "null" if not cell else "this" if crossing.role == "method" else name(cell.removeprefix("border_cell_"))


def has_callbacks(kind: Kind, decisions: Decisions) -> bool:
    return kind.file == "values" and any(each.callbacks for each in decisions.values if each.name == kind.name)


def keeper(argument: Argument, own: str) -> str:
    """What owns a callback, so that native code need not."""
    scope = argument.kind.c.removeprefix("border_").removeprefix("nullable_").partition("_")[0]
    return {"call": "null", "handle": f"{own}.callbacks", "until": f"{own}.callbacks", "forever": "Border.FOR_EVER"}[scope]


def parents(crossing: Crossing, decisions: Decisions) -> str:
    """The objects whose callbacks C may call for the one that is made."""
    made = any(each.given.parent for each in crossing.body.outputs if each.given.how == "object") if crossing.body else False
    return ", ".join(objects(crossing)) if made and decisions.keeps_callbacks else ""


def method_signature(callable: Callable) -> str:
    """Of the method that native code calls, as JNI writes it."""
    arguments = "".join("J" if raw(each) == "long" else "Ljava/lang/Object;" for each in callable.arguments)
    return f"({arguments}){'V' if callable.answer.file == 'nothing' else 'J'}"


def answer_argument(callable: Callable) -> Argument:
    return Argument("answer", callable.answer)


def answer_of(kind: Kind, bits: str, c: str) -> str:
    """What the method returned, in C."""
    return {"bool": f"{bits} != 0", "float": f"border_float_of({bits})", "double": f"border_double_of({bits})"}.get(
        kind.name, f"({c}) {bits}")


def raw_fields(record: Record) -> str:
    return ", ".join(f"{raw(each)} {name(each.name)}" for each in record.fields)


def is_long(text: str, kind: Kind, nullable: bool) -> bool:
    return raw_type(kind, nullable) == "long"


def is_map(crossing: Crossing) -> bool:
    """Whether it is one of %index_of_first_overflow."""
    return bool(crossing.wrapped) and len(crossing.arguments) == 2 and crossing.arguments[1].writable


def integer_type(value: int) -> str:
    return "int" if -2**31 <= value < 2**31 else "long"


def integer(value: int) -> str:
    return str(value) if integer_type(value) == "int" else as_long(value)


def as_long(value: int) -> str:
    """The pattern of its 64 bits."""
    return f"{(value + 2**63) % 2**64 - 2**63}L"


def is_flags(kind: Kind, decisions: Decisions) -> bool:
    return kind.file == "enums" and any(each.flags for each in decisions.enums if each.name == kind.name)


def has_memory(crossing: Crossing) -> bool:
    return not crossing.wrapped and any(map(is_memory, crossing.arguments))


def java_number(c: str) -> str:
    return NUMBERS[c][0]


def element(c: str) -> str:
    return ELEMENTS[c][0]


def unit(kind: Kind) -> str:
    """How large an element is, in C."""
    return f"sizeof ({kind.name})" if kind.file == "arrays" else "1"


def numbered(crossing: Crossing) -> list[tuple[Argument, int]]:
    """The arguments, and which of the parameters that SWIG sees each of them is; memory is two."""
    found, number = [], 2 if crossing.role == "method" else 1
    for each in crossing.arguments:
        found.append((each, number))
        number += 2 if is_memory(each) else 1
    return found


def java_parameters(crossing: Crossing) -> str:
    """Of the C function, as SWIG is told."""
    found = [f"border_{crossing.owner} *self"] if crossing.role == "method" else []
    for each in crossing.arguments:
        found += [f"jobject {each.name}", f"int64_t {each.name}_count"] if is_memory(each) else [f"{each.kind.c} {each.name}"]
    return ", ".join(found + ["border_failure *border_failed"] * may_fail(crossing)) or "void"


def java_arguments(crossing: Crossing, buffers: bool, decisions: Decisions) -> str:
    """What users pass."""
    return ", ".join(f"{argument_type(each, buffers, decisions)} {name(each.name)}" for each in crossing.arguments)


def argument_type(argument: Argument, buffers: bool, decisions: Decisions) -> str:
    if buffers and is_memory(argument) and argument.kind.file != "text":
        return f"java.nio.{buffer(argument.kind)}"
    return shown(argument.kind, argument.nullable, decisions)


def shown(kind: Kind, nullable: bool, decisions: Decisions) -> str:
    """What users pass and get."""
    return f"java.util.Set<{kind.name}>" if is_flags(kind, decisions) else type_of(kind, nullable)


def passed_by(crossing: Crossing, fewer: Crossing, buffers: bool, values: dict[str, int], decisions: Decisions) -> str:
    buffers = buffers and has_buffers(fewer)
    return all_passed(crossing, fewer, name, lambda each: default_value(each, buffers, values, decisions))


def default_value(argument: Argument, buffers: bool, values: dict[str, int], decisions: Decisions) -> str:
    value, kind = value_of(argument, values), argument.kind
    if value is None:
        return f"({argument_type(argument, buffers, decisions)}) null"
    if kind.file == "enums":
        return f"{kind.name}.fromC({as_long(value)})"
    if isinstance(value, str):
        return literal(value, argument)
    number = as_long(value) if java_number(kind.name) == "long" else str(value).lower()
    return number if java_number(kind.name) in ("int", "long", "boolean", "double") else f"({java_number(kind.name)}) {number}"


def element_type(crossing: Crossing, decisions: Decisions) -> str:
    """As a parameter of a generic class."""
    return shown(crossing.result, True, decisions)


def index_cast(crossing: Crossing) -> str:
    type = java_number(crossing.arguments[0].kind.name)
    return "" if type in ("int", "long") else f"({type}) "


def objects(crossing: Crossing) -> list[str]:
    """The proxies that must outlive the call."""
    own = ["this"] if crossing.role == "method" else []
    passed = [name(each.name) + "_" * is_objects(each) for each in crossing.arguments
              if each.kind.file in ("handles", "objects")]
    return own + passed


def what_it_gives(crossing: Crossing) -> str:
    """The header's words for what C gives through a pointer."""
    outputs = crossing.body.outputs if crossing.body else ()
    return said_of(crossing, "param", argument=outputs[0].name) if len(outputs) == 1 else ""


def throws(crossing: Crossing, error: str) -> list[tuple[str, str]]:
    """The exceptions and when they come."""
    found = []
    fails, forbids = said_of(crossing, "fails"), said_of(crossing, "forbids")
    if crossing.fails == "overflow":
        found.append(("ArithmeticException", fails or "The result does not fit."))
    elif crossing.fails:
        found.append((error, fails or "The library reports a failure."))
    if forbids or any(within(each.kind) or is_memory(each) or is_text(each) for each in crossing.arguments):
        found.append(("IllegalArgumentException", forbids or "An argument is not what C can be given."))
    if any(each.kind.file in ("handles", "objects") for each in crossing.arguments) or crossing.role == "method":
        found.append(("IllegalStateException", "An object is closed."))
    return found


def class_paragraphs(it) -> str:
    found = [paragraph(each) for each in it.documentation if each.tag not in TAGS]
    return "\n *\n * <p>".join(each.replace("\n   *", "\n *") for each in found) or f"The C type {{@code {it.type}}}."
