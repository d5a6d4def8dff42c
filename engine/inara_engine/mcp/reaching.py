"""How a server is reached: its settings with keys in their places, and of our environment only what it needs."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from inara_engine.errors import UserError
from inara_engine.mcp.values import Client, HttpTarget, StdioTarget, Target
from inara_engine.secrets import Secrets
from inara_engine.settings import McpServerSettings
from inara_engine.tools.paths import printable

__all__ = ["names_a_key", "target_of"]

_INHERITED = (
    *("HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LOGNAME", "PATH", "SHELL", "TERM", "TMPDIR"),
    *("TZ", "USER", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"),
    *("APPDATA", "LOCALAPPDATA", "PATHEXT", "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "USERNAME", "USERPROFILE"),
)
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")
_OURS = frozenset({"content-length", "transfer-encoding"})
_REFERENCE = re.compile(r"(keyring|env):[A-Za-z0-9._-]+")


def names_a_key(value: str) -> bool:
    """Whether a header or a variable is no value itself, but the name of a key: "keyring:NAME" or "env:NAME"."""
    return _REFERENCE.fullmatch(value) is not None


async def target_of(settings: McpServerSettings, secrets: Secrets, refusal: Callable[[int, str], str]) -> Target:
    """How it is reached right now; `refusal` says of a port and a host why not.

    Raises UserError: a key is missing, or a header can't be sent.
    """
    given = settings.headers if settings.url is not None else settings.env
    values = {name: await _value(value, secrets) for name, value in given.items()}
    if settings.url is not None:
        values = {name: value.strip() for name, value in values.items()}
        _check_headers(values)
        near = partial(refusal, urlsplit(settings.url).port or 0)
        return HttpTarget(settings.url, values, near, client=await _client(settings, secrets))
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    folder, command = await asyncio.to_thread(_expanded, settings)
    return StdioTarget(command or "", settings.args, inherited | values, folder)


async def _client(settings: McpServerSettings, secrets: Secrets) -> Client | None:
    if settings.client_id is None:
        return None
    return Client(settings.client_id, await secrets.resolve(settings.client_secret) or "", settings.redirect_port)


async def _value(value: str, secrets: Secrets) -> str:
    return await secrets.resolve(value) or "" if names_a_key(value) else value


def _check_headers(headers: Mapping[str, str]) -> None:
    """Raises UserError for what can't be sent: a key that was copied with the dots it was hidden behind, say."""
    step = "Check `headers` of its entry in config.toml, and the key it names."
    for name, value in headers.items():
        if name.lower() in _OURS:
            raise UserError(f"The header {name} is set by the connection itself.", next_step=step)
        if not _HEADER.fullmatch(name):
            raise UserError(f"“{printable(name[:80])}” is no name of a header.", next_step=step)
        if not (value.isascii() and value.replace("\t", " ").isprintable()):
            raise UserError(f"The value of the header {name} can't be sent.", next_step=step)


def _expanded(settings: McpServerSettings) -> tuple[str | None, str | None]:
    """Folder and command with ~ as the home."""

    def expanded(path: str | None) -> str | None:
        return str(Path(path).expanduser()) if path and path.startswith("~") else path

    return expanded(settings.cwd), expanded(settings.command)
