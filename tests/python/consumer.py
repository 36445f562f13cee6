from array import array

import square

result: int = square.square(7)
version: str = square.__version__
square.square_array(array("i", [7]), array("i", [0]))
square.square_array(bytes(4), memoryview(bytearray(4)).cast("i"))
