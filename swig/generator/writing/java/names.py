"""What things are called in Java, and which names cannot be."""
from __future__ import annotations

from collections import Counter

from decisions import Crossing, Decisions
from model import Refusal

KEYWORDS = set("""abstract assert boolean break byte case catch char class const continue default do double else enum extends
    false final finally float for goto if implements import instanceof int interface long native new null package private
    protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile
    while _""".split())
# Methods that every class has, or every handle.
OF_OBJECT = {"clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "close"}
# Classes that the generated ones call by these names.
TAKEN = set("""ArithmeticException AssertionError AutoCloseable Boolean Border Byte Character Double ExtractedLibrary Float
    IllegalArgumentException IllegalStateException Integer Long Math NativeLibrary NullPointerException Object OutOfMemoryError
    Override Packed Runnable RuntimeException Short String""".split())


def name(c: str) -> str:
    """Of a method or parameter: sample_rate as sampleRate, CRC32 as crc32. Only a keyword gets an underscore."""
    first, *rest = [word for word in c.split("_") if word] or ["value"]
    first = first.lower() if first.isupper() else first[:1].lower() + first[1:]
    camel = first + "".join(word[:1].upper() + word[1:] for word in rest)
    return f"{camel}_" if camel in KEYWORDS else camel


def method(crossing: Crossing) -> str:
    own = name(crossing.name)
    return f"{own}_" if crossing.owner and own in OF_OBJECT else own


def refuse_reserved(package: str, module: str) -> None:
    found = [word for word in package.split(".") if word in KEYWORDS] + [module] * (module in KEYWORDS | TAKEN)
    if found:
        raise Refusal(f"project.cmake: {', '.join(found)} in java_package or library_class is a name that Java has already")


def refuse_collisions(decisions: Decisions, module: str) -> None:
    """The compiler of Java would speak of files that the author has never seen."""
    taken = TAKEN | {module, f"{module}JNI", f"{module}Exception"}
    classes = [each.name for each in [*decisions.classes, *decisions.enums, *decisions.records, *decisions.callables,
                                      *decisions.values]]
    found = [f"{each}: a class of this name is in the Java package already" for each in classes if each in taken]
    found += [f"{each}: two classes have this name" for each in twice(classes)]
    for owner in ["", *(each.name for each in decisions.classes)]:
        found += collisions([each for each in decisions.of(owner) if each.role != "constructor"])
    for crossing in decisions.crossings:
        found += [f"{crossing.function.name}: two parameters are both called {each} in Java"
                  for each in twice([name(argument.name) for argument in crossing.arguments])]
    if found:
        raise Refusal("\n".join(found))


def collisions(crossings: list[Crossing]) -> list[str]:
    owners = {method(each): each for each in sorted(crossings[::-1], key=lambda each: -len(each.name))}  # the shortest has it
    return [f"{each.function.name}: another function is called {method(each)} in Java, too. "
            f"Say %name({each.function.name}, ANOTHER)" for each in crossings if owners[method(each)] is not each]


def twice(names: list[str]) -> list[str]:
    return [each for each, count in Counter(names).items() if count > 1]
