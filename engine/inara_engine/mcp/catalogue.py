"""What is known of a server without starting it, and which of its tools a person approved: pure values.

An approval holds for a definition word for word. A tool whose definition changes, or that vanishes from a listing
even once, or whose server is reached another way, is not offered until a person looks at it again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Literal

from pydantic import TypeAdapter

from inara_engine.frozen import frozen
from inara_engine.mcp import definitions
from inara_engine.mcp.definitions import Definition
from inara_engine.mcp.values import Listing
from inara_engine.settings import McpServerSettings

__all__ = ["Approval", "Known", "Pin", "fingerprint"]

Approval = Literal["approved", "new", "changed", "returned", "refused"]


@frozen
class Pin:
    """The definition a person approved, and whether that still holds."""

    hash: str
    holds: bool


@cache
def _listings() -> TypeAdapter[Listing]:
    return TypeAdapter(Listing)


@cache
def _pins() -> TypeAdapter[dict[str, Pin]]:
    return TypeAdapter(dict[str, Pin])


@dataclass(frozen=True)
class Known:
    """A server as it was last seen. `target` is the `fingerprint` of how it was reached; times are Unix seconds."""

    server: str
    target: str
    listed_at: float
    listing: Listing
    pins: Mapping[str, Pin] = field(default_factory=dict[str, Pin])

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Its tools."""
        return definitions.read(self.server, self.listing.tools)

    def approval(self, definition: Definition) -> Approval:
        """How it stands with a tool; `definition` may have got a problem since (see `definitions.shadowed`)."""
        pin = self.pins.get(definition.tool)
        if definition.problem:
            return "refused"
        if pin is None:
            return "new"
        if pin.hash != definition.hash:
            return "changed"
        return "approved" if pin.holds else "returned"

    def relisted(self, target: str, listing: Listing, at: float) -> Known:
        """After its next listing: an approval holds on only for what is there again, word for word."""
        new = Known(self.server, target, at, listing)
        hashes = {definition.tool: definition.hash for definition in new.definitions if not definition.problem}
        pins = {
            tool: Pin(pin.hash, pin.holds and target == self.target and hashes.get(tool) == pin.hash)
            for tool, pin in self.pins.items()
        }
        return replace(new, pins=pins)

    def approved(self, hashes: Collection[str]) -> Known:
        """With these definitions approved: by what a person was shown, not by name."""
        pins = {
            definition.tool: Pin(definition.hash, holds=True)
            for definition in self.definitions
            if definition.hash in hashes and not definition.problem
        }
        return replace(self, pins={**self.pins, **pins})

    def forgotten(self, tools: Collection[str] = ()) -> Known:
        """Without the approval of these tools, or of all."""
        return replace(self, pins={tool: pin for tool, pin in self.pins.items() if tools and tool not in tools})

    def dumped(self) -> tuple[str, str]:
        """Listing and pins as JSON."""
        return _listings().dump_json(self.listing).decode(), _pins().dump_json(dict(self.pins)).decode()

    @classmethod
    def loaded(cls, server: str, target: str, listed_at: float, listing: str, pins: str) -> Known:
        """From JSON. Raises pydantic.ValidationError where it is none."""
        return cls(server, target, listed_at, _listings().validate_json(listing), _pins().validate_json(pins))


def fingerprint(settings: McpServerSettings) -> str:
    """How a server is reached, as a hash: another program under the same name is another server."""
    reached = settings.model_dump(mode="json", include={"command", "args", "env", "cwd", "url", "headers"})
    return hashlib.sha256(json.dumps(reached, sort_keys=True).encode()).hexdigest()
