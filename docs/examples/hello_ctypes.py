import ctypes
import sys

library = ctypes.CDLL(sys.argv[1])  # the path of libsquare
library.square.argtypes = [ctypes.c_int32]
library.square.restype = ctypes.c_int32

print(f"The square of 7 is {library.square(7)}.")
