"""The header by SWIG's own parser: what it writes as XML, with the comments, becomes a model."""
from __future__ import annotations

import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path, PurePosixPath

from model import Function, Header, Member, Parameter, Refusal, Struct, Type
from reading.callbacks import callback_names
from reading.comments import sections
from reading.encoded import decode
from reading.preprocess import preprocess


def read_header(swig: str, compiler: list[str], folders: list[str], headers: list[str], own: str = "") -> Header:
    """`own` is the folder of which all that the headers include is the library's; that of one which only includes others is."""
    header = read(swig, compiler, folders, headers, own)
    folder = PurePosixPath(header.files[0]).parent if header.files else PurePosixPath()
    only_includes = not (header.functions or own) and folder.name not in ("include", "")
    return read(swig, compiler, folders, headers, str(folder)) if only_includes else header


def read(swig: str, compiler: list[str], folders: list[str], headers: list[str], own: str) -> Header:
    text, files, numbers = preprocess(compiler, folders, headers, own)
    header = Header(files=tuple(files))
    header.types.update({name: Type(name=type) for name, type in numbers.items()})
    for node in declarations(parse(swig, text)):
        add(header, node)
    add_callbacks(header, callback_names(text))
    header.macros = macros(text)
    return header


def macros(text: str) -> dict[str, str]:
    """Those that are still defined at the end."""
    found = {}
    for directive, name, value in re.findall(r"^#(define|undef) (\w+)(?: +(.*))?", text, re.MULTILINE):
        if directive == "undef":
            found.pop(name, None)
        elif value:
            found[name] = value
    return found


# A comment that SWIG would take for that of the next declaration.
OF_A_MACRO = re.compile(r"(?:/\*[*!](?!<)(?:(?!\*/).)*\*/[ \t]*\n|(?:[ \t]*//[/!](?!<)[^\n]*\n)+)(?=#define )", re.DOTALL)


def parse(swig: str, text: str) -> ElementTree.Element:
    """The macros are the compiler's business, which has replaced them: to SWIG they would be other ones."""
    text = re.sub(r"^#(define|undef)\b.*", "", OF_A_MACRO.sub("", text), flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "header.i")
        source.write_text('%module header\n%rename("$ignore") "";\n%include "header.h"\n')  # only read: six times as fast
        Path(folder, "header.h").write_text(text, encoding="utf-8", errors="surrogateescape")
        for library in "swig.swg", "python.swg":  # SWIG's own is not needed to read, and takes forty times as long
            Path(folder, library).touch()
        command = [swig, "-python", "-doxygen", "-w-451,-462", "-I" + folder, "-xmlout", f"{folder}/x.xml", "-outdir", folder,
                   str(source)]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            raise Refusal(f"SWIG cannot read the header:\n{run.stderr.replace(str(source), 'header')}")
        return ElementTree.fromstring(well_formed(Path(folder, "x.xml").read_bytes()))


def well_formed(xml: bytes) -> str:
    """SWIG writes characters as the header has them: '\\1' of a macro is none of XML's, and a comment may be Latin-1."""
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f]", "", xml.decode("utf-8", errors="replace"))


def declarations(root: ElementTree.Element):
    """The header's, not those of SWIG's own library."""
    return [node for include in root.iter("include") if attributes(include)["name"].endswith("header.h") for node in include]


def attributes(node: ElementTree.Element) -> dict[str, str]:
    return {item.get("name"): item.get("value", "") for item in node.findall("attributelist/attribute")}


def add(header: Header, node: ElementTree.Element) -> None:
    get = attributes(node)
    if node.tag == "enum":
        add_enum(header, node, get)
    if node.tag == "class":
        header.comments[get["name"]] = sections(get.get("doxygen", ""))
        add_struct(header, node, get)
    if node.tag != "cdecl":
        return
    whole = decode(get.get("decl", "") + get["type"])
    if get.get("kind") == "function" and get.get("storage") != "typedef":
        comment = get.get("doxygen", "").replace("\\\\", "\\")
        header.functions[get["name"]] = Function(
            get["name"], whole.of, parameters(node), comment, sections(comment or f"The C function {get['name']}()."))
    elif get.get("storage") == "typedef" or get.get("kind") == "typedef":
        header.types[get["name"]] = whole
        if whole.shape == "function":
            header.callbacks[get["name"]] = Function(get["name"], whole.of, parameters(node))
        if get.get("doxygen"):
            header.comments[get["name"]] = sections(get["doxygen"])


def add_callbacks(header: Header, names: dict[str, tuple[str, ...]]) -> None:
    """The functions behind pointers, of a type that has a name, or as a parameter's."""
    found = dict(header.types)
    for function in header.functions.values():
        found.update({f"{function.name}::{each.name}": each.type for each in function.parameters})
    for struct in header.structs.values():
        found.update({f"{struct.c.split()[-1]}::{each.name}": each.type for each in struct.members})
    for name, type in found.items():
        if type.shape == "pointer" and type.of.shape == "function":
            own = names.get(name) or names.get(name.split("::")[-1], ())
            header.callbacks[name] = Function(name, type.of.of, name_all(type.of.parameters, own))


def name_all(types: tuple[Type, ...], names: tuple[str, ...]) -> tuple[Parameter, ...]:
    names = names if len(names) == len(types) else ("",) * len(types)
    return tuple(Parameter(name or f"value{index + 1}", each, not name) for index, (name, each) in enumerate(zip(names, types)))


def add_struct(header: Header, node: ElementTree.Element, get: dict[str, str]) -> None:
    if get.get("kind") != "struct" or "nested" in get:
        return
    members = []
    for each in map(attributes, node.findall("cdecl")):
        type = decode(each.get("decl", "") + each["type"])
        members.append(Member(each["name"], type, each.get("bitfield", ""), sections(each.get("doxygen", ""))))
    c = get["name"] if "unnamed" in get else f"struct {get['name']}"
    header.structs[f"struct {get['name']}"] = Struct(c, tuple(members))


def add_enum(header: Header, node: ElementTree.Element, get: dict[str, str]) -> None:
    items = tuple(attributes(item)["name"] for item in node.findall("enumitem"))
    name = "" if "unnamed" in get and "tdname" not in get else get.get("enumtype", "")
    if name:
        header.enums[name] = items
        header.comments[name] = sections(get.get("doxygen", ""))
    else:
        header.enumerators.update({item: item for item in items})


def parameters(node: ElementTree.Element) -> tuple[Parameter, ...]:
    nodes = [attributes(item) for item in node.findall("attributelist/parmlist/parm")]
    found = [item for item in nodes if item["type"] != "void"]
    return name_all(tuple(decode(item["type"]) for item in found), tuple(item.get("name", "") for item in found))
