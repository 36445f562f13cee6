"""What was decided: how each function crosses. The templates of every language place these, and decide nothing."""
from __future__ import annotations

from dataclasses import dataclass, field

from model import Function, Section


@dataclass(frozen=True)
class Kind:
    """A kind of value: in every language's vocabulary the file FILE.i has typemaps for the C type `c`."""

    file: str  # one of FILES
    name: str = ""  # which of that file: int32_t; of arrays, that of the elements; of enums, handles and records, the class
    c: str = "void"  # its own C type in the functions that SWIG wraps


FILES = ("nothing", "numbers", "text", "texts", "bytes", "arrays", "enums", "handles", "objects", "records",
         "callbacks", "values", "rows", "lent")
NOTHING = Kind("nothing")


@dataclass(frozen=True)
class Argument:
    """What a user passes. One of these may be several parameters of the C function."""

    name: str  # as in the header
    kind: Kind
    nullable: bool = False
    writable: bool = False  # C writes into it
    default: str = ""  # in C


@dataclass(frozen=True)
class Given:
    """Where the generated C function has a value from, and how it becomes a result."""

    expression: str
    how: str = "value"  # or text, texts, view, object; of a struct made, or shown by its address, or copied as bytes
    length: str = ""  # of a view, or of texts that no NULL ends
    free: str = ""  # of a text or view: the function that takes it back
    parent: str = ""  # the objects that outlive it
    destroy: str = "nothing"  # of an object: the class that destroys it; nothing for one that is borrowed
    ref: str = ""  # of an object: the function that makes a borrowed one the caller's
    one_thread: bool = False  # of an object: two threads at once are refused


@dataclass(frozen=True)
class Output:
    """What a user gets. Several of these become a record."""

    name: str
    kind: Kind
    given: Given
    nullable: bool = False


@dataclass(frozen=True)
class Record:
    """A result of several values."""

    name: str  # DatabaseBackup, in camel case
    fields: tuple[Output, ...]

    @property
    def c(self) -> str:
        return f"border_{self.name}"


@dataclass(frozen=True)
class Member:
    """Of a value."""

    name: str
    kind: Kind
    form: str  # scalar, value, text, callback; of a fixed size: characters, octets, numbers
    type: str  # in C; of what has a fixed size, that of an element
    nullable: bool = False
    size: str = ""  # how many elements it has room for, in C
    user_data: str = ""  # of a callback: the member that C gives it back from
    scope: str = ""  # of a callback
    documentation: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Value:
    """A struct whose members are the user's."""

    name: str
    type: str  # in C
    members: tuple[Member, ...]
    pointers: bool = False  # what it points to must live as long as C may look at it
    defaults: str = ""  # the function that gives those
    fills: bool = False  # it does so through a pointer
    documentation: tuple[Section, ...] = ()

    @property
    def c(self) -> str:
        return f"border_{self.name}"

    @property
    def callbacks(self) -> list[Member]:
        return [each for each in self.members if each.form == "callback"]


@dataclass(frozen=True)
class Check:
    """What an argument must be before C is called."""

    condition: str
    argument: str
    message: str  # a format
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Object:
    """An argument that is a handle: the cell is entered before C is called, and left afterwards."""

    name: str
    type: str  # T * in C
    owner: str  # the class
    nullable: bool = False
    goes_to: str = ""  # the cell of the object that takes it over, or NULL


@dataclass(frozen=True)
class Kept:
    """An argument that C keeps: it is given a copy; what a struct points to is one already."""

    name: str
    data: str  # an expression: what is copied; "" of a struct
    size: str
    by: str  # function::parameter, whose next call replaces it


@dataclass(frozen=True)
class Keeper:
    """The object for which they are kept."""

    cell: str  # an expression
    object: str
    exists: bool  # before the call


@dataclass(frozen=True)
class ObjectList:
    """An argument that is an array of handles."""

    name: str
    type: str  # T ** in C
    owner: str  # the class


@dataclass(frozen=True)
class Make:
    """An object that is made before C fills it."""

    name: str
    expression: str
    failure: str  # what it is if there is none
    undo: str  # the function that takes it back if C does not fill it


@dataclass(frozen=True)
class Fill:
    """Memory that is made for C to fill, and made again, larger, until all fits."""

    name: str
    element: str  # in C
    capacity: str  # the parameter that says how much there is
    capacity_type: str
    first: str  # how many elements are tried first
    used: str  # how many C has filled
    needed: str  # how many would be enough, if more than there were; else 0
    asks: bool = False  # C is called without any memory first


@dataclass(frozen=True)
class Stream:
    """An object with cursors: C takes bytes from where one points, and writes to where another does, until all is done."""

    object: str
    next_in: str
    avail_in: str
    next_out: str
    avail_out: str
    in_type: str  # of avail_in, in C
    out_type: str
    end: str  # what C returns when nothing more will come


@dataclass(frozen=True)
class Callable:
    """A function of the user's, of a type that the header has."""

    name: str  # KindsStep without prefix, in camel case
    type: str  # in the header: the type's name, or function::parameter
    result: str  # in C
    parameters: tuple[tuple[str, str], ...]  # as C declares them, and their names
    user_data: str  # an expression: where C gives it back
    arguments: tuple[Output, ...]  # what the user's function is given
    answer: Kind  # what it returns
    stop: str  # what C is told, so that it stops; of a function without a result, what is done
    documentation: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Callback:
    """An argument that is a function of the user's, or a member of one that is a struct."""

    name: str
    callable: str
    scope: str  # how long C may call it: call, handle, forever
    cell: str = ""  # of the object that C calls it for
    member: str = ""  # an expression: where C has it
    user_data: str = ""  # and its user data
    made: bool = False  # that object does not exist before the call


@dataclass(frozen=True)
class Body:
    """The generated C function around the header's one: what it does is the same for all languages."""

    call: str
    returned: str = ""  # declares border_returned; empty if C returns nothing
    parameters: tuple[tuple[str, str], ...] = ()  # C type and name
    objects: tuple[Object, ...] = ()
    locals: tuple[str, ...] = ()  # declarations
    checks: tuple[Check, ...] = ()
    arenas: tuple[str, ...] = ()  # there may have been no memory for what these arguments point to
    failed: str = ""  # a condition
    code: str = "0"
    message: str = "NULL"
    absent: str = ""  # a condition: there is no result, and that is no failure
    outputs: tuple[Output, ...] = ()
    after: tuple[str, ...] = ()  # statements, once C has succeeded
    always: tuple[str, ...] = ()  # statements, whether it has or not
    fill: Fill | None = None
    stream: Stream | None = None
    kept: tuple[Kept, ...] = ()
    keeper: Keeper | None = None
    make: Make | None = None
    lists: tuple[ObjectList, ...] = ()
    undo: tuple[tuple[str, str], ...] = ()  # what C made although it failed, and the function that takes it back
    callbacks: tuple[Callback, ...] = ()
    calls_back: bool = False  # C may call functions of the user's before it returns
    throws: bool = False  # it is C++, and may let an exception out


@dataclass(frozen=True)
class Crossing:
    """A function as users see it."""

    function: Function
    name: str  # without prefix, in snake_case
    symbol: str  # the C function that SWIG wraps: the header's own, or the one that is generated around it
    arguments: tuple[Argument, ...] = ()  # without the object, of a method
    result: Kind = NOTHING
    nullable: bool = False  # the result
    role: str = "function"  # function, version; with an owner: method, constructor, static
    owner: str = ""  # the class
    may_fail: bool = False  # the generated function has a last parameter border_failure *
    protocol: str = ""  # what it is to a language: next, count, at, copy
    fails: str = ""  # what @fails documents: overflow, status
    forbids: bool = False  # arguments may be refused for their value
    blocking: bool = False  # it may wait, or call back: other threads run meanwhile
    documentation: tuple[Section, ...] = ()
    body: Body | None = None  # of the generated function
    wrapped: str = ""  # the prototype, where SWIG wraps the header's own function

    @property
    def hidden(self) -> bool:
        """Whether users do not call it by its name."""
        return self.protocol in ("next", "count", "at")

    @property
    def parameters(self) -> list[str]:
        """Of the C function that SWIG wraps, without the object of a method."""
        declared = [f"{each.kind.c} {each.name}".replace("* ", "*") for each in self.arguments]
        return declared + ["border_failure *border_failed"] * self.may_fail

    @property
    def prototype(self) -> str:
        """What SWIG is told of a function, or of a method where the object is an argument like any other."""
        receiver = [f"border_{self.owner} *self"] if self.role == "method" else []
        parameters = ", ".join(receiver + self.parameters) or "void"
        return self.wrapped or f"{self.result.c} {self.symbol}({parameters})".replace("* ", "*")


@dataclass(frozen=True)
class Class:
    """A handle: an object of the library with methods."""

    name: str
    type: str  # in C
    destroy: str  # the function; "" of one that C only lends
    documentation: tuple[Section, ...] = ()
    one_thread: bool = False
    prefix: str = ""  # of its functions, where the type is that of several classes
    create: str = ""  # makes what init fills
    init: str = ""
    allocated: bool = False  # its memory is the caller's
    base: str = ""  # the class that it is a kind of
    cast: str = ""  # how C makes an object of that one out of {}; "" where it has the same address
    destroyed_as: str = ""  # the class that `destroy` is for

    @property
    def c(self) -> str:
        return f"border_{self.name}"


@dataclass(frozen=True)
class Enum:
    name: str
    type: str  # in C
    items: tuple[tuple[str, str], ...]  # without prefix in CAPITALS, and in C
    flags: bool = False
    documentation: tuple[Section, ...] = ()

    @property
    def c(self) -> str:
        return f"border_{self.name}"


@dataclass
class Decisions:
    crossings: list[Crossing] = field(default_factory=list)
    classes: list[Class] = field(default_factory=list)
    enums: list[Enum] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    start: Crossing | None = None  # called before everything else
    end: str = ""  # the function that is called at the very end
    callables: list[Callable] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)  # those that others have as members come first
    constants: list[tuple[str, str, str]] = field(default_factory=list)  # name without prefix, C expression, kind of value
    caught: list[Function] = field(default_factory=list)  # those that are called, if they may let exceptions of C++ out
    left_out: list[tuple[str, str]] = field(default_factory=list)  # a function of the header, and why it does not cross
    error: str = ""  # the name of the library's own exception, if a status is declared

    def of(self, owner: str) -> list[Crossing]:
        return [each for each in self.crossings if each.owner == owner]

    def speaks(self, owner: str, protocol: str) -> Crossing | None:
        return next((each for each in self.of(owner) if each.protocol == protocol), None)

    def is_base(self, name: str) -> bool:
        return any(each.base == name for each in self.classes)

    def line_of(self, name: str) -> list[Class]:
        """A class, and those that it is a kind of."""
        found = next((each for each in self.classes if each.name == name), None)
        return [found, *self.line_of(found.base)] if found else []

    def cast(self, name: str, base: str, expression: str) -> str:
        """An object of the class, as one of what it is a kind of."""
        for each in self.line_of(name):
            if each.name == base:
                break
            expression = each.cast.format(expression) or expression
        return expression

    def casts(self, base: str) -> list[tuple[str, str]]:
        """The classes that are a kind of this one, where that makes C another address."""
        kinds = [each.name for each in self.classes if base in [other.name for other in self.line_of(each.name)]]
        found = [(name, self.cast(name, base, "object")) for name in kinds]
        return [(name, expression) for name, expression in found if expression != "object"]

    @property
    def keeps_callbacks(self) -> bool:
        """Whether every function may call back, because one before has left something to call."""
        bodies = [each.body for each in self.crossings if each.body]
        return any(callback.scope != "call" for body in bodies for callback in body.callbacks)

    @property
    def frees(self) -> list[str]:
        """The functions that take back what C returned."""
        outputs = [output for each in self.crossings if each.body for output in each.body.outputs]
        return sorted({output.given.free for output in outputs if output.given.free} - {"free"})

    @property
    def optionals(self) -> list[tuple[str, str]]:
        """The numbers of which there may be none: the C type, and the name that this has."""
        outputs = [output for each in self.crossings if each.body for output in each.body.outputs]
        kinds = {output.kind for output in outputs if "border_optional" in output.kind.c}
        return sorted((kind.name if kind.file == "numbers" else f"border_{kind.name}", kind.c.removeprefix("border_optional_"))
                      for kind in kinds)

    @property
    def expressions(self) -> list[str]:
        """What a language may want to know the value of: enumerators, what is an enum's type, integer constants."""
        found = [c for _, c, kind in self.constants if kind == "int64_t"]
        for enum in self.enums:
            found += [*(c for _, c in enum.items), f"sizeof({enum.type})", f"({enum.type}) -1"]
        arguments = [each for crossing in self.crossings for each in crossing.arguments if each.default]
        found += [each.default for each in arguments
                  if each.kind.file in ("numbers", "enums") and each.kind.name not in ("float", "double")]
        return found + [member.size for value in self.values for member in value.members if member.size]

    @property
    def used(self) -> dict[str, set[str]]:
        """The kinds that occur, by file: a vocabulary compiles these and no others."""
        found: dict[str, set[str]] = {file: set() for file in FILES}
        kinds = [output.kind for record in self.records for output in record.fields]
        kinds += [kind for each in self.callables for kind in (each.answer, *(output.kind for output in each.arguments))]
        kinds += [member.kind for value in self.values for member in value.members]
        for crossing in self.crossings:
            if crossing.wrapped:  # by typemaps of its own
                continue
            kinds += [crossing.result, *(each.kind for each in crossing.arguments)]
        kinds += [Kind("text", "view") for _, _, kind in self.constants if kind == "text"]
        for kind in kinds:
            found[kind.file].add(kind.name)
        return found
