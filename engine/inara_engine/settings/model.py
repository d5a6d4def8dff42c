"""A model: how it is reached, what it costs, what it is used for."""

from __future__ import annotations

from typing import Any, Final, Literal, Self

from pydantic import Field, model_validator

from inara_engine.settings.faults import Fault, refuse
from inara_engine.settings.formats import Folder, HttpAddress, Identifiers, JsonTable, KeyReference, ToolNames
from inara_engine.settings.llama_server import LlamaServerSettings
from inara_engine.settings.table import Table

__all__ = ["ModelSettings", "PriceSettings", "ProviderName", "RoleSettings"]

ProviderName = Literal["openai", "anthropic", "gemini", "claude-cli", "gemini-cli", "demo"]
_VENDOR_ADDRESS: Final[dict[ProviderName, str]] = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "gemini": "https://generativelanguage.googleapis.com",
}


class PriceSettings(Table):
    """What a model costs, for a million tokens each, in whatever money you think in."""

    input: float = Field(default=0.0, ge=0, allow_inf_nan=False, title="Input", description="Tokens the model reads.")
    output: float = Field(
        default=0.0, ge=0, allow_inf_nan=False, title="Output", description="Tokens the model writes."
    )
    cached_input: float | None = Field(
        default=None,
        ge=0,
        allow_inf_nan=False,
        title="Cached input",
        examples=[0.3],
        description="Tokens the server still had from before; absent: as input.",
    )


class ModelSettings(Table):
    """A model and how to reach it."""

    provider: ProviderName = Field(
        title="Provider",
        examples=["openai"],
        description="What speaks to the model; openai is any server with an OpenAI-compatible interface.",
    )
    base_url: HttpAddress | None = Field(
        default=None,
        title="Address",
        examples=["http://127.0.0.1:11434/v1"],
        description="Address of the server; absent for the vendor's own. May point at a proxy.",
    )
    model: str = Field(
        default="",
        title="Model",
        examples=["qwen3:8b"],
        description="The model's name as its server knows it.",
        max_length=200,
    )
    label: str = Field(
        default="",
        title="Label",
        examples=["Qwen 3, this machine"],
        description="How the model is called in the window.",
        max_length=100,
    )
    context_window: int | None = Field(
        default=None,
        ge=256,
        le=100_000_000,
        title="Context window",
        examples=[32768],
        description="Tokens the model can read at once; learnt from the server where it says so.",
    )
    max_rounds: int = Field(
        default=16, ge=1, le=1000, title="Rounds", description="Model calls one job may take before it must answer."
    )
    api_key: KeyReference | None = Field(
        default=None,
        title="Key",
        examples=["keyring:local"],
        description='"keyring:NAME" for a key kept with "inara secrets set NAME", "env:NAME" for the environment; '
        "absent where none is needed. Never the key itself.",
    )
    extra: JsonTable = Field(
        default_factory=dict[str, Any],
        title="Extra",
        examples=[{"temperature": 0.7}],
        description="Passed on in the request body, for example { temperature = 0.7 }.",
    )
    price: PriceSettings | None = Field(
        default=None,
        title="Price",
        examples=[{"input": 3.0, "output": 15.0}],
        description="For a million tokens, such as { input = 3.0, output = 15.0 }; absent: costs are not counted.",
    )
    stall_notice_s: float = Field(
        default=30.0,
        gt=0,
        le=86_400,
        title="Patience",
        description="Seconds without a byte after which Inara says so and offers to wait or stop.",
    )
    gguf: Folder | None = Field(
        default=None,
        title="Model file",
        examples=["~/models/qwen3-8b.gguf"],
        description="A GGUF file that Inara serves itself, with llama.cpp's server; instead of an address.",
    )
    llama_server: LlamaServerSettings = Field(
        default=LlamaServerSettings(), title="Own server", description="How the server of a model file is started."
    )

    @model_validator(mode="after")
    def _names_a_model(self) -> Self:
        if self.gguf is not None:
            if self.provider != "openai":
                raise refuse(Fault(("gguf",), f'given beside provider "{self.provider}"', 'provider = "openai"'))
            if self.base_url is not None:
                raise refuse(Fault(("base_url",), "given beside gguf", "one of them"))
            return self
        if self.provider in _VENDOR_ADDRESS and not self.model:
            raise refuse(Fault(("model",), "missing", "the model's name as its server knows it"))
        return self

    @property
    def server(self) -> str | None:
        """The address that is spoken to, without a slash at its end; None where a command, a file or nothing is."""
        if self.gguf is not None:
            return None
        return self.base_url or _VENDOR_ADDRESS.get(self.provider)


class RoleSettings(Table):
    """What a model is used for."""

    models: Identifiers = Field(
        default=(), title="Models", examples=[["local"]], description="Ids of models; the first that answers speaks."
    )
    tools: ToolNames = Field(default=("*",), title="Tools", description='Tools the role may use; "*" is all.')
    system_append: str = Field(default="", title="Instructions", description="Put at the end of the system prompt.")
    inject_datetime: bool = Field(
        default=True, title="Tell the time", description="Put date and time into the system prompt."
    )
    inject_mode: bool = Field(
        default=True, title="Tell the mode", description="Say whether it is a chat, a task or off the record."
    )
