"""Squares of 32-bit integers, computed in C."""

try:
    from ._square import *
    from ._square import __version__
except ImportError as error:
    import sys
    import sysconfig

    raise ImportError(
        f"{error}\n{__name__} needs its native module, _square{sysconfig.get_config_var('EXT_SUFFIX')}, in {__path__[0]}:"
        f" install the wheel for {sys.implementation.cache_tag} on {sysconfig.get_platform()}, or build it from source."
        f" (python -m pip install --force-reinstall {__name__})",
        name=error.name,
        path=error.path,
    ) from error
