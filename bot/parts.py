"""Parts of the program that are installed only where they are asked for, by their extra's name."""

import sys
from importlib import metadata, util

from claims.version import DISTRIBUTION


def how_to_install(extra: str) -> str:
    """
    Return what to type so that this Python has the part, as a sentence.

    It names the libraries themselves, within the bounds that this installation was made with: no
    index knows this program, and whether it came from a checkout or a wheel cannot be told.
    """
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    has_pip = util.find_spec("pip") is not None  # environments that uv made have none
    install = f"{python} -m pip install" if has_pip else f"uv pip install --python {python}"
    return f"Install what is missing: {install} {' '.join(_libraries(extra))}"


def _libraries(extra: str) -> list[str]:
    """Return what the extra adds, each in quotation marks, since `<` means something to a shell."""
    try:
        required = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:  # a checkout that was never installed
        return [f'-e ".[{extra}]"']
    marked = (line.partition(";") for line in required)
    return [f'"{what.strip()}"' for what, _, marker in marked if _names(marker, extra)]


def _names(marker: str, extra: str) -> bool:
    return marker.replace('"', "'").strip() == f"extra == '{extra}'"
