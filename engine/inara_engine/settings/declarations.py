"""Every setting, declared once: its type, default, bounds, title and description.

The settings page takes its labels from here, the file its checks, the documentation its words.
Values are strict (a number in quotes is not a number) and frozen; unknown keys are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    Strict,
    model_serializer,
    model_validator,
)

from inara_engine.settings.faults import Fault, refuse
from inara_engine.settings.formats import (
    Cron,
    Folder,
    Folders,
    Hosts,
    HttpAddress,
    Identifier,
    Identifiers,
    JsonTable,
    KeyReference,
    Name,
    ServerName,
    Texts,
    Tier,
    ToolName,
    ToolNames,
)
from inara_engine.settings.llama_server import LlamaServerSettings
from inara_engine.settings.names import unknown_names
from inara_engine.settings.table import Table as _Table

__all__ = [
    "DEMO",
    "ApiSettings",
    "AppearanceSettings",
    "DefaultsSettings",
    "DesktopSettings",
    "HookSettings",
    "McpServerSettings",
    "McpSettings",
    "McpToolSettings",
    "ModelSettings",
    "PolicySettings",
    "PriceSettings",
    "ProfileSettings",
    "ProviderName",
    "RoleSettings",
    "Rule",
    "ScheduleSettings",
    "Settings",
    "ToolsSettings",
    "WebSearchSettings",
    "WorkspaceSettings",
]

DEMO: Final = "demo"  # the id of the model that is there when none is configured

ProviderName = Literal["openai", "anthropic", "gemini", "claude-cli", "gemini-cli", "demo"]

_VENDOR_ADDRESS: Final[dict[ProviderName, str]] = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "gemini": "https://generativelanguage.googleapis.com",
}


class Rule(_Table):
    """A tool, or a tool within a folder. In the file a plain tool name, or `{tool = "…", under = "…"}`."""

    tool: ToolName = Field(title="Tool", description="Name of the tool.")
    under: Folder | None = Field(default=None, title="Folder", description="Only for paths in this folder.")

    @model_serializer(mode="wrap")
    def _shortest(self, serialise: SerializerFunctionWrapHandler) -> Any:
        return self.tool if self.under is None else serialise(self)


def _as_rule(value: object) -> object:
    return {"tool": value} if isinstance(value, str) else value


RatedRisk = Annotated[int, Field(ge=0, le=3)]
RatedCapabilities = Annotated[
    tuple[Literal["reads_private", "reads_untrusted", "can_exfiltrate", "mutates"], ...], Strict(strict=False)
]
_RISK_DESCRIPTION: Final = (
    "0 computes, 1 reads, 2 can be undone, 3 can't. Absent: 3, and each call asks. "
    "What the capabilities imply is never gone below."
)
_CAPABILITIES_DESCRIPTION: Final = "What its calls can do; absent: all of it."


Rules = Annotated[tuple[Annotated[Rule, BeforeValidator(_as_rule)], ...], Strict(strict=False)]


class PriceSettings(_Table):
    """What a model costs, for a million tokens each, in whatever money you think in."""

    input: float = Field(default=0.0, ge=0, title="Input", description="Tokens the model reads.")
    output: float = Field(default=0.0, ge=0, title="Output", description="Tokens the model writes.")
    cached_input: float | None = Field(
        default=None,
        ge=0,
        title="Cached input",
        examples=[0.3],
        description="Tokens the server still had from before; absent: as input.",
    )


class ModelSettings(_Table):
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


class RoleSettings(_Table):
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


class DefaultsSettings(_Table):
    """What holds where nothing else is said."""

    profile: Identifier = Field(
        default="me", title="Profile", description="Your profile; its rules are the table [policy]."
    )
    persona: Name = Field(default="inara", title="Persona", description="Folder of the persona that answers.")
    tier: Tier = Field(
        default=2,
        title="Context",
        description="0 nothing, 1 persona, 2 also profile and memory, 3 also the persona's papers.",
    )
    local_only: bool = Field(
        default=False, title="Local only", description="Refuse every host but this machine and those in local_hosts."
    )
    local_hosts: Hosts = Field(
        default=(), title="Local hosts", description="Hosts that count as local, such as a server in your own network."
    )
    leave_out_pictures: bool = Field(
        default=False,
        title="Go on without pictures",
        description="Where no model can look at a picture, answer without it. Otherwise the task stops and says so.",
    )


class PolicySettings(_Table):
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
        description='Run without asking, up to risk 2: "remember" or {tool = "write_file", under = "~/Notes"}.',
    )
    deny: Rules = Field(default=(), title="Deny", description="Refused without asking; the same forms as in allow.")
    confirmation_expires_h: float = Field(
        default=0.0,
        ge=0,
        le=87_600,
        title="Questions expire",
        description="Hours a question waits for an answer; 0: for ever.",
    )


class ProfileSettings(_Table):
    """A further profile: a hat to wear, or another person."""

    persona: Name | None = Field(
        default=None, title="Persona", examples=["inara"], description="Persona that answers this profile."
    )
    policy: PolicySettings = Field(
        default=PolicySettings(), title="Policy", description="What differs from the table [policy]."
    )


class WorkspaceSettings(_Table):
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


class WebSearchSettings(_Table):
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


class ToolsSettings(_Table):
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


class McpToolSettings(_Table):
    """What one tool of a server may do, as the person judges it; the server's own word counts for nothing."""

    risk: RatedRisk | None = Field(default=None, title="Risk", examples=[1], description=_RISK_DESCRIPTION)
    capabilities: RatedCapabilities | None = Field(
        default=None,
        title="Capabilities",
        examples=[["reads_private"]],
        description=_CAPABILITIES_DESCRIPTION,
    )
    disabled: bool = Field(default=False, title="Off", description="Never offered.")


class McpServerSettings(_Table):
    """A server that offers tools over MCP; the fields of the usual mcpServers JSON."""

    type: Literal["stdio", "http", "streamable-http"] | None = Field(
        default=None,
        title="Transport",
        examples=["stdio"],
        description="How to speak to it; told from command or url where absent.",
    )
    command: str | None = Field(
        default=None, min_length=1, title="Command", examples=["npx"], description="Program that is started."
    )
    args: Texts = Field(
        default=(),
        title="Arguments",
        examples=[["-y", "@modelcontextprotocol/server-everything"]],
        description="Its arguments.",
    )
    env: dict[str, str] = Field(
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


class McpSettings(_Table):
    """Servers that offer tools over the Model Context Protocol."""

    servers: dict[ServerName, McpServerSettings] = Field(
        default_factory=dict[str, McpServerSettings],
        title="Servers",
        examples=["everything"],
        description="By the name their tools begin with.",
    )


class _Unattended(_Table):
    """Something that starts without a person at the keyboard."""

    persona: Name | None = Field(default=None, title="Persona", examples=["inara"], description="Persona that answers.")
    profile: Identifier | None = Field(default=None, title="Profile", examples=["me"], description="Whose rules hold.")
    tier: Tier | None = Field(
        default=None, title="Context", examples=[2], description="How much of persona and memory goes along, 0 to 3."
    )
    mode: Literal["agent", "chat"] = Field(
        default="agent", title="Mode", description="With tools (agent) or without (chat)."
    )
    respond_with_final: bool = Field(
        default=True, title="Write an answer", description="Otherwise the result is the summary of what was found."
    )
    enabled: bool = Field(default=True, title="On", description="Whether it is started at all.")


class ScheduleSettings(_Unattended):
    """A task that starts at set times, or the memory that is folded then."""

    name: Identifier = Field(title="Name", examples=["morning"], description="A name of its own.")
    cron: Cron = Field(
        title="Times",
        examples=["0 7 * * 1-5"],
        description='Minute, hour, day, month, weekday; "0 7 * * 1-5" is each working day at seven.',
    )
    task: str = Field(
        default="",
        max_length=20_000,
        title="Task",
        examples=["Summarise my notes from yesterday"],
        description="What Inara is asked to do.",
    )
    distill: bool = Field(
        default=False,
        title="Fold the memory",
        description="Instead of a task: fold the persona's memory; the result waits for you to keep it.",
    )
    marks: Literal["", "private", "untrusted", "private, untrusted"] = Field(
        default="",
        title="Marks",
        description="Set where a model wrote the task: what it had read by then, so that its runs ask as it would.",
    )

    @model_validator(mode="after")
    def _one_thing_to_do(self) -> Self:
        if self.distill and self.task:
            raise refuse(Fault(("task",), "given beside distill", "one of them"))
        if not self.distill and not self.task.strip():
            raise refuse(Fault(("task",), "missing", 'what Inara is asked to do, or "distill = true"'))
        return self


class HookSettings(_Unattended):
    """A task that another program starts with POST /hooks/NAME; what it sends is content, never instructions."""

    task: str = Field(
        min_length=1,
        title="Task",
        examples=["Summarise what happened"],
        description="What Inara is asked to do.",
    )
    secret: KeyReference | None = Field(
        default=None,
        title="Secret",
        examples=["keyring:gitea"],
        description='"keyring:NAME" of the secret that signs the request; absent: the bearer token guards it.',
    )


class ApiSettings(_Table):
    """The interface for other programs on this machine."""

    enabled: bool = Field(
        default=False, title="On", description="Whether other programs on this machine may start jobs."
    )
    port: int = Field(default=8765, ge=0, le=65_535, title="Port", description="Port on 127.0.0.1; 0 takes a free one.")


class AppearanceSettings(_Table):
    """How the window looks."""

    theme: Literal["system", "light", "dark"] = Field(
        default="system", title="Theme", description="Light, dark, or as the system."
    )
    language: Literal["system", "en", "de"] = Field(
        default="system",
        title="Language",
        description="Of the window: English, German, or the system's; at the next start.",
    )
    text_scale: float = Field(default=1.0, ge=0.5, le=3, title="Text size", description="1.0 is the system's own size.")


class DesktopSettings(_Table):
    """How the window behaves among others."""

    close_to_tray: bool = Field(
        default=False, title="Stay in the tray", description="Closing the window leaves Inara running in the tray."
    )
    notifications: bool = Field(
        default=True, title="Notify", description="Say when an answer is there or a question waits while nobody looks."
    )
    quick_shortcut: str = Field(
        default="Ctrl+Alt+Space",
        title="Quick prompt",
        max_length=60,
        description="Keys that open the quick prompt from everywhere; empty: none.",
    )


class Settings(_Table):
    """All of `config.toml`."""

    models: dict[Identifier, ModelSettings] = Field(
        default_factory=dict[str, ModelSettings],
        title="Models",
        examples=["local"],
        description="By the id used everywhere else.",
    )
    roles: dict[Identifier, RoleSettings] = Field(
        default_factory=dict[str, RoleSettings],
        title="Roles",
        examples=["orchestrator"],
        description="What models are used for. A side call such as title is made only where models are named for it.",
    )
    defaults: DefaultsSettings = Field(
        default=DefaultsSettings(), title="Defaults", description="Where nothing else is said."
    )
    policy: PolicySettings = Field(
        default=PolicySettings(), title="Policy", description="Rules of the default profile."
    )
    profiles: dict[Identifier, ProfileSettings] = Field(
        default_factory=dict[str, ProfileSettings], title="Profiles", examples=["kids"], description="Further profiles."
    )
    workspace: WorkspaceSettings = Field(
        default=WorkspaceSettings(), title="Workspace", description="Where tools work."
    )
    tools: ToolsSettings = Field(default=ToolsSettings(), title="Tools", description="What single tools need to know.")
    mcp: McpSettings = Field(default=McpSettings(), title="MCP", description="Servers that offer tools.")
    schedule: Annotated[tuple[ScheduleSettings, ...], Strict(strict=False)] = Field(
        default=(), title="Schedule", description="Tasks at set times."
    )
    hooks: dict[ServerName, HookSettings] = Field(
        default_factory=dict[str, HookSettings],
        title="Hooks",
        examples=["gitea"],
        description="Tasks that other programs start.",
    )
    api: ApiSettings = Field(
        default=ApiSettings(), title="Interface", description="For other programs on this machine."
    )
    desktop: DesktopSettings = Field(
        default=DesktopSettings(), title="Desktop", description="Tray, notifications and the quick prompt."
    )
    appearance: AppearanceSettings = Field(
        default=AppearanceSettings(), title="Appearance", description="Colours and text size."
    )

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        if faults := unknown_names(self.model_dump()):
            raise refuse(*faults)
        return self

    def effective_models(self) -> Mapping[str, ModelSettings]:
        """The configured models by id, in the file's order; the demo where there are none."""
        return self.models or {DEMO: _DEMO_MODEL}

    def role_models(self, role: str) -> tuple[tuple[str, ModelSettings], ...]:
        """The models of a role with their ids, in the order they are asked; () where the role makes no call.

        `orchestrator` falls back to the first model only (a further one may be in the cloud: naming
        it in a role is the person's to do), `chat` to the orchestrator's models.
        """
        known = {DEMO: _DEMO_MODEL, **self.models}
        if (configured := self.roles.get(role)) and configured.models:
            return tuple((name, known[name]) for name in configured.models)
        match role:
            case "orchestrator":
                return tuple(self.effective_models().items())[:1]
            case "chat":
                return self.role_models("orchestrator")
            case _:
                return ()

    def role(self, name: str) -> RoleSettings:
        """What is configured for a role, or its defaults."""
        return self.roles.get(name, RoleSettings())

    def label(self, model_id: str) -> str:
        """What a model is called where a person reads it."""
        model = self.effective_models().get(model_id)
        return (model and (model.label or model.model or (model.gguf and Path(model.gguf).stem))) or model_id

    def profile_names(self) -> tuple[str, ...]:
        """The default profile first, then the further ones."""
        return tuple(dict.fromkeys((self.defaults.profile, *self.profiles)))

    def policy_of(self, profile: str) -> PolicySettings:
        """The rules of a profile: the table [policy], and over it what the profile says itself."""
        own = self.profiles.get(profile)
        if own is None:
            return self.policy
        said = {name: getattr(own.policy, name) for name in own.policy.model_fields_set}
        return self.policy.model_copy(update=said)


_DEMO_MODEL: Final = ModelSettings(provider="demo", label="Demo, not an AI")
