"""What Anthropic's refusals mean: https://platform.claude.com/docs/en/api/errors."""

from __future__ import annotations

import re

from inara_engine.errors import ContextTooLong, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.providers.hosted import said
from inara_engine.providers.openai_errors import Complaint, Where, classify

__all__ = ["complaint_error", "output_limit", "wants_no_thinking"]

_OUTPUT_LIMIT = re.compile(r"max_tokens: \d+ > (\d+)")
_THINKING = re.compile(
    r"expected `?(?:redacted_)?thinking|`?signature`? in `?thinking|thinking`? blocks?.{0,80}(?:cannot|must|can't)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"credit balance|billing", re.IGNORECASE)


def complaint_error(complaint: Complaint, where: Where, status: int, *, wait_s: float | None = None) -> ProviderError:
    """The error for a person. `status` is the HTTP status, or 0 for an error inside a stream that began well."""
    kind, quote = complaint.kind, said(complaint.message)
    if status == 413 or "request_too_large" in kind:
        return ContextTooLong(
            f"The conversation is more than {where.name} takes at once.{quote}",
            next_step="Start a new session, or send fewer or smaller pictures.",
        )
    if status == 529 or "overloaded_error" in kind:
        return Unavailable(
            f"{where.name} is overloaded right now.{quote}",
            next_step="Try again in a little while, or choose another model.",
            retry_after_s=wait_s,
            transient=True,
        )
    if "rate_limit_error" in kind and status != 429:
        step = f"Try again in {wait_s:.0f} s." if wait_s else "Wait a little and try again."
        return RateLimited(f"{where.name} asks for patience.{quote}", next_step=step, retry_after_s=wait_s)
    if "billing_error" in kind or (status in {400, 402, 403} and _CREDIT.search(complaint.message)):
        return Rejected(
            f"{where.name} wants the account settled first.{quote}",
            next_step="Look at Plans & Billing in Anthropic's console, or choose another model.",
        )
    if "not_found_error" in kind and "model" in complaint.message:
        return Rejected(
            f"{where.name} doesn't know the model “{where.model}”.{quote}",
            next_step=f"Check `model` of {where.setting}; the names are like claude-sonnet-4-5.",
        )
    if status in {404, 405}:
        return Rejected(
            f"{where.address} has no Messages interface at this address ({status}).{quote}",
            next_step=f"Check `base_url` of {where.setting}; Anthropic's own is https://api.anthropic.com.",
        )
    return classify(complaint, where, status, wait_s=wait_s)


def output_limit(words: str) -> int | None:
    """How many tokens the model can write at most, where that is what it complains of."""
    found = _OUTPUT_LIMIT.search(words)
    return int(found[1]) if found and 0 < len(found[1]) < 9 else None


def wants_no_thinking(words: str) -> bool:
    """Whether the reasoning in the history is not what this model wants to see there.

    So it is after another model's calls: they have no reasoning of this one before them.
    """
    return bool(_THINKING.search(words))
