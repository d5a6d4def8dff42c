"""The forms a setting's value may have: an address, a reference to a key, a folder, a name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, Strict, StringConstraints

from inara_engine.settings import cron

__all__ = [
    "Argument",
    "Cron",
    "Folder",
    "Folders",
    "Hosts",
    "HttpAddress",
    "Identifier",
    "Identifiers",
    "JsonTable",
    "KeyReference",
    "Name",
    "ServerName",
    "Texts",
    "Tier",
    "ToolName",
    "ToolNames",
    "Variables",
]

_KEY_REFERENCE: Final = re.compile(r"keyring:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|env:[A-Za-z_][A-Za-z0-9_]*")
_HOST: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+")


def _http_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
        parts = urlsplit("")
    if not usable or any(character.isspace() for character in value):
        raise ValueError('not a web address; expected one such as "http://127.0.0.1:11434/v1"')
    if parts.username is not None or parts.password is not None:
        raise ValueError('has a name or password in it; keep the key with "inara secrets set NAME"')
    if parts.query or parts.fragment:
        raise ValueError("has a part behind ? or #; expected scheme, host, port and path only")
    return value.rstrip("/")


def _key_reference(value: str) -> str:
    if _KEY_REFERENCE.fullmatch(value):
        return value
    if value.startswith(("keyring:", "env:")):
        raise ValueError('not a usable name; expected "keyring:NAME" or "env:NAME"')
    raise ValueError(
        "the key itself does not belong in this file; "
        'keep it with "inara secrets set NAME" and write "keyring:NAME" here (or "env:NAME" for the environment)'
    )


def _folder(value: str) -> str:
    _given_to_the_system(value)
    if value.startswith("~/") or value == "~" or Path(value).is_absolute():
        return value
    raise ValueError(f'"{value}" depends on where Inara is started; expected a path from / or ~')


def _given_to_the_system(value: str) -> str:
    if "\0" in value:
        raise ValueError("has the character U+0000 in it, which the system takes nowhere")
    return value


def _variable(value: str) -> str:
    if "=" in value or not value:
        raise ValueError(f'"{value}" is not the name of a variable')
    return _given_to_the_system(value)


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError(f'"{value}" is not a host; expected a name or an address, without http:// and port')
    return value.lower()


def _json_only(value: dict[str, Any]) -> dict[str, Any]:
    for key, item in value.items():
        if not _is_json(item):
            raise ValueError(f'"{key}" can\'t be sent as JSON; expected text, a number, true, false, a list or a table')
    return value


def _is_json(value: object) -> bool:
    match value:
        case str() | bool() | int():
            return True
        case float():
            return value - value == 0  # neither nan nor infinite
        case list():
            return all(map(_is_json, value))  # pyright: ignore[reportUnknownArgumentType] - any JSON
        case dict():
            return all(map(_is_json, value.values()))  # pyright: ignore[reportUnknownArgumentType] - any JSON
        case _:
            return False


Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,63}$")]
Name = Annotated[str, StringConstraints(pattern=r"^\w[\w. -]*$", max_length=64)]  # also the name of a folder
ServerName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
ToolName = Annotated[str, StringConstraints(pattern=r"^(\*|[A-Za-z0-9_.-]{1,128}\*?)$")]
HttpAddress = Annotated[str, AfterValidator(_http_address)]
KeyReference = Annotated[str, AfterValidator(_key_reference)]
Folder = Annotated[str, AfterValidator(_folder)]
Cron = Annotated[str, AfterValidator(cron.checked)]
Tier = Annotated[int, Field(ge=0, le=3)]
JsonTable = Annotated[dict[str, Any], AfterValidator(_json_only)]

# A list of the file becomes a tuple; what stands in it stays strict.
Identifiers = Annotated[tuple[Identifier, ...], Strict(strict=False)]
ToolNames = Annotated[tuple[ToolName, ...], Strict(strict=False)]
Folders = Annotated[tuple[Folder, ...], Strict(strict=False)]
Hosts = Annotated[tuple[Annotated[str, AfterValidator(_host)], ...], Strict(strict=False)]
Argument = Annotated[str, AfterValidator(_given_to_the_system)]  # of a program that is started
Texts = Annotated[tuple[Argument, ...], Strict(strict=False)]
Variables = dict[Annotated[str, AfterValidator(_variable)], Argument]
