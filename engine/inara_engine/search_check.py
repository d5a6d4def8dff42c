"""Whether the web search that is set up answers: one search for a harmless word."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

from inara_engine.connections import Note
from inara_engine.doctor import Finding
from inara_engine.errors import InaraError
from inara_engine.settings import Reach, Settings
from inara_engine.tools.fetching_values import WebAccess
from inara_engine.tools.search_services import address_of
from inara_engine.tools.web_search import look_up

__all__ = ["SearchCheck"]

SUBJECT = "Web search"
WORD = "weather"  # says nothing of the person


class SearchCheck:
    """`secret` gives the key of a reference, `note` hears of the host that is spoken to."""

    def __init__(
        self, settings: Callable[[], Settings], secret: Callable[[str], Awaitable[str | None]], note: Note
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._note = note

    async def finding(self) -> Finding:
        """Ask the service that is set up."""
        settings = self._settings()
        search = settings.tools.web_search
        address = address_of(search)
        if address is None:
            return _wrong("off", "No search service is set up.", "Give its address, or choose one that wants a key.")
        reach = Reach(settings.defaults.local_only, settings.defaults.local_hosts)
        if why := reach.refusal(address.host):
            return _wrong("refused", why, "Local only is on: choose a service of your own, or switch that off.")
        begun = time.monotonic()
        try:
            hits = await look_up(WebAccess(reach, search, note=self._note), address, self._secret, WORD, 5)
        except InaraError as error:
            return _wrong("refused", error.message, error.next_step)
        if not hits:
            text = f"{address.origin} answered, and found nothing for “{WORD}”."
            return _wrong("silent", text, "Search on its own page: do its engines answer?")
        took = time.monotonic() - begun
        return Finding(SUBJECT, ok=True, message=f"{address.origin} answered in {took:.1f} s: “{hits[0].title}”.")


def _wrong(kind: str, message: str, next_step: str) -> Finding:
    return Finding(SUBJECT, ok=False, message=message, next_step=next_step, kind=kind)
