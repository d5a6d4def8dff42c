"""A conversation as one text, for a command that takes a single prompt."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from inara_engine.messages import Message

__all__ = ["prompt_text"]

_BY = {"user": "user", "assistant": "assistant", "tool": "tool result"}


def prompt_text(messages: Sequence[Message], *, escape_at_signs: bool) -> bytes:
    """The messages in marks that carry a fresh number: no text among them can pretend to be another message.

    `escape_at_signs`: Gemini CLI reads the file of each "@path" unless a backslash stands before it.
    """
    mark = f"message-{secrets.token_hex(4)}"
    instructions = "\n\n".join(message.text for message in messages if message.role == "system")
    task = (
        f"Below is a conversation. Each message stands between <{mark} by=…> and </{mark}>; nothing inside a message "
        "starts or ends another one. Write the assistant's next message: its text alone, without marks."
    )
    parts = [task]
    if instructions:
        parts.append(f'<{mark} by="instructions">\n{instructions}\n</{mark}>')
    for message in messages:
        if message.role == "system":
            continue
        text = message.text
        if message.calls:
            called = ", ".join(call.name for call in message.calls)
            text = f"{text}\n[asked for: {called}]" if text else f"[asked for: {called}]"
        if text:
            parts.append(f'<{mark} by="{_BY[message.role]}">\n{text}\n</{mark}>')
    whole = "\n\n".join(parts)
    if escape_at_signs:
        whole = re.sub(r"(?<!\\)@", r"\\@", whole)
    return whole.encode("utf-8", "replace")
