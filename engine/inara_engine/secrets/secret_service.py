"""The Secret Service of the Linux desktop (GNOME Keyring, KWallet, KeePassXC) over D-Bus.

https://specifications.freedesktop.org/secret-service/latest/ . Items carry the attributes that
`keyring` and `secret-tool` look for, so that a person can see and set them with either. Reading a
name that isn't there never opens a prompt, and neither does looking at the state.
Everything here blocks and runs in the keyring's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing, contextmanager

import secretstorage
from jeepney import DBusErrorResponse
from jeepney.io.blocking import DBusConnection
from secretstorage.exceptions import (
    ItemNotFoundException,
    LockedException,
    PromptDismissedException,
    SecretStorageException,
)

from inara_engine.secrets.base import SERVICE, KeyringFailed

__all__ = ["SecretService"]

_PROMPT_S = 29.0  # just before the caller loses patience, so that the prompt is taken back

# What the D-Bus library raises: a RuntimeError for an address it can't use, a ValueError for one it can't read.
_NO_CONNECTION = (SecretStorageException, OSError, EOFError, RuntimeError, ValueError)


class SecretService:
    """Each call has its own connection: a prompt that is left open is taken back with it."""

    longest: int | None = None

    @staticmethod
    def is_there() -> bool:
        """Whether a Secret Service runs or can be started by the bus."""
        try:
            with closing(secretstorage.dbus_init()) as bus:
                return secretstorage.check_service_availability(bus)
        except (DBusErrorResponse, *_NO_CONNECTION):
            return False

    def get(self, name: str, prompt_opens: Callable[[], None]) -> str | None:
        with _bus() as bus:
            for item in secretstorage.search_items(bus, _attributes(name)):
                _unlocked(item, prompt_opens)
                return item.get_secret().decode("utf-8", "replace")
        return None

    def set(self, name: str, value: str, prompt_opens: Callable[[], None]) -> None:
        with _bus() as bus:
            for item in secretstorage.search_items(bus, _attributes(name)):
                _unlocked(item, prompt_opens)
                item.set_secret(value.encode())
                return
            try:
                collection = secretstorage.get_collection_by_alias(bus, "default")
            except ItemNotFoundException:
                prompt_opens()
                collection = secretstorage.create_collection(bus, "Login", "default")
            _unlocked(collection, prompt_opens)
            collection.create_item(f"Inara: {name}", _attributes(name), value.encode())

    def delete(self, name: str, prompt_opens: Callable[[], None]) -> bool:
        found = False
        with _bus() as bus:
            for item in secretstorage.search_items(bus, _attributes(name)):
                _unlocked(item, prompt_opens)
                item.delete()
                found = True
        return found

    def names(self, prompt_opens: Callable[[], None]) -> list[str]:
        names: set[str] = set()
        with _bus() as bus:
            for item in secretstorage.search_items(bus, {"service": SERVICE}):
                _unlocked(item, prompt_opens)  # a locked item hides its attributes
                names.add(item.get_attributes().get("username", ""))
        return sorted(names - {""})

    def locked(self) -> bool:
        with _bus() as bus:
            try:
                return secretstorage.get_collection_by_alias(bus, "default").is_locked()
            except ItemNotFoundException:
                return False


def _attributes(name: str) -> dict[str, str]:
    return {"service": SERVICE, "username": name}


def _unlocked(thing: secretstorage.Item | secretstorage.Collection, prompt_opens: Callable[[], None]) -> None:
    """Ask the person to unlock it where it is locked. Raises: KeyringFailed if they don't."""
    if not thing.is_locked():
        return
    prompt_opens()
    try:
        thing.unlock(timeout=_PROMPT_S)
    except TimeoutError:
        raise KeyringFailed("locked", "nobody answered") from None
    if thing.is_locked():
        raise KeyringFailed("locked", "it was not unlocked")


@contextmanager
def _bus() -> Generator[DBusConnection]:
    """A connection, and its errors in our words. They are cut off here: no key travels in a traceback."""
    try:
        with closing(secretstorage.dbus_init()) as bus:
            yield bus
    except (LockedException, PromptDismissedException):
        raise KeyringFailed("locked", "it was not unlocked") from None
    except DBusErrorResponse as error:
        raise KeyringFailed("broken", str(error.name)) from None  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - jeepney is untyped
    except _NO_CONNECTION as error:
        raise KeyringFailed("broken", type(error).__name__) from None
