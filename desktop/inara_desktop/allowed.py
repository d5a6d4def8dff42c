"""Who let a call run, in the language of the window; the engine says it in English."""

from __future__ import annotations

from inara_desktop.wording import later, translate

__all__ = ["whom"]

WHO = (
    later("Allowed", "you, in the window"),
    later("Allowed", "you, in the terminal"),
    later("Allowed", "you, through another program"),
    later("Allowed", "you, for this task: risks below a limit"),
    later("Allowed", "a rule"),
    later("Allowed", "only reads"),
)
_RULE = "a rule: "


def whom(said: str) -> str:
    """What `policy.who_allowed` says, translated; what it does not know stays."""
    if said.startswith(_RULE):
        return translate("Allowed", "a rule: {rule}").format(rule=said.removeprefix(_RULE))
    return translate("Allowed", said)
