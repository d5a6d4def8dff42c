"""What every tool server was last seen to have, and which of it a person approved: known without starting one.

A row of the database for each server, read once; what is offered to models is put together anew where it changed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping

from pydantic import ValidationError

from inara_engine.errors import UserError
from inara_engine.mcp import definitions
from inara_engine.mcp.catalogue import Known, Pin, fingerprint
from inara_engine.mcp.definitions import Definition, wire_name
from inara_engine.mcp.offering import Caller, offered
from inara_engine.mcp.reporting import disabled
from inara_engine.mcp.values import Listing
from inara_engine.settings import McpServerSettings
from inara_engine.store import ServerRow, ServerTable
from inara_engine.store.decisions import Decision
from inara_engine.tools.base import Tool

__all__ = ["Approvals"]

_log = logging.getLogger(__name__)


class Approvals:
    """`configured` gives the servers of the settings, `taken` other tools' names; `changed` hears of each change."""

    def __init__(
        self,
        table: ServerTable,
        configured: Callable[[], Mapping[str, McpServerSettings]],
        taken: Callable[[], Collection[str]],
        changed: Callable[[], None],
        clock: Callable[[], float],
    ) -> None:
        self._clock = clock
        self._table = table
        self._configured = configured
        self._taken = taken
        self._changed = changed
        self._loading = asyncio.Lock()
        self._loaded = False
        self._known: dict[str, Known] = {}
        self._tools: tuple[tuple[str, ...], tuple[Tool, ...]] | None = None  # with the names taken by then

    async def load(self) -> None:
        """Read the rows, once. Raises StorageError."""
        async with self._loading:
            if self._loaded:
                return
            for row in await self._table.rows():
                try:
                    known = Known.loaded(row.name, row.target, row.listed_at, row.listing, row.pins)
                except ValidationError:
                    _log.warning("what was known of the MCP server %s can't be read; it is asked anew", row.name)
                    continue
                self._known[row.name] = known
            self._loaded = True
            self.anew()

    def of(self, server: str) -> Known | None:
        """What is known of a server; None where it never said what it has."""
        return self._known.get(server)

    async def known(self, server: str) -> Known:
        """The same, read first. Raises UserError where it never said."""
        await self.load()
        known = self._known.get(server)
        if known is None:
            raise UserError(f"{server} has not said yet what it has.", next_step=f"Start it: inara mcp test {server}")
        return known

    def usable(self, server: str, settings: McpServerSettings) -> bool:
        """Whether what is known of it is of the server that these settings reach."""
        known = self._known.get(server)
        return not settings.disabled and known is not None and known.target == fingerprint(settings)

    def holds(self, definition: Definition) -> bool:
        """Whether a person's approval of exactly this definition still holds."""
        settings = self._configured().get(definition.server)
        known = self._known.get(definition.server)
        if settings is None or known is None or not self.usable(definition.server, settings):
            return False
        pin = known.pins.get(definition.tool)
        return pin is not None and pin.holds and pin.hash == definition.hash

    def definitions(self, server: str) -> tuple[Definition, ...]:
        """A server's tools; those with a name that another tool has are refused."""
        known = [self._known[name] for name in self._configured() if name in self._known]
        every = definitions.shadowed((one for each in known for one in each.definitions), self._taken())
        return tuple(one for one in every if one.server == server)

    def offers(self, caller: Caller) -> tuple[Tool, ...]:
        """The approved tools, none of which has a name that another tool has."""
        taken = tuple(self._taken())
        if self._tools is None or self._tools[0] != taken:
            tools = tuple(
                offered(definition, settings, caller)
                for name, settings in self._configured().items()
                if (known := self._known.get(name)) is not None and self.usable(name, settings)
                for definition in self.definitions(name)
                if known.approval(definition) == "approved" and not disabled(settings, definition.tool)
            )
            self._tools = taken, tools
        return self._tools[1]

    async def listed(self, server: str, target: str, listing: Listing, at: float) -> None:
        """A server said what it has. Raises StorageError."""
        known = self._known.get(server) or Known(server, target, 0, Listing())
        await self.remember(known.relisted(target, listing, at))

    async def remember(self, known: Known) -> None:
        """Keep how it stands with a server now. Raises StorageError."""
        before = self._known.get(known.server)
        self._known[known.server] = known
        self.anew()
        if before is None or (before.target, before.listing, before.pins) != (known.target, known.listing, known.pins):
            listing, pins = known.dumped()
            row = ServerRow(known.server, known.target, known.listed_at, listing, pins)
            await self._table.save(
                row, _decided(known.server, before.pins if before else {}, known.pins), self._clock()
            )
        self._changed()

    async def forget(self, server: str) -> None:
        """Know nothing of it any more. Raises StorageError."""
        await self.load()
        known = self._known.pop(server, None)
        await self._table.delete(server, _decided(server, known.pins if known else {}, {}), self._clock())
        self.anew()

    def anew(self) -> None:
        """Something changed: what is offered is put together again when the next job asks."""
        self._tools = None


def _decided(server: str, before: Mapping[str, Pin], now: Mapping[str, Pin]) -> list[Decision]:
    """What a person approved or took back, and which approvals hold no longer by what the server said."""
    made: list[Decision] = []
    for tool in dict.fromkeys((*before, *now)):
        old, new = before.get(tool), now.get(tool)
        name = wire_name(server, tool)
        if new is not None and new.holds and new != old:
            made.append(Decision("tool_approved", "person", name, action=new.hash))
        elif new is None and old is not None:
            made.append(Decision("approval_withdrawn", "person", name, action=old.hash))
        elif new is not None and old is not None and old.holds and not new.holds:
            made.append(Decision("approval_lapsed", "server", name, action=old.hash))
    return made
