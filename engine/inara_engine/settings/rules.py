"""What tools may do, and whose rules hold."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SerializerFunctionWrapHandler, Strict, model_serializer

from inara_engine.settings.formats import Folder, Folders, Name, ToolName, ToolNames
from inara_engine.settings.table import Table

__all__ = ["PolicySettings", "ProfileSettings", "Rule", "Rules"]


class Rule(Table):
    """A tool, or a tool within a folder. In the file a plain tool name, or `{tool = "…", under = "…"}`."""

    tool: ToolName = Field(title="Tool", description="Name of the tool.")
    under: Folder | None = Field(default=None, title="Folder", description="Only for paths in this folder.")

    @model_serializer(mode="wrap")
    def _shortest(self, serialise: SerializerFunctionWrapHandler) -> Any:
        return self.tool if self.under is None else serialise(self)


def _as_rule(value: object) -> object:
    return {"tool": value} if isinstance(value, str) else value


Rules = Annotated[tuple[Annotated[Rule, BeforeValidator(_as_rule)], ...], Strict(strict=False)]


class PolicySettings(Table):
    """What tools may do."""

    user_role: Literal["owner", "guest"] = Field(
        default="owner", title="User role", description="A guest is offered no tool that can't be undone."
    )
    max_risk: int = Field(
        default=3,
        ge=0,
        le=4,
        title="Highest risk",
        description="Tools above it are not offered: 0 computes, 1 reads, 2 can be undone, 3 can't, 4 is forbidden.",
    )
    whitelist: ToolNames = Field(
        default=(), title="Whitelist", description="Tools offered although above the highest risk."
    )
    blacklist: ToolNames = Field(default=(), title="Blacklist", description="Tools never offered.")
    allow: Rules = Field(
        default=(),
        title="Allow",
        examples=[["remember", {"tool": "write_file", "under": "~/Notes"}]],
        description="Run without asking, up to risk 2: a tool, or a tool within a folder.",
    )
    deny: Rules = Field(
        default=(),
        title="Deny",
        examples=[[{"tool": "write_file", "under": "~/Taxes"}]],
        description="Refused without asking: a tool, or a tool within a folder.",
    )
    confirmation_expires_h: float = Field(
        default=0.0,
        ge=0,
        le=87_600,
        title="Questions expire",
        description="Hours a question waits for an answer; 0: for ever.",
    )


class ProfileSettings(Table):
    """A further profile: a hat to wear, or another person."""

    persona: Name | None = Field(
        default=None, title="Persona", examples=["inara"], description="Persona that answers this profile."
    )
    roots: Folders | None = Field(
        default=None,
        title="Folders",
        examples=[["~/Kids"]],
        description="Folders its tools may read; none named: those that hold for all.",
    )
    policy: PolicySettings = Field(
        default=PolicySettings(), title="Policy", description="What differs from the table [policy]."
    )
