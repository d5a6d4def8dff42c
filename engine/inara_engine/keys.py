"""The face's part `keys`: how each key that the settings name stands, without ever showing one."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Literal

from inara_engine.errors import UserError
from inara_engine.frozen import frozen
from inara_engine.mcp.reaching import names_a_key
from inara_engine.secrets import Secrets
from inara_engine.settings import Settings

__all__ = ["KeyState", "Keys"]

State = Literal["stored", "run", "missing", "environment", "unset", "unknown"]


@frozen
class KeyState:
    """A reference of the settings ("keyring:NAME", "env:NAME") and where its key is.

    "stored" in the keyring, "run" where there is none and it lasts for this run, "missing" from both; "environment"
    where the variable is set, "unset" where not; "unknown" while the keyring can't be asked. `note` says why,
    and what to do.
    """

    reference: str
    state: State
    note: str = ""


class Keys:
    """See the module."""

    def __init__(self, secrets: Secrets, settings: Callable[[], Settings]) -> None:
        self._secrets = secrets
        self._settings = settings

    async def states(self) -> list[KeyState]:
        """Of every key that a model, a hook, a tool server or the web search names."""
        settings = self._settings()
        named = [model.api_key for model in settings.models.values()]
        named += [hook.secret for hook in settings.hooks.values()]
        for server in settings.mcp.servers.values():
            named += [server.client_secret, *filter(names_a_key, (*server.env.values(), *server.headers.values()))]
        named.append(settings.tools.web_search.api_key)
        references = list(dict.fromkeys(filter(None, named)))
        if not references:
            return []
        kept: set[str] = set()
        problem = ""
        absent = False
        if any(one.startswith("keyring:") for one in references):
            try:
                kept = set(await self._secrets.names())
                state = await self._secrets.state()
                absent = state.kind == "absent"
                problem = "" if state.kind == "available" else f"{state.message} {state.next_step}".strip()
            except UserError as error:
                return [_unasked(one, f"{error.message} {error.next_step}".strip()) for one in references]
        return [_state(one, kept, problem, absent=absent) for one in references]


def _state(reference: str, kept: set[str], problem: str, *, absent: bool) -> KeyState:
    kind, _, name = reference.partition(":")
    if kind == "env":
        return _of_environment(reference)
    if name in kept:
        return KeyState(reference, "run" if absent else "stored", problem)
    return KeyState(reference, "missing", problem)


def _unasked(reference: str, problem: str) -> KeyState:
    return _of_environment(reference) if reference.startswith("env:") else KeyState(reference, "unknown", problem)


def _of_environment(reference: str) -> KeyState:
    return KeyState(reference, "environment" if os.environ.get(reference.removeprefix("env:"), "").strip() else "unset")
