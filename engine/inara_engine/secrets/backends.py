"""The keyrings Inara trusts, each built by its class.

Never the library's own choice: a variable or a file in the home folder can point that at a plain
file, at nothing, or at any Python class, which then receives the key.
Everything here blocks and runs in the keyring's thread.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from inara_engine.secrets.base import SERVICE, Backend, KeyringFailed

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["LibraryKeyring", "find_backend"]

_INDEX = "__names__"  # no name of a key can begin with "_"
_WINDOWS_CHARACTERS = 1280  # CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes, and a character takes two


def find_backend() -> Backend | None:
    """The system's keyring, or None where there is none. Never a file."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        return _usable(WinVaultKeyring, longest=_WINDOWS_CHARACTERS)
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeyring

        return _usable(MacKeyring)
    if not _has_session_bus():
        return None
    from inara_engine.secrets.secret_service import SecretService

    if SecretService.is_there():
        return SecretService()
    from keyring.backends.kwallet import DBusKeyring
    from keyring.backends.libsecret import Keyring as LibsecretKeyring

    return _usable(DBusKeyring) or _usable(LibsecretKeyring)


class LibraryKeyring:
    """A backend of the `keyring` library. It can't list what it holds, so the names are an entry of their own."""

    def __init__(self, keyring: KeyringBackend, longest: int | None = None) -> None:
        self._keyring: Any = keyring  # its methods are wrapped and lose their types
        self.longest = longest

    def get(self, name: str, prompt_opens: Callable[[], None]) -> str | None:
        prompt_opens()  # it may ask, and can't tell us when
        return self._call(partial(self._keyring.get_password, SERVICE, name))

    def set(self, name: str, value: str, prompt_opens: Callable[[], None]) -> None:
        prompt_opens()
        self._call(partial(self._keyring.set_password, SERVICE, name, value))
        self._keep_names({*self.names(prompt_opens), name})

    def delete(self, name: str, prompt_opens: Callable[[], None]) -> bool:
        prompt_opens()
        if self.get(name, prompt_opens) is None:
            return False
        self._call(partial(self._keyring.delete_password, SERVICE, name))
        self._keep_names({*self.names(prompt_opens)} - {name})
        return True

    def names(self, prompt_opens: Callable[[], None]) -> list[str]:
        try:
            names: Any = json.loads(self.get(_INDEX, prompt_opens) or "[]")
            return sorted(map(str, names))
        except (ValueError, TypeError):  # not ours: somebody edited it
            return []

    def locked(self) -> bool:
        return False  # these open by themselves or ask when they are used

    def _keep_names(self, names: set[str]) -> None:
        index = json.dumps(sorted(names))
        if self.longest is None or len(index) <= self.longest:
            self._call(partial(self._keyring.set_password, SERVICE, _INDEX, index))

    @staticmethod
    def _call(call: Callable[[], str | None]) -> str | None:
        from keyring.errors import InitError, KeyringLocked

        try:
            return call()
        except (KeyringLocked, InitError):
            raise KeyringFailed("locked", "it was not unlocked") from None
        except Exception as error:  # noqa: BLE001 - each system's library has errors of its own
            raise KeyringFailed("broken", type(error).__name__) from None


def _usable(keyring: type[KeyringBackend], longest: int | None = None) -> Backend | None:
    """Built only where the class itself says that its system is there."""
    try:
        viable = keyring.priority > 0
    except Exception:  # noqa: BLE001 - whatever a missing system raises, it means no
        viable = False
    return LibraryKeyring(keyring(), longest) if viable else None


def _has_session_bus() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and os.path.exists(f"{runtime}/bus")))  # noqa: PTH110 - a socket, by name
