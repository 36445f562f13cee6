from typing import Final, SupportsFloat, SupportsIndex, final

from _typeshed import ReadableBuffer, WriteableBuffer, structseq

__version__: Final[str]

def square(number: SupportsIndex, /) -> int: ...
def square_array(numbers: ReadableBuffer, squares: WriteableBuffer, /) -> None: ...
