"""What single tools need to know."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from inara_engine.settings.faults import Fault, refuse
from inara_engine.settings.formats import Folders, HttpAddress, Identifiers, KeyReference
from inara_engine.settings.table import Table

__all__ = ["ToolsSettings", "WebSearchSettings", "WorkspaceSettings"]


class WorkspaceSettings(Table):
    """The folders tools work in."""

    roots: Folders | None = Field(
        default=None,
        title="Folders",
        examples=[["~/Documents"]],
        description="Folders tools may read; absent: your documents folder.",
    )

    def folders(self, default: Path) -> tuple[Path, ...]:
        """The folders with ~ resolved; `default` (the documents folder) where none are named."""
        return (default,) if self.roots is None else tuple(Path(root).expanduser() for root in self.roots)


class WebSearchSettings(Table):
    """The service that looks things up on the web."""

    provider: Literal["searxng", "brave", "tavily"] = Field(
        default="searxng",
        title="Service",
        description="What kind of service it is: a SearXNG server, or one of those that want a key.",
    )
    url: HttpAddress | None = Field(
        default=None,
        title="Address",
        examples=["http://127.0.0.1:8888"],
        description="Address of a SearXNG server that allows the format json; absent: Brave's or Tavily's own.",
    )
    api_key: KeyReference | None = Field(
        default=None,
        title="Key",
        examples=["keyring:brave"],
        description='"keyring:NAME" or "env:NAME" of the key that Brave and Tavily want. Never the key itself.',
    )

    @model_validator(mode="after")
    def _has_its_key(self) -> Self:
        if self.provider != "searxng" and self.api_key is None:
            raise refuse(Fault(("api_key",), "missing", f'"keyring:NAME" of your key for {self.provider}'))
        return self


class ToolsSettings(Table):
    """By the tool's name."""

    web_search: WebSearchSettings = Field(
        default=WebSearchSettings(), title="Web search", description="Where web_search looks things up."
    )
    plugins: Identifiers = Field(
        default=(),
        title="Plugins",
        examples=[["colours"]],
        description="Installed packages whose tools are offered. Their code runs inside Inara: name those you trust.",
    )
