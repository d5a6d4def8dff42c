"""Icons, styles and texts as files; no Qt.

The icons are Inara's own drawings (MIT like the rest): a 24 px grid, round strokes of 1.75 px,
`currentColor`, so that one file serves every theme. `inara.svg` is the application's mark and
carries its own colours.

Read with `pkgutil`: `importlib.resources` costs 9 ms to import, which the first paint would pay.
"""

from __future__ import annotations

import pkgutil

__all__ = ["HELP", "help_page", "icon_names", "icon_svg", "sentences", "style_sheet", "translation"]

# In the order in which they are read.
HELP = ("start", "models", "settings", "consent", "off-record", "memory", "schedules", "terminal", "http", "privacy")


def icon_svg(name: str) -> str:
    """The drawing of an icon, as SVG text. Raises FileNotFoundError where there is no such icon."""
    return _text(f"icons/{name}.svg")


def icon_names() -> list[str]:
    """All icons there are, in order of their names."""
    from importlib.resources import files

    icons = files(__name__).joinpath("icons").iterdir()
    return sorted(entry.name.removesuffix(".svg") for entry in icons if entry.name.endswith(".svg"))


def help_page(name: str, language: str = "en") -> str:
    """A page of the help, one of `HELP`, as Markdown; in English where it isn't there in the language ("de").

    Its first line is its heading.
    """
    try:
        return _text(f"help/{name}.md" if language == "en" else f"help/{language}/{name}.md")
    except FileNotFoundError:
        return _text(f"help/{name}.md")


def sentences() -> str:
    """What the engine says, as patterns, in JSON. Made by `packaging/sentences.py`."""
    return _text("translations/sentences.json")


def style_sheet() -> str:
    """The Qt style sheet with `$tokens` where the theme's values go."""
    return _text("styles/inara.qss")


def translation(language: str) -> bytes | None:
    """The compiled translation of a language ("de"), None where there is none. Made by `packaging/translate.sh`."""
    try:
        return pkgutil.get_data(__name__, f"translations/inara_{language}.qm")
    except OSError:
        return None


def _text(path: str) -> str:
    data = pkgutil.get_data(__name__, path)
    if data is None:  # only a loader that can't read data files says so
        raise FileNotFoundError(path)
    return data.decode()
