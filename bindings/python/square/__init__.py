"""Squares of 32-bit integers, computed in C."""

try:
    from ._square import *
    from ._square import __version__ as __version__
except ImportError as _error:
    import sysconfig

    raise ImportError(
        f"{_error}\n{__name__} needs its native module, _square{sysconfig.get_config_var('EXT_SUFFIX')}, in {__path__[0]}."
        f" Install the wheel for this Python and platform: python -m pip install --force-reinstall {__name__}",
        name=_error.name,
        path=_error.path,
    ) from _error
