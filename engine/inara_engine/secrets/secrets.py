"""Keys by name: read once a run, kept in the keyring or for this run only, masked wherever text is shown."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar
from urllib.parse import quote

from inara_engine.errors import UserError
from inara_engine.frozen import frozen
from inara_engine.secrets.backends import find_backend
from inara_engine.secrets.base import Backend, KeyringFailed
from inara_engine.secrets.patience import NoAnswer, Patience

__all__ = ["Kept", "KeyringUnavailable", "Secrets", "SecretsState"]

T = TypeVar("T")

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SHORTEST_MASKED = 6  # a shorter one would mask ordinary words
_MASK = "•••"


@frozen
class SecretsState:
    """How the keyring is, in a sentence for a person and what to do next."""

    kind: Literal["available", "locked", "absent", "hung", "broken"]
    message: str
    next_step: str = ""


@frozen
class Kept:
    """Where a key went: into the keyring, or into memory for this run; `reason` says why."""

    place: Literal["keyring", "run"]
    reason: str = ""


class KeyringUnavailable(UserError):
    """The keyring is there, and can't be asked just now."""

    def __init__(self, state: SecretsState) -> None:
        super().__init__(state.message, next_step=state.next_step)
        self.state = state


_AVAILABLE = SecretsState("available", "Keys are kept in the system's keyring.")
_ABSENT = SecretsState(
    "absent",
    "There is no keyring on this system, so keys last for this run only.",
    'Start a Secret Service such as GNOME Keyring or KWallet, or use "env:NAME" as the api_key.',
)
_LOCKED = SecretsState("locked", "The keyring is locked.", "Unlock it with your login password, then try again.")
_ASKING = SecretsState(
    "locked", "The keyring asks for its password, and nobody answers.", "Answer its window, then try again."
)
_HUNG = SecretsState(
    "hung",
    "The keyring does not answer.",
    "Log out and in again, or restart it (on GNOME: systemctl --user restart gnome-keyring-daemon).",
)


class Secrets:
    """All keys of a run. `find` and the limits (seconds) are what the system gives and a person bears.

    A value is never part of a repr, a log line or an exception.
    """

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        *,
        find: Callable[[], Backend | None] = find_backend,
        limit_s: float = 3.0,
        prompt_limit_s: float = 30.0,
    ) -> None:
        self._environ = environ
        self._find = find
        self._patience = Patience(limit_s, prompt_limit_s)
        self._read: dict[str, str] = {}  # from the keyring, until changed or locked
        self._this_run: dict[str, str] = {}
        self._reading = asyncio.Lock()
        self._masked: set[str] = set()

    async def get(self, name: str) -> str | None:
        """The key of a name; None if there is none, also where there is no keyring at all.

        Raises: KeyringUnavailable while the keyring is locked or does not answer; UserError for an unusable name.
        """
        _check_name(name)
        async with self._reading:  # whoever asks meanwhile finds the key there
            if known := self._this_run.get(name) or self._read.get(name):
                return known
            value = await self._ask(lambda backend, prompt_opens: backend.get(name, prompt_opens), None)
            if value:
                self._read[name] = value
                self._learn(value)
            return value or None

    async def set(self, name: str, value: str) -> Kept:
        """Keep a key. Blank space around it (a pasted line end) is not part of it.

        Raises: UserError for an unusable name or value.
        """
        _check_name(name)
        value = value.strip()
        _check_value(value)
        self._learn(value)
        self._read.pop(name, None)
        try:
            reason = await self._ask(
                lambda backend, prompt_opens: _written(backend, name, value, prompt_opens), _ABSENT.message
            )
        except KeyringUnavailable as error:
            reason = error.message
        if reason:
            self._this_run[name] = value
            return Kept("run", reason)
        self._this_run.pop(name, None)
        self._read[name] = value
        return Kept("keyring")

    async def delete(self, name: str) -> bool:
        """Forget a key, here and in the keyring; False if there was none. Raises: as `get`."""
        _check_name(name)
        was_here = self._this_run.pop(name, None) is not None
        self._read.pop(name, None)
        was_kept = await self._ask(lambda backend, prompt_opens: backend.delete(name, prompt_opens), False)
        return was_here or was_kept

    async def names(self) -> list[str]:
        """The names of all keys, those of this run included. Raises: KeyringUnavailable."""
        kept = await self._ask(lambda backend, prompt_opens: backend.names(prompt_opens), [])
        return sorted({*kept, *self._this_run})

    async def state(self) -> SecretsState:
        """How the keyring is. Never opens a prompt."""
        try:
            locked = await self._ask(lambda backend, _: backend.locked(), None)
        except KeyringUnavailable as error:
            return error.state
        if locked is None:
            return _ABSENT
        return _LOCKED if locked else _AVAILABLE

    async def resolve(self, reference: str | None) -> str | None:
        """The key that "keyring:NAME" or "env:NAME" stands for; None where no key is asked for.

        Raises: UserError with what to type if it is missing.
        """
        if reference is None:
            return None
        kind, _, name = reference.partition(":")
        if kind == "env":
            value = self._environ.get(name, "").strip()
            if not value:
                raise UserError(
                    f"The environment variable {name} is not set.",
                    next_step=f"Set it before Inara starts, or type: inara secrets set {name.lower()}",
                )
            _check_value(value)
            self._learn(value)
            return value
        if kind != "keyring":
            raise UserError("A key is named by keyring:NAME or env:NAME.", next_step="Mend api_key in config.toml.")
        value = await self.get(name)
        if value is None:
            raise UserError(f'There is no key named "{name}".', next_step=f"Type: inara secrets set {name}")
        return value

    def lock(self) -> None:
        """Forget what was read from the keyring; keys of this run stay, as they are nowhere else."""
        self._read.clear()

    def mask(self, text: str) -> str:
        """The text without any key this run has seen, also as it looks within a URL or JSON."""
        for form in sorted(self._masked, key=len, reverse=True):
            text = text.replace(form, _MASK)
        return text

    def _learn(self, value: str) -> None:
        if len(value) >= _SHORTEST_MASKED:
            self._masked |= {value, quote(value, safe=""), quote(value), json.dumps(value)[1:-1]}

    async def _ask(self, call: Callable[[Backend, Callable[[], None]], T], absent: T) -> T:
        """Ask the keyring in its thread; `absent` where there is none."""

        def ask(prompt_opens: Callable[[], None]) -> T:
            backend = self._find()
            return absent if backend is None else call(backend, prompt_opens)

        try:
            return await self._patience.run(ask)
        except NoAnswer as error:
            raise KeyringUnavailable(_ASKING if error.prompting else _HUNG) from None
        except KeyringFailed as error:
            if error.kind == "locked":
                raise KeyringUnavailable(_LOCKED) from None
            broken = SecretsState("broken", f"The keyring failed ({error.detail}).", _HUNG.next_step)
            raise KeyringUnavailable(broken) from None


def _written(backend: Backend, name: str, value: str, prompt_opens: Callable[[], None]) -> str:
    """Write, read back, and give the reason if it is not kept."""
    if backend.longest is not None and len(value) > backend.longest:
        return f"The system's keyring takes {backend.longest:,} characters at most, and this key has {len(value):,}."
    backend.set(name, value, prompt_opens)
    return "" if backend.get(name, prompt_opens) == value else "The keyring did not keep it."


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UserError(
            f"{json.dumps(name[:70], ensure_ascii=False)} can't be the name of a key.",
            next_step="Use up to 64 letters, digits, dots, dashes and underlines, beginning with a letter or digit.",
        )


def _check_value(value: str) -> None:
    if not value:
        raise UserError("The key is empty.", next_step="Type or paste it again.")
    if any(ord(character) < 32 or ord(character) == 127 or "\ud800" <= character <= "\udfff" for character in value):
        raise UserError(
            "The key has a line break or another character inside that no key has.",
            next_step="Paste the key alone, on one line.",
        )
