"""Every key of the window, declared once: the window binds this table and the overlay shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from inara_desktop.wording import translate

__all__ = ["SHORTCUTS", "Shortcut", "all_shown", "shown", "translated"]


class Shortcut(NamedTuple):
    """`name` is what the window binds; "" for keys that a widget reads by itself. `keys` are alternatives."""

    group: str
    words: str
    keys: tuple[str, ...]
    name: str = ""


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("Writing", "Send", ("Enter",)),
    Shortcut("Writing", "Break the line", ("Shift+Enter",)),
    Shortcut("Writing", "Quote what is marked", ("Ctrl+Shift+9",), "quote"),
    Shortcut("Writing", "Stop the answer", ("Ctrl+.",), "stop"),
    Shortcut("Conversation", "Find", ("Ctrl+F",), "find"),
    Shortcut("Conversation", "Next match", ("F3",), "find_next"),
    Shortcut("Conversation", "Previous match", ("Shift+F3",), "find_previous"),
    Shortcut("Conversation", "Message before", ("Alt+Up",), "message_before"),
    Shortcut("Conversation", "Next message", ("Alt+Down",), "next_message"),
    Shortcut("Conversation", "Copy the message, or the last answer", ("Ctrl+Shift+C",), "copy_message"),
    Shortcut("Conversation", "Edit the message and send it again", ("Ctrl+Shift+E",), "edit_message"),
    Shortcut("Conversation", "Answer again", ("Ctrl+Shift+R",), "answer_again"),
    Shortcut("Conversation", "All that can be done with the message", ("Menu", "Shift+F10")),
    Shortcut("Conversation", "Buttons and links of what is shown", ("Tab", "Shift+Tab")),
    Shortcut("Conversation", "Larger text", ("Ctrl++", "Ctrl+="), "larger"),
    Shortcut("Conversation", "Smaller text", ("Ctrl+-",), "smaller"),
    Shortcut("Conversation", "Text as it was", ("Ctrl+0",), "usual_size"),
    Shortcut("Conversations", "Open, fold a folder", ("Enter",)),
    Shortcut("Conversations", "Rename", ("F2",)),
    Shortcut("Conversations", "Into the trash", ("Del",)),
    Shortcut("Conversations", "Take it back", ("Ctrl+Z",)),
    Shortcut("Conversations", "Pin, unpin", ("Ctrl+P",)),
    Shortcut("Conversations", "Duplicate", ("Ctrl+D",)),
    Shortcut("Conversations", "All that can be done", ("Shift+F10",)),
    Shortcut("Window", "New chat", ("Ctrl+N",), "new"),
    Shortcut("Window", "New chat off the record", ("Ctrl+Shift+N",), "off_record"),
    Shortcut("Window", "Close and forget what is off the record", ("Ctrl+Shift+W",), "forget"),
    Shortcut("Window", "Who answers, and with how much of it", ("Ctrl+Shift+P",), "persona"),
    Shortcut("Window", "Search conversations", ("Ctrl+K",), "search"),
    Shortcut("Window", "Activity and rules", ("Ctrl+Shift+A",), "activity"),
    Shortcut("Window", "Usage: tokens, cost, speed", ("Ctrl+Shift+U",), "usage"),
    Shortcut("Window", "Settings", ("Ctrl+,",), "settings"),
    Shortcut("Window", "Connections", ("Ctrl+Shift+O",), "connections"),
    Shortcut("Window", "Show or hide the sidebar", ("Ctrl+B",), "sidebar"),
    Shortcut("Window", "Close what is on top", ("Esc",), "escape"),
    Shortcut("Window", "Help", ("F1",), "help"),
    Shortcut("Window", "These shortcuts", ("Ctrl+/",), "shortcuts"),
)


def translated(words: str) -> str:
    """A group's name, the words of a shortcut or a key, in the language of the window."""
    return translate("Shortcuts", words)


def all_shown(keys: Iterable[str]) -> str:
    """All the keys of one thing, as a person reads them."""
    return translate("ShortcutsOverlay", "  or  ").join(map(shown, keys))


def shown(keys: str) -> str:
    """The keys as the overlay writes them."""
    parts = [part or "+" for part in keys.removesuffix("++").split("+")]
    if keys.endswith("++"):
        parts.append("+")
    arrows = {"Up": "↑", "Down": "↓", "-": "−"}
    return " + ".join(arrows.get(part) or translated(part) for part in parts)
