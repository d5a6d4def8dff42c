"""Two tools for Inara: copy this folder to begin one of your own."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.errors import ToolError
from inara_engine.messages import Risk
from inara_engine.tools.plugin import PluginTool


class Text(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str = Field(max_length=10_000, description="The text.")


def count(arguments: Text) -> str:
    if not arguments.text.strip():
        raise ToolError("There are no words in it.")
    return f"{len(arguments.text.split())} words"


async def shout(arguments: Text) -> str:
    return arguments.text.upper()


def tools() -> list[PluginTool]:
    return [
        PluginTool("count", "Count the words of a text.", Text, count, risk=Risk.PURE),
        PluginTool("shout", "Write a text in capitals.", Text, shout),
    ]


ODD = ["not a tool"]
