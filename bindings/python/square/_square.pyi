from typing import Final, SupportsIndex

from _typeshed import ReadableBuffer, WriteableBuffer

__version__: Final[str]

def square(number: SupportsIndex, /) -> int: ...
def square_array(numbers: ReadableBuffer, squares: WriteableBuffer, /) -> None: ...
