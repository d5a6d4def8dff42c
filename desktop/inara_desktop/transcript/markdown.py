r"""A block's Markdown made ready for Qt's reader, which would otherwise drop or change some of it.

Measured with Qt 6.11: footnotes and link definitions vanish, `\(x\)` loses its backslashes, `$a*b*c$` turns italic,
a hard break begins another paragraph, and in a list another item, deep quotes cost quadratic time, and one line may
begin hundreds of lists. All of these are turned into something that is shown as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from inara_desktop.transcript.footnotes import AFTER, linked, mark_of
from inara_desktop.transcript.inline import heal, protect_math
from inara_desktop.transcript.markdown_lines import dedented
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.text import paintable
from inara_desktop.wording import number, translate

__all__ = ["BREAK", "prepare"]

BREAK = "\ufdd4"
"""Where a line ends in prepared Markdown although its paragraph goes on: a noncharacter, which no text has."""

_DEFINITION = re.compile(r"^([ \t]{0,3}(?:>[ \t]?)*)\[([^\[\]\n]+)\]:", re.MULTILINE)
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:])")
_DEEP_QUOTE = re.compile(r"^((?:[ \t]*>){8})((?:[ \t]*>)+)", re.MULTILINE)
_DEEP_LIST = re.compile(r"^((?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){12}[ \t]*\d{0,9})(?=[-+*.)>])", re.MULTILINE)
_HARD_BREAK = re.compile(r"(?<=[^\s|])(?: {2,}|(?<!\\)\\)\n(?=[^\n]*\S)")
_FENCED = re.compile(r"^[ \t>]*(```+|~~~+).*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NOTE = re.compile(r"\[\^([\w-]{1,40})\](:[ \t]*)?")  # of a footnote, or the place that leads to it
_NOTE_LINE = re.compile(r"(?<=\S)\n(?=[ \t>]*\[\^[\w-]{1,40}\]:)")
_BRACKETS = re.compile(r"[\[\]]")
_MAX_BRACKETS = 600
_MAX_NOTES = 150  # brackets in a block whose footnotes are links
_MAX_MARKS = 300  # of emphasis in a block: hundreds of pieces, each with a look of its own


def prepare(source: str, span: Span, definitions: Mapping[str, str], *, open_end: bool) -> str:
    """Markdown for `QTextDocument.setMarkdown`; `open_end` heals what a running stream left half said."""
    text = source.rstrip()
    if span.indent:
        text = _dedent(text, span.indent)
    text = _broken(span.lead + _tamed(paintable(text)))
    text = protect_math(text, open_end=open_end)
    if open_end:
        text = heal(text)
    if ">" in text:
        text = _DEEP_QUOTE.sub(_deeper, text)
    text = _DEEP_LIST.sub(r"\1\\", text)  # no item begins there
    text = _with_notes(text)
    return _brackets(text, definitions) if "[" in text else text


def _broken(text: str) -> str:
    """Hard breaks as a sign of ours. Code in a quote keeps its backslashes."""
    if "  \n" not in text and "\\\n" not in text:
        return text
    return _outside_code(text, _HARD_BREAK, f" {BREAK}\n")


def _outside_code(text: str, what: re.Pattern[str], by: str) -> str:
    """Put something in place of something, but in code between fences."""
    made, at = "", 0
    for code in _FENCED.finditer(text):
        made += what.sub(by, text[at : code.start()]) + code[0]
        at = code.end()
    return made + what.sub(by, text[at:])


def _with_notes(text: str) -> str:
    """Footnotes by raised numbers or their names, where they stand and where they are told, each on a line of its own.

    Each leads to the other. Code stays as it is.
    """
    if "[^" not in text:
        return text
    text = _outside_code(text, _NOTE_LINE, f" {BREAK}\n")
    parts = text.split("`")
    raised = _linked if text.count("[") <= _MAX_NOTES else _raised
    parts[::2] = [_NOTE.sub(raised, part) for part in parts[::2]]
    return "`".join(parts)


def _linked(note: re.Match[str]) -> str:
    return linked(note[1], told=note[2] is not None)


def _raised(note: re.Match[str]) -> str:
    mark = _BRACKETS.sub(lambda m: f"\\{m[0]}", mark_of(note[1]))
    return f"{mark}{AFTER}" if note[2] else mark


def _tamed(text: str) -> str:
    for mark in "*_~":
        if text.count(mark) > _MAX_MARKS:
            text = text.replace(mark, f"\\{mark}")
    return text


def _brackets(text: str, definitions: Mapping[str, str]) -> str:
    if text.count("[") > _MAX_BRACKETS:  # the reader is quadratic in unmatched brackets
        return _BRACKETS.sub(lambda m: f"\\{m[0]}", text)
    used = {
        name: definitions[name]
        for match in _REFERENCE.finditer(text)
        if (name := (match[2] or match[1]).casefold()) in definitions
    }
    text = _DEFINITION.sub(r"\1\\[\2\\]:", text)
    for name, target in used.items():
        text += f"\n\n[{name}]: <{target}>"
    return text


def _dedent(text: str, columns: int) -> str:
    """Take up to `columns` columns of white space off each line."""
    return "\n".join(dedented(line, columns) for line in text.split("\n"))


def _deeper(quote: re.Match[str]) -> str:
    levels = number(quote[2].count(">"))
    deeper = translate("Markdown", "{count} levels deeper").format(count=levels)
    return f"{quote[1]} ({deeper}) "
