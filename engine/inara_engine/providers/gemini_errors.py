"""What Gemini's refusals mean: https://ai.google.dev/gemini-api/docs/troubleshooting.

They have a status in words, and details: a reason, how long to wait, which quota.
"""

from __future__ import annotations

import json
import re
from typing import Any, cast

from inara_engine.errors import ContextTooLong, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.frozen import frozen
from inara_engine.providers.hosted import said
from inara_engine.providers.openai_errors import Complaint, Where, as_object, classify, read_complaint

__all__ = ["GeminiComplaint", "complaint_error", "read_gemini_complaint"]

_KEY = re.compile(r"api key not valid|api_key_invalid|api key expired|invalid authentication", re.IGNORECASE)
_OVERFLOW = re.compile(r"input token count.{0,40}exceeds|token count.{0,60}exceeds the maximum", re.IGNORECASE)
_COUNTS = re.compile(r"token count(?: is)? \(?(\d+)\)?.{0,80}?(?:maximum|up to)[^\d]{0,60}\(?(\d+)", re.IGNORECASE)
_DELAY = re.compile(r"(\d+(?:\.\d+)?)s")
_PER_DAY = re.compile(r"per_?day|perday", re.IGNORECASE)
_REGION = re.compile(r"location is not supported", re.IGNORECASE)


@frozen
class GeminiComplaint:
    """`code` is the HTTP status it names (0: none), `wait_s` its RetryInfo, `daily` a quota gone till tomorrow."""

    complaint: Complaint
    code: int = 0
    wait_s: float | None = None
    daily: bool = False

    @property
    def words(self) -> str:
        """Kind and message, to look for known phrases in."""
        return self.complaint.all_words


def read_gemini_complaint(body: bytes) -> GeminiComplaint:
    """What an error body complains of; one may come in a list. Never raises."""
    try:
        parsed: object = json.loads(body)
    except (ValueError, RecursionError):
        return GeminiComplaint(read_complaint(body))
    listed = cast("list[object]", parsed) if isinstance(parsed, list) else [parsed]
    outer = as_object(listed[0] if listed else None) or {}
    error = as_object(outer.get("error"))
    if error is None:
        return GeminiComplaint(read_complaint(body))
    reasons: list[str] = []
    wait_s: float | None = None
    daily = False
    for detail in _details(error):
        kind = str(detail.get("@type", ""))
        if kind.endswith("ErrorInfo"):
            reasons.append(str(detail.get("reason", "")))
        elif kind.endswith("RetryInfo") and (found := _DELAY.fullmatch(str(detail.get("retryDelay", "")))):
            wait_s = float(found[1][:12])
        elif kind.endswith("QuotaFailure"):
            daily = daily or bool(_PER_DAY.search(json.dumps(detail)))
    plain = read_complaint({"error": error})
    status = error.get("status")
    kind = " ".join([*([status] if isinstance(status, str) else []), *reasons])[:200]
    code = error.get("code")
    return GeminiComplaint(
        Complaint(plain.message, kind, plain.limit_tokens, plain.used_tokens),
        code if isinstance(code, int) and 100 <= code < 600 else 0,
        wait_s,
        daily,
    )


def complaint_error(given: GeminiComplaint, where: Where, status: int, *, wait_s: float | None = None) -> ProviderError:
    """The error for a person. `status` is the HTTP status, or 0 for an error inside a stream that began well."""
    complaint, status = given.complaint, status or given.code
    words, quote = complaint.all_words, said(complaint.message)
    wait_s = given.wait_s if given.wait_s is not None else wait_s
    if _KEY.search(words):
        return classify(Complaint(complaint.message), where, 401)
    if _OVERFLOW.search(complaint.message):
        counts = _COUNTS.search(complaint.message)
        used, limit = (int(counts[1][:12]), int(counts[2][:12])) if counts else (None, None)
        sizes = f": {used:,} tokens, but only {limit:,} fit" if counts else ""
        return ContextTooLong(
            f"The conversation is too long for the model “{where.model}”{sizes}.{quote}",
            next_step="Start a new session or send less at once.",
            limit_tokens=limit,
            used_tokens=used,
        )
    if _REGION.search(words):
        return Rejected(f"{where.name} is not offered where this machine is.{quote}", next_step="Choose another model.")
    if status == 429 or "RESOURCE_EXHAUSTED" in complaint.kind:
        if given.daily:
            step = "The day's quota is used up: choose another model, or look at your plan in Google AI Studio."
            return RateLimited(f"{where.name} has no quota left today (429).{quote}", next_step=step)
        step = f"Try again in {wait_s:.0f} s." if wait_s else "Wait a little and try again."
        return RateLimited(f"{where.name} asks for patience (429).{quote}", next_step=step, retry_after_s=wait_s)
    if status == 404:
        return Rejected(
            f"{where.name} doesn't know the model “{where.model}”.{quote}",
            next_step=f"Check `model` of {where.setting} (names are like gemini-2.5-flash) and its `base_url`.",
        )
    if status in {503, 504} or complaint.kind.startswith(("UNAVAILABLE", "DEADLINE_EXCEEDED")):
        return Unavailable(
            f"{where.name} is overloaded right now ({status or complaint.kind}).{quote}",
            next_step="Try again in a little while, or choose another model.",
            retry_after_s=wait_s,
            transient=True,
        )
    return classify(complaint, where, status, wait_s=wait_s)


def _details(error: dict[str, Any]) -> list[dict[str, Any]]:
    details: object = error.get("details")
    if not isinstance(details, list):
        return []
    return [found for item in cast("list[object]", details) if (found := as_object(item)) is not None]
