"""ChatGPT's `conversations.json`: each conversation a tree of nodes, with `current_node` the last one shown.

The format is not documented by its maker; this follows exports of 2023 to 2026. What it does not
know is left out, except for the text in it.
"""

from __future__ import annotations

from typing import Any

from inara_engine.imports.session import (
    ImportedMessage,
    ImportedSession,
    entries,
    fenced,
    fields,
    joined,
    moment,
    words,
)

__all__ = ["is_chatgpt", "read_chatgpt"]

# Instructions and memories that are in every conversation, and the line "Thought for 5 s".
_LEFT_OUT = {"user_editable_context", "model_editable_context", "reasoning_recap"}
_NAMED = {"image_asset_pointer": "Image", "audio_asset_pointer": "Audio", "video_container_asset_pointer": "Video"}


def is_chatgpt(conversation: dict[str, Any]) -> bool:
    """Whether this looks like one."""
    return isinstance(conversation.get("mapping"), dict)


def read_chatgpt(conversation: dict[str, Any]) -> ImportedSession:
    """The branch that the person saw last."""
    messages = [message for node in _branch(conversation) if (message := _message(fields(node.get("message"))))]
    created_at = moment(conversation.get("create_time"))
    return ImportedSession(words(conversation.get("title")), created_at, tuple(messages))


def _branch(conversation: dict[str, Any]) -> list[dict[str, Any]]:
    mapping = fields(conversation.get("mapping"))
    at = words(conversation.get("current_node")) or _newest_leaf(mapping)
    branch: list[dict[str, Any]] = []
    seen: set[str] = set()
    while at in mapping and at not in seen:
        seen.add(at)
        node = fields(mapping[at])
        branch.append(node)
        at = words(node.get("parent"))
    return branch[::-1]


def _newest_leaf(mapping: dict[str, Any]) -> str:
    leaves = [name for name, node in mapping.items() if not entries(fields(node).get("children"))]
    return max(
        leaves,
        key=lambda name: moment(fields(fields(mapping[name]).get("message")).get("create_time")) or 0,
        default="",
    )


def _message(message: dict[str, Any]) -> ImportedMessage | None:
    content, metadata = fields(message.get("content")), fields(message.get("metadata"))
    role = words(fields(message.get("author")).get("role"))
    kind = words(content.get("content_type"))
    if metadata.get("is_visually_hidden_from_conversation") is True or role == "system" or kind in _LEFT_OUT:
        return None
    thinking = ""
    if kind == "thoughts":
        thinking, text = (
            joined(words(fields(thought).get("content")) for thought in entries(content.get("thoughts"))),
            "",
        )
    else:
        text = _text(content, kind)
    if role == "tool":
        name = words(fields(message.get("author")).get("name"))
        text = joined((f"**{name} answered**" if name and text else "", text))
    elif role != "user" and text and (recipient := words(message.get("recipient"))) not in {"", "all"}:
        text = joined((f"**Asked {recipient}**", text if kind == "code" else fenced(text)))
    if not text.strip() and not thinking:
        return None
    at = moment(message.get("create_time"))
    if role == "user":
        return ImportedMessage("user", text, at)
    return ImportedMessage("assistant", text, at, words(metadata.get("model_slug")), thinking)


def _text(content: dict[str, Any], kind: str) -> str:
    match kind:
        case "code":
            language = words(content.get("language"))
            return fenced(words(content.get("text")), "" if language == "unknown" else language)
        case "execution_output" | "system_error":
            return fenced(words(content.get("text")))
        case "tether_browsing_display":
            return fenced(words(content.get("result")) or words(content.get("summary")))
        case "tether_quote":
            source = joined((words(content.get("title")), words(content.get("url"))))
            return joined((source, fenced(words(content.get("text")))))
        case _:
            return joined((words(content.get("text")), *map(_part, entries(content.get("parts")))))


def _part(part: object) -> str:
    if isinstance(part, str):
        return part
    value = fields(part)
    if text := words(value.get("text")):
        return text
    kind = words(value.get("content_type"))
    return f"[{_NAMED.get(kind, 'Attachment')}, not in the export's text]" if kind else ""
