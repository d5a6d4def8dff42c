"""The providers that are in use, and those whose model is another by now, until what they say is over."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from typing import TypeAlias
from weakref import WeakSet

from inara_engine.providers.base import ModelEvent, Provider

__all__ = ["HeldProviders", "Streams"]

Streams: TypeAlias = "WeakSet[AsyncGenerator[ModelEvent, None]]"


class HeldProviders:
    """By model id. Who takes one out closes it."""

    def __init__(self) -> None:
        self._present: dict[str, Provider] = {}
        self._streams: dict[str, Streams] = {}  # those that aren't over
        self._retired: list[tuple[Provider, Streams]] = []

    def get(self, model_id: str) -> Provider | None:
        """The one in use."""
        return self._present.get(model_id)

    def put(self, model_id: str, provider: Provider, instead_of: Provider | None = None) -> Provider:
        """Use it, unless another than `instead_of` is in use already: the one in use from now on."""
        if self._present.get(model_id) is instead_of:
            self._present[model_id] = provider
        return self._present.get(model_id, provider)

    def streams(self, model_id: str) -> Streams:
        """What the one in use says just now."""
        return self._streams.setdefault(model_id, WeakSet())

    def asked(self, model_id: str, provider: Provider, streams: Streams) -> None:
        """A job goes on with this one: where it is in use no more, what it opens is to be given back all the same."""
        if self._present.get(model_id) is not provider and all(one is not provider for one, _ in self._retired):
            self._retired.append((provider, streams))

    def take_out(self, is_another: Callable[[str], bool], ends_at_once: Callable[[str], bool]) -> list[Provider]:
        """Those whose model is another now, and of those of before the ones that have nothing more to say."""
        over: list[Provider] = []  # all that goes is taken out at once: others may do so meanwhile
        for model_id in list(filter(is_another, self._present)):
            provider, streams = self._present.pop(model_id), self._streams.pop(model_id, WeakSet())
            if streams and not ends_at_once(model_id):
                self._retired.append((provider, streams))
            else:
                over.append(provider)
        over += [provider for provider, streams in self._retired if not streams]
        self._retired = [(provider, streams) for provider, streams in self._retired if streams]
        return over

    def take_all(self) -> list[Provider]:
        """All of them."""
        every = [*self._present.values(), *(provider for provider, _ in self._retired)]
        self._present, self._streams, self._retired = {}, {}, []
        return every
