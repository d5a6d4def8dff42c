"""What the engine says, in the language of the window.

The engine speaks English: terminals, other programs, the log and models read it. `packaging/sentences.py` collects its
sentences as patterns ("There is no model {1}."); here a text is taken apart into sentences, each is found among them,
and its translation gets the same fields, letter by letter (`recognising`). What is not found stays as it was: nothing a
model, a server or a person wrote is in that list. Settings are named by where they are in the window (`in_window`); an
English window looks for nothing else, and loads nothing where none is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inara_desktop.wording import KNOWN, speaks_english, translate

if TYPE_CHECKING:
    from typing import Protocol

    class Explained(Protocol):
        """An error of the engine, or what the log has of one."""

        @property
        def message(self) -> str: ...
        @property
        def next_step(self) -> str: ...

    class Labelled(Protocol):
        """A line of an action."""

        @property
        def label(self) -> str: ...
        @property
        def value(self) -> str: ...

    class Mistake(Protocol):
        """What is wrong with the settings' file, and where."""

        @property
        def file(self) -> str: ...
        @property
        def line(self) -> int: ...
        @property
        def key(self) -> str: ...
        @property
        def message(self) -> str: ...
        @property
        def expected(self) -> str: ...


__all__ = ["deed", "explained", "labelled", "mistake", "remedy", "said", "step", "why"]

COMMAND = re.compile(r"`([^`\n]+)`")
MARKED = re.compile(r"[`\[_]|config\.toml|\binara (?:mcp|secrets) ")  # said otherwise in an English window too
LONGEST = 4_000  # characters; longer texts stay as they are
# Labels of lines that the engine words itself; in "Replaces" nothing but a size is a field.
AGAIN = "Do a task again and again: "  # at times in words, which an English window writes its way too
OWN_WORDS = {"Note", "Refused", "Replaces", "Undo", "Mark", "Size", "Body"}


def said(text: str, *, deep: bool = True) -> str:
    """Sentences of the engine, in the words of the window. `deep`: also where one stands in a field of another.

    Not so where people decide by what is in the fields: a file may be called like a sentence.
    """
    if not text or len(text) > LONGEST or (speaks_english() and not MARKED.search(text)):
        return text
    from inara_desktop.recognising import sentences_said

    return sentences_said(text, deep, translate("Said", KNOWN))


def explained(error: Explained) -> str:
    """An error and what to do about it."""
    return f"{said(error.message)} {remedy(error)}".strip()


def remedy(error: Explained) -> str:
    """What to do about an error. Commands stand between quotes: marks of Markdown are for terminals and models."""
    words = said(error.next_step)
    return COMMAND.sub(lambda found: translate("Text", "“{words}”").format(words=found[1]), words)


def why(error: OSError) -> str:
    """What the system says to it."""
    return said(error.strerror or str(error))


def mistake(problem: Mistake) -> str:
    """A mistake in the settings' file, its place first."""
    where = f"{problem.file}:{problem.line}: " + (f"{problem.key}: " if problem.key else "")
    return where + said(problem.message + (f"; expected {problem.expected}" if problem.expected else ""))


def deed(summary: str) -> str:
    """What a call will do, in a line (`Action.summary`); what it does that to stays letter by letter."""
    if len(summary) > LONGEST or (speaks_english() and not summary.startswith(AGAIN)):
        return summary
    from inara_desktop.recognising import deed_said

    return deed_said(summary)


def labelled(detail: Labelled) -> tuple[str, str]:
    """A line of an action: its label; what it says where the engine says it, and not where it names what is touched."""
    if detail.label == "When":
        return said(detail.label), _when(detail.value)
    words = detail.label in OWN_WORDS
    return said(detail.label), said(detail.value, deep=detail.label == "Replaces") if words else detail.value


def _when(value: str) -> str:
    """Times in words, and behind them the cron line as it is."""
    from inara_desktop.times_said import times_said  # rare

    words, opening, cron = value.rpartition(" (")
    return f"{times_said(words)}{opening}{cron}"


def step(words: str) -> str:
    """An earlier step that made a call ask: what was done, or what came along."""
    done = deed(words)
    return said(words, deep=False) if done == words else done
