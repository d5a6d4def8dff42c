"""A conversation as OpenAI's clients send it, whole each time, as a session of Inara's that goes on.

A client sends all earlier messages with each new one. Where they end with an answer that was given
here, the new one goes to the same session; otherwise a session is made that begins with them.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Sequence

from inara_engine.api.bodies import ChatMessage, ContentPart
from inara_engine.api.refusals import Refused
from inara_engine.face import Face
from inara_engine.frozen import frozen
from inara_engine.messages import Image

__all__ = ["Asked", "Conversations", "understood"]

KEPT = 500
DATA_URL = re.compile(r"data:(image/[a-z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\s]+)")
INSTRUCTING = frozenset({"system", "developer"})


@frozen
class Asked:
    """What a request asks for: `earlier` are (role, text), `instructions` what the program says to begin with."""

    text: str
    images: tuple[Image, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    instructions: str = ""

    @property
    def begins(self) -> str:
        """The task where nothing came before it."""
        return f"{self.instructions}\n\n{self.text}" if self.instructions else self.text


def understood(messages: Sequence[ChatMessage]) -> Asked:
    """Raises Refused where there is no message of a person at the end, or a part is nothing Inara reads."""
    last = messages[-1]
    if last.role != "user":
        raise Refused(400, "The last message is not the user's.", next_step="End with a message of the role user.")
    text, images = _content(last)
    earlier = [(one.role, _content(one)[0]) for one in messages[:-1] if one.role in {"user", "assistant"}]
    instructions = [_content(one)[0] for one in messages if one.role in INSTRUCTING]
    return Asked(
        text,
        images,
        tuple((role, said) for role, said in earlier if said),
        "\n\n".join(said for said in instructions if said),
    )


def _content(message: ChatMessage) -> tuple[str, tuple[Image, ...]]:
    if message.content is None or isinstance(message.content, str):
        return message.content or "", ()
    texts = [part.text or "" for part in message.content if part.type in {"text", "input_text", "refusal"}]
    images = [_image(part) for part in message.content if part.type not in {"text", "input_text", "refusal"}]
    return "\n".join(texts), tuple(images)


def _image(part: ContentPart) -> Image:
    found = DATA_URL.fullmatch(part.image_url.url) if part.image_url else None
    if found is None:
        raise Refused(
            400,
            f"Inara reads text and pictures, not a part of the type {part.type[:40]!r} like this.",
            next_step="Send a picture within the message, as data:image/png;base64,….",
        )
    return Image(media_type=found[1], data="".join(found[2].split()))


class Conversations:
    """Which session goes on with which messages; the least used are forgotten."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[bytes, str] = OrderedDict()

    async def session(self, engine: Face, asked: Asked) -> tuple[str | None, str]:
        """The session to go on in (None: a new one), and the task's text in it."""
        if not asked.earlier:
            return None, asked.begins
        key = await asyncio.to_thread(_key, asked.instructions, asked.earlier)
        known = self._sessions.pop(key, None)
        if known is not None and await engine.jobs(1, session=known):
            return known, asked.text
        (role, first), *others = asked.earlier
        opening = Asked(first, instructions=asked.instructions).begins if role == "user" else first
        messages = [{"role": role, "content": said} for role, said in ((role, opening), *others)]
        text = await asyncio.to_thread(json.dumps, {"title": "", "messages": messages})
        return await engine.import_session(text), asked.text

    async def answered(self, asked: Asked, answer: str, session_id: str) -> None:
        """Remember a session by all that was said in it."""
        said = (*asked.earlier, ("user", asked.text), ("assistant", answer))
        self._sessions[await asyncio.to_thread(_key, asked.instructions, said)] = session_id
        while len(self._sessions) > KEPT:
            self._sessions.popitem(last=False)


def _key(instructions: str, said: Sequence[tuple[str, str]]) -> bytes:
    """Clients trim what they were told, and what is empty says nothing."""
    told = [(role, text.strip()) for role, text in said if text.strip()]
    return hashlib.sha256(json.dumps([instructions.strip(), *told]).encode()).digest()
