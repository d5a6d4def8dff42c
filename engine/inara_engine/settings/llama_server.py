"""The server that Inara starts itself for a model file."""

from __future__ import annotations

from pydantic import Field

from inara_engine.settings.formats import Folder, Texts
from inara_engine.settings.table import Table

__all__ = ["LlamaServerSettings"]


class LlamaServerSettings(Table):
    """How llama.cpp's server is started for a `gguf`."""

    path: Folder | None = Field(
        default=None,
        title="Program",
        examples=["~/llama.cpp/llama-server"],
        description="The llama-server to start; absent: the one on the PATH.",
    )
    args: Texts = Field(
        default=(), title="Arguments", examples=[["--n-gpu-layers", "99"]], description="Further arguments for it."
    )
    idle_minutes: float = Field(
        default=15.0,
        ge=0,
        le=100_000,
        title="Free when idle",
        description="Minutes without a question after which its memory is freed; 0: it stays until Inara ends.",
    )
    context: int = Field(
        default=0,
        ge=0,
        le=100_000_000,
        title="Context",
        examples=[32768],
        description="Tokens it reads at once; 0: what the model was made for, at most 16384.",
    )
