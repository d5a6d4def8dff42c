"""Words of what is no QObject, and words in tables: collected for translation here, translated where they are shown.

A widget has `self.tr`; `packaging/translate.sh` knows all three.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

__all__ = [
    "KNOWN",
    "later",
    "more_characters",
    "number",
    "plain",
    "shortened",
    "significant",
    "size",
    "speaks_english",
    "spoken",
    "translate",
]

KNOWN = "Nothing was changed."  # a sentence of the engine that every translation has
translate = QCoreApplication.translate
_UNSEEN = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u200e": None, "\u200f": None})


def speaks_english() -> bool:
    """Whether what the engine says is shown as it is."""
    return translate("Said", KNOWN) == KNOWN


def spoken() -> str:
    """The language of the window, by its two letters."""
    return "en" if speaks_english() else QLocale().name().partition("_")[0]


def later(context: str, text: str) -> str:
    """The text as it is, in a table made before the language is chosen: `translate` it with the same context."""
    _ = context
    return text


def plain(written: str) -> str:
    """A number, date or time of the system's with spaces of its own as plain ones, which `visible` leaves alone."""
    return written.translate(_UNSEEN)


def number(value: float, decimals: int = 0) -> str:
    """A number as the language of the window writes it: 4,096 or 4.096."""
    return plain(QLocale().toString(float(value), "f", decimals))


def significant(value: float, digits: int) -> str:
    """A small number by so many of its digits, however many noughts stand before them: 0.0021."""
    return QLocale().toString(float(value), "g", digits)


def size(count_bytes: int) -> str:
    """So many bytes as files are counted elsewhere on a desktop: "3.9 kB"."""
    return QLocale().formattedDataSize(count_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def more_characters(count: int) -> str:
    """What stands in place of the end of a long text."""
    return translate("Text", "… {count} more characters").format(count=number(count))


def shortened(text: str, limit: int) -> str:
    """The text, of a longer one the beginning and how much follows."""
    return text if len(text) <= limit else f"{text[:limit]} {more_characters(len(text) - limit)}"
