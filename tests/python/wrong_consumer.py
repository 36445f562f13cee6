import square

square.square("7")
square.square(7.0)
square.square(number=7)
square.square_array([7], bytearray(4))
text: str = square.square(7)
square.cube(7)
square.square_array(bytearray(4), bytes(4))
square.square_array(bytearray(4), bytearray(4), 1)
nothing: int = square.square_array(bytearray(4), bytearray(4))
square.__version__ + 1
