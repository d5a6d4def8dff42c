"""What went wrong, from whatever a server sent to say so.

Servers disagree on everything here: `{"error": {...}}` (OpenAI, llama.cpp), `{"error": "text"}`
(Ollama, LM Studio), `{"object": "error"}` (vLLM, Mistral), `{"detail": ...}` (FastAPI), a web page
(proxies), nothing. One extractor reads them all, one table turns them into the error classes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, cast

from inara_engine.errors import (
    ContextTooLong,
    PicturesRefused,
    ProviderError,
    RateLimited,
    Rejected,
    ToolsRefused,
    Unavailable,
)
from inara_engine.frozen import frozen
from inara_engine.providers.known_servers import known_by_port

__all__ = ["Complaint", "Where", "as_object", "classify", "names_unknown_model", "read_complaint", "retry_after_s"]

_MAX_MESSAGE_CHARS = 600

_OVERFLOW = re.compile(
    r"exceed_context_size|context_length_exceeded|maximum context length|context (?:size|length|window) (?:has been )?"
    r"exceeded|exceeds? (?:the )?(?:available |maximum |model'?s? )*context|tokens to keep from the initial prompt"
    r"|trying to keep the first \d+ tokens|prompt is too long|input (?:is|was) too long|too many (?:input )?tokens"
    r"|longer than the (?:model'?s? )?context|larger than (?:the )?(?:max|context)",
    re.IGNORECASE,
)
_LIMITS = (
    re.compile(r"maximum context length (?:is|of) (?:only )?(\d+)", re.IGNORECASE),
    re.compile(r"context (?:size|length|window)(?: limit)?(?: is| of)?(?: only)?[ (]+(\d+)", re.IGNORECASE),
    re.compile(r"(?:maximum|limit)(?: is| of)? (\d+) tokens", re.IGNORECASE),
    re.compile(r"\d+ tokens > (\d+)", re.IGNORECASE),
)
_USED = (
    re.compile(r"requested (?:about )?(\d+) tokens", re.IGNORECASE),
    re.compile(r"(?:request|prompt|input|messages)[^.\d]{0,40}?\(?(\d+) (?:input )?tokens", re.IGNORECASE),
    re.compile(r"keep the first (\d+) tokens", re.IGNORECASE),
    re.compile(r"(\d+) tokens >", re.IGNORECASE),
)
_NO_MODEL = re.compile(
    r"model_not_found|model\b[^.]{0,120}\b(?:not found|does not exist|doesn't exist|is not available|unknown)"
    r"|(?:unknown|invalid|no such) model|no models? (?:is |are )?loaded|try pulling it",
    re.IGNORECASE,
)
_NO_TOOLS = re.compile(
    r"does(?: not|n't) support tools|tools? (?:are|is|use is|calling is) not supported"
    r"|function calling is not (?:enabled|supported)|unsupported parameter:? .?tools\b"
    r"|no endpoints found that support tool|enable-auto-tool-choice|tool-call-parser|--jinja",
    re.IGNORECASE,
)
_NO_IMAGES = re.compile(
    r"image input is not supported|does(?: not|n't) support (?:image|vision)|not a multimodal model|mmproj"
    r"|image input modality is not enabled|image content is not supported|no endpoints found that support image"
    r"|image_url is only supported by|at most 0 image|unknown variant .?image_url|content must be a string"
    r"|missing data required for image input|invalid image input|image_url.{0,40}(?:not supported|unsupported)",
    re.IGNORECASE,
)
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing|credit|payment", re.IGNORECASE)
_LOADING = re.compile(r"loading model|model is (?:currently )?(?:being )?load|still loading|warming up", re.IGNORECASE)


@frozen
class Complaint:
    """A server's own words, tidied for display, with what identifies the kind of error."""

    message: str = ""
    kind: str = ""  # its `type` and `code`
    limit_tokens: int | None = None
    used_tokens: int | None = None

    @property
    def all_words(self) -> str:
        """Kind and message, to look for known phrases in."""
        return f"{self.kind} {self.message}"


@frozen
class Where:
    """Which server and model a failed request was for, in a person's words.

    `address` is host:port; `setting` names the table in config.toml, e.g. "[models.local]".
    """

    address: str
    port: int = 0
    loopback: bool = False
    model: str = ""
    label: str = ""
    setting: str = "[models]"
    has_key: bool = False

    @property
    def name(self) -> str:
        """How to call the server: by what always listens on its port, by the model's label, or by its address."""
        known = known_by_port(self.port) if self.loopback else None
        return known.name if known and known.own_port else self.label or self.address


def as_object(value: object) -> dict[str, Any] | None:
    """The value as a JSON object, or None where it is something else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def read_complaint(body: bytes | str | Mapping[str, Any]) -> Complaint:
    """What a body, or an event's parsed payload, complains of. Never raises; an empty body says nothing."""
    if isinstance(body, Mapping):
        return _from_json(dict(body))
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    text = text.strip()
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError):
        return Complaint(_tidy(_from_page(text) if text.startswith("<") else text))
    return _from_json(parsed)


def classify(complaint: Complaint, where: Where, status: int, *, wait_s: float | None = None) -> ProviderError:
    """The error for a person. `status` is the HTTP status, or 0 for an error inside a stream that began well."""
    words, said = complaint.all_words, _quoted(complaint.message)
    if _OVERFLOW.search(words):
        return _context_too_long(complaint, where, said)
    if status == 401 or "authentication_error" in complaint.kind or "invalid_api_key" in complaint.kind:
        return _key_refused(where, said)
    if status == 403:
        return Rejected(
            f"{where.name} refused access (403).{said}",
            next_step=f"Check that the key in `api_key` of {where.setting} may use the model “{where.model}”.",
        )
    if status == 429 or complaint.kind.startswith("rate_limit"):
        if _QUOTA.search(words):
            step = f"Look at your account with {where.name}, or choose another model."
        else:
            step = f"Try again in {wait_s:.0f} s." if wait_s else "Wait a little and try again."
        return RateLimited(f"{where.name} asks for patience (429).{said}", next_step=step, retry_after_s=wait_s)
    if status in {400, 404, 405, 422, 500, 501, 0} and (refusal := _known_refusal(words, where, said)):
        return refusal
    if status == 503 and _LOADING.search(words):
        return Unavailable(
            f"{where.name} is still loading its model.",
            next_step="Wait a moment; large models take a minute or more.",
            retry_after_s=wait_s,
            loading=True,
            transient=True,
        )
    if status in {402, 413}:
        step = "Look at your account there." if status == 402 else "Send less at once: fewer or smaller attachments."
        return Rejected(f"{where.name} refused the request ({status}).{said}", next_step=step)
    if status in {404, 405}:
        return Rejected(
            f"{where.address} has no chat interface at this address ({status}).{said}",
            next_step=f"Check `base_url` of {where.setting}; it usually ends in /v1.",
        )
    if status == 408 or status >= 500:
        return Unavailable(
            f"{where.name} failed ({status}).{said}",
            next_step="Try again; if it stays, look at the server's own log.",
            retry_after_s=wait_s,
            transient=status != 501,
        )
    if status == 0:
        return Unavailable(
            f"{where.name} broke off with an error.{said}",
            next_step="What had been said is kept. Try again; if it stays, look at the server's own log.",
            transient=True,
        )
    return Rejected(
        f"{where.name} refused the request ({status}).{said}",
        next_step=f"Check the settings in {where.setting}, `extra` above all, or choose another model.",
    )


def names_unknown_model(words: str) -> bool:
    """Whether a server's words mean that it does not have the model it was asked for."""
    return bool(_NO_MODEL.search(words)) and not _OVERFLOW.search(words)


def retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """The server's Retry-After in seconds, given as seconds or as a date. `now` is Unix time."""
    raw = headers.get("retry-after", "").strip()
    if not raw:
        return None
    try:
        seconds = float(raw)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(raw).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            return None
    if not seconds < float("inf"):
        return None
    return max(0.0, seconds)


def _key_refused(where: Where, said: str) -> Rejected:
    if where.has_key:
        return Rejected(
            f"{where.name} does not accept the API key (401).{said}",
            next_step=f"Check the key `api_key` of {where.setting} names; `inara secrets set NAME` stores a new one.",
        )
    return Rejected(
        f"{where.name} wants an API key (401).{said}",
        next_step=f'Store one with `inara secrets set NAME` and set `api_key = "keyring:NAME"` in {where.setting}.',
    )


def _known_refusal(words: str, where: Where, said: str) -> Rejected | None:
    if "enable-auto-tool-choice" in words or "tool-call-parser" in words:
        return ToolsRefused(
            f"{where.name} was started without support for tools.{said}",
            next_step="Start vLLM with --enable-auto-tool-choice and --tool-call-parser, or use the chat mode.",
        )
    if "--jinja" in words:
        return ToolsRefused(
            f"{where.name} was started without support for tools.{said}",
            next_step="Start llama-server with --jinja, or use the chat mode.",
        )
    if _NO_TOOLS.search(words):
        return ToolsRefused(
            f"The model “{where.model}” can't use tools.{said}",
            next_step="Choose a model that can (its page says “tools”), or use the chat mode.",
        )
    if _NO_IMAGES.search(words):
        return PicturesRefused(
            f"The model “{where.model}” can't look at pictures.{said}",
            next_step="Choose a vision model, name one under [roles.vision], or ask without the picture.",
        )
    if _NO_MODEL.search(words):
        return Rejected(
            f"{where.name} doesn't know the model “{where.model}”.{said}",
            next_step=f"Check `model` of {where.setting}.",
        )
    return None


def _context_too_long(complaint: Complaint, where: Where, said: str) -> ContextTooLong:
    limit, used = complaint.limit_tokens, complaint.used_tokens
    if limit and used:
        sizes = f": {used:,} tokens, but only {limit:,} fit"
    elif limit:
        sizes = f": only {limit:,} tokens fit"
    else:
        sizes = ""
    known = known_by_port(where.port) if where.loopback else None
    longer = f" {known.longer_context}" if known else ""
    return ContextTooLong(
        f"The conversation is too long for the model “{where.model}”{sizes}.{said}",
        next_step=f"Start a new session or send less at once.{longer}",
        limit_tokens=limit,
        used_tokens=used,
    )


def _from_json(parsed: object) -> Complaint:
    outer = as_object(parsed)
    if outer is None:
        return Complaint(_tidy(parsed if isinstance(parsed, str) else ""))
    source: dict[str, Any] = outer
    error = outer.get("error")
    if isinstance(error, str):
        source = {**outer, "message": error}
    elif inner := as_object(error):
        source = inner
    message = _first_text(source, "message", "msg", "detail", "error", "reason", "title")
    metadata = as_object(source.get("metadata"))
    if metadata and isinstance(raw := metadata.get("raw"), str):  # OpenRouter wraps the upstream's words
        message = f"{message}: {raw}" if message else raw
    kind = " ".join(str(source[key]) for key in ("type", "code") if isinstance(source.get(key), str))
    message = _tidy(message)
    words = f"{kind} {message}"
    overflow = bool(_OVERFLOW.search(words))
    return Complaint(
        message,
        _tidy(kind),
        _count(source.get("n_ctx")) or (_first_number(_LIMITS, message) if overflow else None),
        _count(source.get("n_prompt_tokens")) or (_first_number(_USED, message) if overflow else None),
    )


def _first_text(source: dict[str, Any], *keys: str) -> str:
    for key in keys:
        value = cast("object", source.get(key))
        if isinstance(value, str) and value:
            return value
        if isinstance(value, list):  # FastAPI: [{"loc": [...], "msg": "field required"}]
            entries = [as_object(entry) for entry in cast("list[object]", value)]
            said = "; ".join(str(entry["msg"]) for entry in entries if entry and isinstance(entry.get("msg"), str))
            if said:
                return said
        if (inner := as_object(source.get(key))) and (said := _first_text(inner, "message", "msg", "error")):
            return said
    return ""


def _from_page(page: str) -> str:
    """The title of a web page, or its text without the tags."""
    from html import unescape  # with it come tables of thousands of names

    head = page[:20_000]
    title = re.search(r"<title[^>]{0,200}>([^<]{1,400})", head, re.IGNORECASE)
    return unescape(title[1] if title else re.sub(r"<[^<>]{0,2000}>", " ", head))


def _tidy(text: str) -> str:
    """One line of plain characters, of bounded length."""
    head = text[: 8 * _MAX_MESSAGE_CHARS]
    line = " ".join("".join(c if c.isprintable() else " " for c in head).split())
    return line if len(line) <= _MAX_MESSAGE_CHARS else line[: _MAX_MESSAGE_CHARS - 1] + "…"


def _quoted(message: str) -> str:
    if not message:
        return ""
    return f" It says: “{message}”" + ("" if message.endswith((".", "!", "?", "…")) else ".")


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _first_number(patterns: tuple[re.Pattern[str], ...], text: str) -> int | None:
    for pattern in patterns:
        if (found := pattern.search(text)) and len(found[1]) < 12:
            return int(found[1])
    return None
