"""What went wrong at a sign-in, in words: the SDK's errors name its parts and quote whole pages."""

from __future__ import annotations

import json
import re
from typing import Any, cast

import httpx2
from mcp.client.auth import OAuthRegistrationError, OAuthTokenError
from pydantic import ValidationError

from inara_engine.mcp.values import ServerFailed

__all__ = ["told"]

_BY_HAND = (
    "Register Inara there by hand, with http://127.0.0.1:PORT/callback as the place to come back to, "
    "then: inara mcp client NAME CLIENT-ID --redirect-port PORT"
)
_CHECK_CLIENT = "Look at client_id, client_secret and redirect_port of its entry: inara mcp client NAME CLIENT-ID"
_AGAIN = "Try again: inara mcp sign-in NAME"
_MISMATCH = re.compile(r"issuer mismatch: (\S{1,200}) != (\S{1,200})")
_WRONG_CLIENT = {"invalid_client", "unauthorized_client"}


def told(error: BaseException, *, registered: bool) -> ServerFailed:
    """The same for a person. `registered`: Inara came with a client id that was registered by hand."""
    text = str(error)
    status, code, why = _status(text), *_given(text)
    if mismatch := _MISMATCH.search(text):
        return ServerFailed(
            f"The sign-in was stopped: its server speaks for {mismatch[1]}, but {mismatch[2]} was asked.",
            next_step="Tell whoever runs the server that the issuer in its metadata is wrong.",
        )
    match error:
        case OAuthRegistrationError():
            return ServerFailed(f"It lets no program register by itself{_paren(why or status)}.", next_step=_BY_HAND)
        case OAuthTokenError() if registered and code in _WRONG_CLIENT:
            return ServerFailed(
                f"It does not accept the client id or secret{_paren(why or code)}.", next_step=_CHECK_CLIENT
            )
        case OAuthTokenError():
            said = why or code or (f"it answered with {status}" if status else "its answer could not be read")
            return ServerFailed(f"You signed in, but it then gave Inara no access: {said}.", next_step=_AGAIN)
        case httpx2.TimeoutException():
            return ServerFailed("The sign-in failed: it did not answer in time.", next_step=_AGAIN)
        case httpx2.HTTPError():
            return ServerFailed(
                "The sign-in failed: the place where one signs in could not be reached.", next_step=_AGAIN
            )
        case ValidationError():
            return ServerFailed("The sign-in failed: it sent something that is no valid answer.", next_step=_AGAIN)
        case _:
            return ServerFailed(f"The sign-in failed: {' '.join(text.split())[:300]}.", next_step=_AGAIN)


def _status(text: str) -> str:
    """The status that the SDK put into its words."""
    found = re.search(r"failed(?:: HTTP|:)? \(?(\d{3})\b", text)
    return found[1] if found else ""


def _given(text: str) -> tuple[str, str]:
    """The code and the words of an OAuth error (RFC 6749, section 5.2) that the SDK quotes."""
    try:
        quoted: Any = json.loads(text[text.index("{") :])
    except (ValueError, RecursionError):
        return "", ""
    given = cast("dict[str, Any]", quoted) if isinstance(quoted, dict) else {}
    code, why = given.get("error"), given.get("error_description")
    return _line(code), _line(why)


def _line(value: object) -> str:
    return " ".join(value.split())[:300].rstrip(".") if isinstance(value, str) else ""


def _paren(text: str) -> str:
    return f" ({text})" if text else ""
