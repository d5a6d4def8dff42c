"""Servers that offer tools over the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, Strict, model_validator

from inara_engine.settings.faults import Fault, refuse
from inara_engine.settings.formats import Argument, Folder, HttpAddress, KeyReference, ServerName, Texts, Variables
from inara_engine.settings.table import Table

__all__ = ["McpServerSettings", "McpSettings", "McpToolSettings", "RatedCapabilities", "RatedRisk"]

RatedRisk = Annotated[int, Field(ge=0, le=3)]
RatedCapabilities = Annotated[
    tuple[Literal["reads_private", "reads_untrusted", "can_exfiltrate", "mutates"], ...], Strict(strict=False)
]
_RISK_DESCRIPTION: Final = (
    "0 computes, 1 reads, 2 can be undone, 3 can't. Absent: 3, and each call asks. "
    "What the capabilities imply is never gone below."
)
_CAPABILITIES_DESCRIPTION: Final = "What its calls can do; absent: all of it."


class McpToolSettings(Table):
    """What one tool of a server may do, as the person judges it; the server's own word counts for nothing."""

    risk: RatedRisk | None = Field(default=None, title="Risk", examples=[1], description=_RISK_DESCRIPTION)
    capabilities: RatedCapabilities | None = Field(
        default=None,
        title="Capabilities",
        examples=[["reads_private"]],
        description=_CAPABILITIES_DESCRIPTION,
    )
    disabled: bool = Field(default=False, title="Off", description="Never offered.")


class McpServerSettings(Table):
    """A server that offers tools over MCP; the fields of the usual mcpServers JSON."""

    type: Literal["stdio", "http", "streamable-http"] | None = Field(
        default=None,
        title="Transport",
        examples=["stdio"],
        description="How to speak to it; told from command or url where absent.",
    )
    command: Argument | None = Field(
        default=None, min_length=1, title="Command", examples=["npx"], description="Program that is started."
    )
    args: Texts = Field(
        default=(),
        title="Arguments",
        examples=[["-y", "@modelcontextprotocol/server-everything"]],
        description="Its arguments.",
    )
    env: Variables = Field(
        default_factory=dict[str, str],
        title="Environment",
        description='Variables added to its environment; "keyring:NAME" takes a key from the keyring.',
    )
    cwd: Folder | None = Field(default=None, title="Folder", examples=["~"], description="Folder it is started in.")
    url: HttpAddress | None = Field(
        default=None,
        title="Address",
        examples=["http://127.0.0.1:3001/mcp"],
        description="Address of a server that already runs.",
    )
    headers: dict[str, str] = Field(
        default_factory=dict[str, str],
        title="Headers",
        description='Headers of each request; "keyring:NAME" takes a key from the keyring.',
    )
    client_id: str | None = Field(
        default=None,
        min_length=1,
        max_length=1_000,
        title="Client id",
        examples=["Iv1.8a61f9b3a7aba766"],
        description="As whom Inara signs in, where a server wants its programs registered by hand.",
    )
    client_secret: KeyReference | None = Field(
        default=None,
        title="Client secret",
        examples=["keyring:oauth-notes"],
        description='What came with the client id, if anything did: "keyring:NAME" or "env:NAME".',
    )
    redirect_port: int | None = Field(
        default=None,
        ge=1_024,
        le=65_535,
        title="Redirect port",
        examples=[8_976],
        description="Port of http://127.0.0.1:PORT/callback, where it was registered with one; any free one otherwise.",
    )
    disabled: bool = Field(default=False, title="Off", description="Keep it in the file, but don't use it.")
    timeout_s: float = Field(
        default=60.0,
        gt=0,
        le=3_600,
        title="Patience",
        description="Seconds of silence after which a call is given up; waiting for you does not count.",
    )
    risk: RatedRisk | None = Field(default=None, title="Risk", examples=[2], description=_RISK_DESCRIPTION)
    capabilities: RatedCapabilities | None = Field(
        default=None,
        title="Capabilities",
        examples=[["reads_private", "mutates"]],
        description=_CAPABILITIES_DESCRIPTION,
    )
    tools: dict[str, McpToolSettings] = Field(
        default_factory=dict[str, McpToolSettings],
        title="Tools",
        examples=["echo"],
        description="What differs for single tools, by the name the server gives them.",
    )

    @model_validator(mode="after")
    def _one_way_to_reach_it(self) -> Self:
        if self.command is None and self.url is None:
            raise refuse(Fault((), "neither command nor url", "one of them"))
        if self.command is not None and self.url is not None:
            raise refuse(Fault(("url",), "given beside a command", "one of them"))
        if self.type is not None and (self.type == "stdio") != (self.command is not None):
            raise refuse(Fault(("type",), f'"{self.type}" does not fit', '"stdio" with command, "http" with url'))
        return self

    @model_validator(mode="after")
    def _a_client_where_one_signs_in(self) -> Self:
        if self.client_id is not None and self.url is None:
            raise refuse(Fault(("client_id",), "given beside a command", "none: one signs in to an address"))
        for name in ("client_secret", "redirect_port"):
            if getattr(self, name) is not None and self.client_id is None:
                raise refuse(Fault((name,), "given without a client_id", "both, or neither"))
        return self


class McpSettings(Table):
    """Servers that offer tools over the Model Context Protocol."""

    servers: dict[ServerName, McpServerSettings] = Field(
        default_factory=dict[str, McpServerSettings],
        title="Servers",
        examples=["everything"],
        description="By the name their tools begin with.",
    )
