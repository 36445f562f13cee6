"""A function of the user's that C calls: what it is given, what it answers, how long C may call it, and where C keeps for it
what tells one from another, its user data."""
from __future__ import annotations

import dataclasses
import re

from deciding.building import Building
from deciding.kinds import is_constant, resolve
from deciding.names import camel, without_prefix
from decisions import NOTHING, Callable, Callback, Given, Kind, Output
from model import Function, Header, Member, Parameter, Struct, Type

USER_DATA = re.compile(r".*(user|data|ctx|context|closure|opaque|arg|param|baton|cookie|priv|self|this|ptr).*", re.IGNORECASE)
SCOPES = ("call", "handle", "forever")


def callback(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """A parameter that is a function pointer."""
    pointed = pointed_function(building, parameter)
    if not pointed:
        return 0
    how_long = scope(building, parameter)
    passed_callbacks(building)
    made = callable_of(building, pointed)
    nullable = bool(building.line("nullable", parameter))
    if how_long in ("handle", "until") and not building.receiver:
        raise building.refuse(f"%scope: no object keeps {parameter.name}. Say call or forever")
    building.callbacks.append(Callback(parameter.name, made.name, how_long, own_cell(building, how_long)))
    c = f"border_{'nullable_' if nullable else ''}{how_long}_{made.name}"
    building.take(parameter, Kind("callbacks", made.name, c), nullable=nullable)
    building.values.append(f"{parameter.name}.target ? border_at_{made.name} : NULL" if nullable else f"border_at_{made.name}")
    return 1


def user_data(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """The void * that C gives back to the callback."""
    callbacks = passed_callbacks(building) if is_void(building, parameter.type) else []
    if not callbacks or parameter is not choose_user_data(building):
        return 0
    building.values.append(f"border_slot_{callbacks[0].name}")
    return 1


def let_go(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """What C calls with the user data when it needs the callback no more."""
    if not ends_scope(building, parameter):
        return 0
    building.values.append("border_let_go_of_callback")
    return 1


def ends_scope(building: Building, parameter: Parameter) -> bool:
    line = building.said.about("scope", building.function.name)
    return line is not None and line.arguments[1] == parameter.name


def passed_callbacks(building: Building) -> list[Parameter]:
    """Each needs user data of its own, or C could not tell them apart."""
    found = [each for each in building.function.parameters
             if pointed_function(building, each) and not building.line("pass", each) and not ends_scope(building, each)]
    if len(found) > 1:
        name = f"{building.function.name}::{found[-1].name}"
        raise building.refuse(f"{found[0].name} and {found[-1].name} have one user data. Say %pass({name}, NULL)")
    if found and not choose_user_data(building):
        raise building.refuse(f"which parameter is the user data of {found[0].name}? "
                              f"Say %user_data({building.function.name}::PARAMETER), or %skip({building.function.name})")
    return found


def pointed_function(building: Building, parameter: Parameter) -> Function | None:
    """What a function pointer points to; its name is that of the type, if that has one."""
    return pointed_by(building.kinds.header, parameter.type, f"{building.function.name}::{parameter.name}")


def pointed_by(header: Header, type: Type, where: str) -> Function | None:
    named = type if type.shape == "name" else type.of if type.shape == "pointer" else type
    while named.shape == "name" and named.name in header.types and named.name not in header.callbacks:
        named = header.types[named.name]
    return header.callbacks.get(named.name) or header.callbacks.get(where)


def member_user_data(building: Building, struct: Struct, declared: Member) -> str:
    """The void * that belongs to a struct's function pointer: said, or called by its name, or the next one."""
    where = f"{struct.c.split()[-1]}::{declared.name}"
    if not pointed_by(building.kinds.header, declared.type, where):
        return ""
    line = building.said.about("user_data", where)
    void = [each.name for each in struct.members if is_void(building, each.type)]
    following = [each.name for each in struct.members[struct.members.index(declared) + 1:][:1]]
    found = [line.arguments[1]] if line else [name for name in void if name.startswith(declared.name)] or following
    return found[0] if found and found[0] in void else ""


def member_scope(building: Building, where: str) -> str:
    line = building.said.about("scope", where)
    if not line or line.arguments[1] not in SCOPES:
        raise building.refuse(f"how long may it call {where}? Say %scope({where}, call), handle or forever")
    return line.arguments[1]


def keep_callbacks(building: Building) -> None:
    """Those of structs, by the object that the function makes, or else by its own."""
    made = next((each.name for each in building.outputs if each.given.how == "object"), "")
    for index, each in enumerate(building.callbacks):
        if not each.member or each.scope == "forever":
            continue
        cell = own_cell(building, each.scope)
        new = bool(made) and each.scope == "handle" and not building.has("borrowed")
        if each.scope == "handle" and not new and not cell:
            raise building.refuse(f"%scope: no object keeps {each.name}. Say call or forever")
        result = f"border_result.{made}" if len(building.outputs) > 1 else "border_result"
        building.callbacks[index] = dataclasses.replace(each, cell=result if new else cell, made=new)


def scope(building: Building, parameter: Parameter) -> str:
    name = building.function.name
    line = building.said.about("scope", name)
    if not line:
        raise building.refuse(f"how long may it call {parameter.name}? Say %scope({name}, call), handle or forever")
    if line.arguments[1] in SCOPES:
        return line.arguments[1]
    if any(ends_scope(building, each) for each in building.function.parameters):
        return "until"
    raise building.refuse(f"%scope: how long it may call {parameter.name} is one of {', '.join(SCOPES)}, or the parameter "
                          "through which C is told what to call when it needs it no more")


def own_cell(building: Building, how_long: str) -> str:
    """The object that C calls it for, which may keep it."""
    return f"border_cell_{building.receiver.name}" if building.receiver and how_long != "forever" else ""


def calls_back(building: Building) -> bool:
    """Where C keeps callbacks, it may call one during any call, unless the author says that it does not."""
    kept = any(line.arguments[1] != "call" for line in building.said.all("scope"))
    return bool(building.callbacks) or kept and not building.has("never_calls_back")


def choose_user_data(building: Building) -> Parameter | None:
    """Of several void *, the one that the author says, or the only one that is named so."""
    found = [each for each in building.function.parameters if is_void(building, each.type) and not building.line("pass", each)]
    said = [each for each in found if building.line("user_data", each)]
    named = [each for each in found if USER_DATA.fullmatch(each.name)]
    return next((group[0] for group in (said, found, named) if len(group) == 1), None)


def is_void(building: Building, type: Type) -> bool:
    pointer = resolve(building.kinds.header, type)
    return pointer.shape == "pointer" and resolve(building.kinds.header, pointer.of).name == "void" and not pointer.of.const


def callable_of(building: Building, function: Function) -> Callable:
    made = building.kinds.callables
    if function.name not in made:
        made[function.name] = decide_callable(Building(building.kinds, building.said, function))
    return made[function.name]


def decide_callable(building: Building) -> Callable:
    function = building.function
    building.function = dataclasses.replace(function, parameters=tuple(as_said(building, each) for each in function.parameters))
    line = building.said.about("user_data", function.name)
    user = None if line else choose_user_data(building)
    if not line and not user:
        raise building.refuse(f"which parameter is its user data? Say %user_data({function.name}::PARAMETER), "
                              f"or %user_data({function.name}, EXPRESSION)")
    answer = decide_answer(building)
    for parameter in building.function.parameters:
        if parameter is not user and parameter.name[0] != "-" and not is_length(building, parameter):
            give(building, parameter)
    names = [each.name.replace("-", "border_unused_") for each in function.parameters]
    parameters = tuple((each.type.spell(name), name) for each, name in zip(function.parameters, names))
    documentation = building.kinds.header.comments.get(function.name, ())
    given_back = line.arguments[1] if line else user.name
    return Callable(callable_name(building), function.name, str(function.result), parameters, given_back,
                    tuple(building.outputs), answer, decide_stop(building, answer), documentation)


def callable_name(building: Building) -> str:
    name = building.function.name
    line = building.said.about("name", name)
    bare = re.sub(r"_(t|fn|cb|func)$", "", without_prefix(building.said, name.replace("::", "_")))
    return line.arguments[1] if line else camel(bare)


def decide_answer(building: Building) -> Kind:
    result = building.function.result
    if result.name == "void":
        return NOTHING
    kind = building.kinds.scalar(result)
    if not kind:
        raise building.refuse(f"nothing says how a callback gives C the result {result}. Say %skip for who takes it")
    return kind


def decide_stop(building: Building, answer: Kind) -> str:
    """What makes C stop when the user's function has raised an exception."""
    name = building.function.name
    line = building.said.about("callable", name)
    if line:
        return "" if line.arguments[1] == "nothing" else line.arguments[1]
    if answer == NOTHING:
        return ""
    raise building.refuse(f"what does it return so that C stops? Say %callable({name}, VALUE)")


def is_length(building: Building, parameter: Parameter) -> bool:
    """Whether it only says how much another one has."""
    lines = [line for name in GIVEN for line in building.said.all(name)]
    return any(line.arguments[1] == parameter.name and line == building.line(line.name, each)
               for line in lines for each in building.function.parameters)


def as_said(building: Building, parameter: Parameter) -> Parameter:
    """Where C gives a void *, the author knows what it points to."""
    line = building.line("is", parameter)
    said = re.fullmatch(r"(const )?([\w ]+?) ?(\*?)", line.arguments[1]) if line else None
    if not said:
        return parameter
    type = Type(name=said[2], const=bool(said[1]))
    return Parameter(parameter.name, Type("pointer", of=type) if said[3] else type)


def give(building: Building, parameter: Parameter) -> None:
    """An argument of the user's function."""
    name = parameter.name
    for line_name, kind_of in GIVEN.items():
        line = building.line(line_name, parameter)
        if line:
            kind = kind_of(building, parameter)
            length = f"(size_t) ({line.arguments[1]})"
            view = f"({name}, {length})" if kind.file in ("rows", "lent") else f"border_nullable_view_of({name}, {length})"
            building.outputs.append(Output(name, kind, Given(view, "view"), nullable=kind.file not in ("rows", "lent")))
            return
    if building.kinds.scalar(parameter.type):
        building.give(name, building.kinds.scalar(parameter.type), Given(name))
    elif building.kinds.is_text(parameter.type):
        text = Kind("text", "view", "border_nullable_text_view")
        building.outputs.append(Output(name, text, Given(f"border_nullable_text_of({name})", "text"), nullable=True))
    elif building.kinds.handle(parameter.type):
        of = building.kinds.handle(parameter.type)
        given, nullable = Given(f"(void *) {name}", "object"), bool(building.line("nullable", parameter))
        building.outputs.append(Output(name, Kind("handles", of.name, f"{of.c} *"), given, nullable))
    else:
        raise building.refuse(suggestion(building, parameter))


def given_array(building: Building, parameter: Parameter) -> Kind:
    element = building.kinds.element(parameter.type)
    owner = building.kinds.made(parameter.type)
    if owner:
        return Kind("lent", owner.name, "border_view")
    if not element or not is_constant(building.kinds.header, parameter.type):
        raise building.refuse(f"%array: {parameter.type.spell(parameter.name)} is no array of numbers that C shows")
    return Kind("arrays", element.name, f"border_nullable_view_{element.name.replace(' ', '_')}")


def given_texts(building: Building, parameter: Parameter) -> Kind:
    pointer = resolve(building.kinds.header, parameter.type)
    text = resolve(building.kinds.header, pointer.of) if pointer.shape == "pointer" else pointer
    if text.shape != "pointer" or resolve(building.kinds.header, text.of).name != "char":
        raise building.refuse(f"%texts: {parameter.type.spell(parameter.name)} is no list of texts")
    return Kind("rows", "texts", "border_view")


GIVEN = {
    "texts": given_texts,
    "array": given_array,
    "bytes": lambda building, parameter: Kind("bytes", "view", "border_nullable_bytes_view"),
    "sized_text": lambda building, parameter: Kind("text", "view", "border_nullable_text_view"),
}


def suggestion(building: Building, parameter: Parameter) -> str:
    where = f"{building.function.name}::{parameter.name}"
    line = f"%pass({where}, NOTHING)"
    pointed = resolve(building.kinds.header, parameter.type).of
    if building.kinds.is_memory(parameter.type):
        line = f"%bytes({where}, LENGTH)"
    elif pointed and building.kinds.is_memory(pointed):
        line = f"%texts({where}, LENGTH)"
    elif building.kinds.element(parameter.type):
        line = f"%array({where}, LENGTH)"
    return f"nothing says what the callback's parameter {parameter.type.spell(parameter.name)} is. Say {line}"
