"""Squares of 32-bit integers, computed in C."""

from ._square import *
from ._square import __version__
