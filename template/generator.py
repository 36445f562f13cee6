"""What the scripts here take of the generator: how it reads a header, and what it calls things in each language."""
import sys

import files

sys.path.insert(0, str(files.ROOT / "swig/generator"))

from deciding import decide  # noqa: E402, F401
from decisions import Argument, Crossing, Kind  # noqa: E402, F401
from model import Refusal  # noqa: E402, F401
from reading.header import read_header  # noqa: E402, F401
from suggesting import suggest  # noqa: E402, F401
from suggesting.draft import parsed  # noqa: E402, F401
from writing.csharp import spelling as csharp  # noqa: E402, F401
from writing.java import names as java  # noqa: E402, F401
