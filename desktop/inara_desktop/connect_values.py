"""Model servers, what the doctor found, and who was spoken to, as the window shows them.

The same kind of values as in `values`: the bridge makes them, widgets render them.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "CheckItem",
    "ConnectionItem",
    "FindingItem",
    "FoundServer",
    "InterfaceItem",
    "ServerChoice",
    "ServerForm",
]


class CheckItem(NamedTuple):
    """Something the connection doctor looks at."""

    id: str
    title: str


class FindingItem(NamedTuple):
    """What the connection doctor found: whether it is well, and what to do if not."""

    subject: str
    ok: bool
    message: str
    next_step: str = ""


class FoundServer(NamedTuple):
    """A model server that answered on this machine, with the models it offers."""

    name: str
    base_url: str
    models: tuple[str, ...]


class ServerChoice(NamedTuple):
    """A server the person took, with one of its models."""

    server: FoundServer
    model: str


class ServerForm(NamedTuple):
    """What the person typed to connect a server; `base_url` is "" for the provider's own.

    No repr: the key must not reach a log.
    """

    base_url: str
    model: str
    key: str = ""
    provider: str = "openai"

    def __repr__(self) -> str:
        return f"ServerForm({self.base_url!r}, {self.model!r})"


class ConnectionItem(NamedTuple):
    """A host that was spoken to. `who` is a model, server or tool; `last` says when, for people."""

    host: str
    port: int
    purpose: str
    who: str
    local: bool
    times: int
    last: str
    off_record: bool = False


class InterfaceItem(NamedTuple):
    """How the interface for other programs stands; `note` is what just happened."""

    enabled: bool
    running: bool
    address: str = ""
    problem: str = ""
    note: str = ""
