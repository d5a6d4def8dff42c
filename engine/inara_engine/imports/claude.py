"""Claude's `conversations.json`: each conversation a list of messages made of blocks.

The format is not documented by its maker; this follows exports of 2023 to 2026. What it does not
know is left out, except for the text in it.
"""

from __future__ import annotations

from typing import Any

from inara_engine.imports.session import (
    ImportedMessage,
    ImportedSession,
    as_json,
    entries,
    fenced,
    fields,
    joined,
    moment,
    words,
)

__all__ = ["is_claude", "read_claude"]


def is_claude(conversation: dict[str, Any]) -> bool:
    """Whether this looks like one."""
    return isinstance(conversation.get("chat_messages"), list)


def read_claude(conversation: dict[str, Any]) -> ImportedSession:
    """The branch that ends with the newest message."""
    model = words(conversation.get("model"))
    messages = [message for one in _branch(conversation) if (message := _message(one, model))]
    return ImportedSession(words(conversation.get("name")), moment(conversation.get("created_at")), tuple(messages))


def _branch(conversation: dict[str, Any]) -> list[dict[str, Any]]:
    messages = [fields(message) for message in entries(conversation.get("chat_messages"))]
    by_id = {identity: message for message in messages if (identity := words(message.get("uuid")))}
    parents = [words(message.get("parent_message_uuid")) for message in messages]
    if not messages or not all(parents) or len(by_id) < len(messages):
        return messages  # older exports say nothing of branches
    at = words(conversation.get("current_leaf_message_uuid")) or words(messages[-1].get("uuid"))
    branch: list[dict[str, Any]] = []
    while at in by_id:
        message = by_id.pop(at)  # each at most once, whatever the file claims
        branch.append(message)
        at = words(message.get("parent_message_uuid"))
    return branch[::-1]


def _message(message: dict[str, Any], model: str) -> ImportedMessage | None:
    blocks = [fields(block) for block in entries(message.get("content"))]
    text = joined(map(_block, blocks)) or words(message.get("text"))
    attachments = (_attachment(fields(value)) for value in entries(message.get("attachments")))
    files = (f"[File: {name}]" for value in entries(message.get("files")) if (name := _name(fields(value))))
    text = joined((text, *attachments, *files))
    thinking = joined(words(block.get("thinking")) for block in blocks if block.get("type") == "thinking")
    if not text.strip() and not thinking:
        return None
    at = moment(message.get("created_at"))
    if message.get("sender") == "human":
        return ImportedMessage("user", text, at)
    return ImportedMessage("assistant", text, at, words(message.get("model")) or model, thinking)


def _block(block: dict[str, Any]) -> str:
    match block.get("type"):
        case "thinking":
            return ""
        case "tool_use":
            given = fields(block.get("input"))
            content = words(given.get("content"))  # an artifact's text, better read as it is than as JSON
            shown = fenced(content) if content else as_json(given)
            return joined((f"**Asked {words(block.get('name')) or 'a tool'}**", shown))
        case "tool_result":
            inside = block.get("content")
            text = (
                inside if isinstance(inside, str) else joined(words(fields(one).get("text")) for one in entries(inside))
            )
            return joined((f"**{words(block.get('name')) or 'The tool'} answered**", fenced(text))) if text else ""
        case _:
            return words(block.get("text"))


def _attachment(attachment: dict[str, Any]) -> str:
    text = words(attachment.get("extracted_content"))
    name = _name(attachment)
    return joined((f"**Attached: {name or 'a file'}**", fenced(text))) if text else f"[File: {name}]" if name else ""


def _name(value: dict[str, Any]) -> str:
    return " ".join(words(value.get("file_name")).split())
