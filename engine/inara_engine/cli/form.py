"""A question of a running call, shown and answered on a terminal."""

from __future__ import annotations

from typing import Any

from inara_engine.cli import terminal
from inara_engine.cli.honest import shown
from inara_engine.face import OpenQuestion
from inara_engine.forms import FormField, fields, problem, value_of
from inara_engine.tools.asking import Answer

__all__ = ["filled", "show_question"]


def show_question(question: OpenQuestion) -> None:
    """Print who asks what."""
    terminal.note(f"\n{shown(question.source)} asks: {shown(' '.join(question.message.split()))}", terminal.STRONG)
    if question.form is None:
        terminal.note(f"It wants you to visit this page (Inara does not open it): {shown(question.url)}")
    else:
        terminal.note("What you type goes to that server. Type nothing to leave a blank out.")


async def filled(question: OpenQuestion) -> Answer | None:
    """What the person says to it; None at the end of input."""
    said = await terminal.answer("Answer it? Type yes, no to decline, or later to put it off: ")
    if said is None:
        return None
    match said.strip().lower():
        case "yes" | "y":
            pass
        case "no" | "n":
            return Answer("decline")
        case _:
            return Answer("cancel")
    content: dict[str, Any] = {}
    for field in fields(question.form or {}):
        value = await _asked(field)
        if isinstance(value, _End):
            return None
        if value is not None:
            content[field.name] = value
    return Answer("accept", content)


class _End:
    """The input has ended."""


async def _asked(field: FormField) -> Any:
    for number, choice in enumerate(field.choices, start=1):
        terminal.note(f"  {number} {shown(choice.label)}")
    hints = [field.description, "needed" if field.required else ""]
    if field.default is not None:
        hints.append(f"otherwise {field.default}")
    hint = "; ".join(hint for hint in hints if hint)
    while True:
        typed = await terminal.answer(f"{shown(field.title)}{f' ({shown(hint)})' if hint else ''}: ")
        if typed is None:
            return _End()
        try:
            value = value_of(field, typed)
        except ValueError as error:
            terminal.note(str(error), terminal.BAD)
            continue
        if value is None:
            value = field.default
        if not (wrong := problem(field, value)):
            return value
        terminal.note(wrong, terminal.BAD)
