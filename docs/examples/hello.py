import square

try:
    print(f"The square of 7 is {square.square(7)}.")
except OverflowError as error:
    print(error)
