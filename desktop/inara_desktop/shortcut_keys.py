"""A shortcut as people and Qt write it ("Ctrl+Alt+Space"), read for those who bind it: X11 and the desktop portal."""

from __future__ import annotations

from typing import NamedTuple

from inara_desktop.wording import translate

__all__ = ["Keys", "read_keys"]

_MODIFIERS = {"ctrl": "ctrl", "alt": "alt", "shift": "shift", "meta": "super", "super": "super"}
# What Qt calls a key, by its name in xkb, where the two differ.
_NAMES = {
    "space": "space",
    "return": "Return",
    "enter": "Return",
    "tab": "Tab",
    "esc": "Escape",
    "backspace": "BackSpace",
    "del": "Delete",
    "ins": "Insert",
    "pgup": "Prior",
    "pgdown": "Next",
    "print": "Print",
    "pause": "Pause",
    ",": "comma",
    ".": "period",
    "-": "minus",
    "+": "plus",
    "/": "slash",
    "\\": "backslash",
    ";": "semicolon",
    "'": "apostrophe",
    "`": "grave",
    "[": "bracketleft",
    "]": "bracketright",
    "=": "equal",
    "#": "numbersign",
}
_PORTAL = {"ctrl": "CTRL", "alt": "ALT", "shift": "SHIFT", "super": "LOGO"}


class Keys(NamedTuple):
    """`modifiers` are of ctrl, alt, shift, super; `symbol` is the key's name in xkb ("space", "j", "F5")."""

    modifiers: tuple[str, ...]
    symbol: str

    @property
    def trigger(self) -> str:
        """As the XDG shortcuts specification writes them, for the portal: "CTRL+ALT+space"."""
        return "+".join([*(_PORTAL[one] for one in self.modifiers), self.symbol])


def read_keys(text: str) -> Keys:
    """Raises ValueError for what is no shortcut."""
    head, plus, key = text.strip().rpartition("+")
    if plus and not key and head.endswith("+"):  # "Ctrl++": the key is the plus
        head, key = head.removesuffix("+"), "+"
    names = [part.strip().lower() for part in head.split("+")] if head else []
    unknown = [name for name in names if name not in _MODIFIERS]
    if unknown or not key.strip():
        raise ValueError(translate("GlobalShortcut", "“{keys}” is no shortcut.").format(keys=text))
    key = key.strip().lower()
    symbol = _NAMES.get(key, key if len(key) == 1 else key.capitalize())
    return Keys(tuple(dict.fromkeys(_MODIFIERS[name] for name in names)), symbol)
