"""Inara's own export, or a plain list of messages: with all its branches, pictures and thoughts."""

from __future__ import annotations

import base64
import binascii

from inara_engine.exports import ExportedCall, ExportedImage, ExportedMessage, ExportedSession
from inara_engine.imports.session import ImportedMessage, ImportedSession, as_json, fenced, joined, moment
from inara_engine.messages import Image

__all__ = ["read_own"]

_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def read_own(session: ExportedSession) -> ImportedSession:
    """The same conversation."""
    turns = [message.turn for message in session.messages if message.role == "user"]
    named = len(set(turns)) == len(turns) and all(turns)  # else nothing is said of branches
    messages = [_message(message, named=named) for message in session.messages if message.role in {"user", "assistant"}]
    told = tuple(one for one in messages if one.text.strip() or one.images or one.thinking)
    return ImportedSession(session.title, moment(session.created_at), told)


def _message(message: ExportedMessage, *, named: bool) -> ImportedMessage:
    at = moment(message.at)
    images = tuple(picture for one in message.images if (picture := _picture(one)) is not None)
    if message.role == "user":
        turn, follows = (message.turn, message.follows) if named else ("", None)
        return ImportedMessage("user", message.content, at, images=images, turn=turn, follows=follows)
    text = joined((message.content, *map(_call, message.calls)))
    return ImportedMessage("assistant", text, at, message.model, message.thinking)


def _call(call: ExportedCall) -> str:
    """As text, as it is of other programs: nothing of it was done here, and nothing can be taken back."""
    name = " ".join(call.name.split())[:100] or "a tool"
    asked = joined((f"**Asked {name}**", as_json(call.arguments)))
    output = call.output.strip()
    return joined((asked, f"**{name} answered**", fenced(output))) if output else asked


def _picture(image: ExportedImage) -> Image | None:
    try:
        base64.b64decode(image.data, validate=True)
    except (binascii.Error, ValueError):
        return None
    if image.media_type not in _PICTURES:
        return None
    return Image(media_type=image.media_type, data=image.data, name=image.name[:200])
