from array import array

import square

result: int = square.square(7)
version: str = square.__version__
square.square_array(array("i", [7]), array("i", [0]))
