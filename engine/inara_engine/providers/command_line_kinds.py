"""The vendors' commands: how each is called as nothing but a model, and what of the environment it needs.

Claude Code: https://code.claude.com/docs/en/cli-reference — Gemini CLI: https://geminicli.com/docs/cli/cli-reference
and https://geminicli.com/docs/reference/policy-engine. Their own tools must be off: the person gave Inara's
permission rules, not theirs. What a version offers is read from its `--help`; one that lacks a flag in `needed`
is not used.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from inara_engine.frozen import frozen

__all__ = ["KINDS", "Kind", "KindName", "has_flag"]

KindName = Literal["claude-cli", "gemini-cli"]

_ROLE = "You are the language model of a desktop assistant. Follow the instructions in the message; you have no tools."
_NO_TOOLS_POLICY = '[[rule]]\ntoolName = "*"\ndecision = "deny"\npriority = 999\n'
_SYSTEM_POLICIES = {
    "darwin": Path("/Library/Application Support/GeminiCli/policies"),
    "win32": Path("C:/ProgramData/gemini-cli/policies"),
}

_SHARED = frozenset({
    "HOME", "USER", "LOGNAME", "LANG", "TZ", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "SYSTEMROOT", "APPDATA", "LOCALAPPDATA", "USERPROFILE",
    "PATHEXT", "GOOGLE_APPLICATION_CREDENTIALS",
})  # fmt: skip
_CLAUDE = frozenset({
    "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "CLAUDE_CODE_OAUTH_TOKEN", "CLAUDE_CONFIG_DIR",
    "CLAUDE_CODE_USE_BEDROCK", "CLAUDE_CODE_USE_VERTEX", "ANTHROPIC_VERTEX_PROJECT_ID", "CLOUD_ML_REGION",
    "AWS_PROFILE", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
    "AWS_BEARER_TOKEN_BEDROCK",
})  # fmt: skip
_GEMINI = frozenset({
    "GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_GCA", "GOOGLE_CLOUD_PROJECT",
    "GOOGLE_CLOUD_PROJECT_ID", "GOOGLE_CLOUD_LOCATION", "GOOGLE_GEMINI_BASE_URL", "GEMINI_CLI_HOME",
    "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR",  # where its sign-in lies in the keyring
})  # fmt: skip


@frozen
class Kind:
    """One vendor's command. `{policy}` in an argument is the path of the file that holds `policy`.

    `arguments` are always given, `wished` where the version has the flag; `streaming` where its help names
    the format. `environ` are names that are passed on, `settings` what is set besides. `unrecorded` is the flag
    by which it keeps no record of its own, "" where there is none.
    """

    name: KindName
    command: str
    vendor: str
    install: str
    sign_in: str
    needed: tuple[str, ...]
    arguments: tuple[str, ...]
    wished: tuple[tuple[str, ...], ...]
    streaming: tuple[tuple[str, ...], ...]
    environ: frozenset[str]
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    policy: str = ""
    overruled_by: Path | None = None  # a folder whose .toml files make the command ignore our policy
    unrecorded: str = ""
    reads_at_paths: bool = False  # "@path" in a prompt makes it read that file

    def call(self, help_text: str, model: str, policy_path: str) -> list[str]:
        """The arguments for a version with this help text. The prompt is not among them: others could read it."""
        made = [argument.replace("{policy}", policy_path) for argument in self.arguments]
        for group in (*self.wished, *(self.streaming if self.can_stream(help_text) else ())):
            if has_flag(help_text, group[0]):
                made += group
        return [*made, "--model", model] if model else made

    def can_stream(self, help_text: str) -> bool:
        """Whether a version gives its answer piece by piece."""
        return "stream-json" in help_text and has_flag(help_text, "--output-format")


def has_flag(help_text: str, flag: str) -> bool:
    """Whether a help text lists a flag."""
    return re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", help_text) is not None


KINDS: Mapping[KindName, Kind] = {
    "claude-cli": Kind(
        name="claude-cli",
        command="claude",
        vendor="Claude Code",
        install="Install Claude Code (https://code.claude.com/docs/en/setup), then run `claude` once and sign in.",
        sign_in="Run `claude` in a terminal, sign in with /login, then try again.",
        # --tools alone leaves the tools of the person's own MCP servers.
        needed=("--print", "--tools", "--strict-mcp-config"),
        arguments=("--print", "--tools", "", "--strict-mcp-config"),
        wished=(
            ("--system-prompt", _ROLE),
            ("--setting-sources", ""),  # neither the person's hooks nor a project's
            ("--disable-slash-commands",),
            ("--no-session-persistence",),
        ),
        unrecorded="--no-session-persistence",
        streaming=(("--output-format", "stream-json"), ("--verbose",), ("--include-partial-messages",)),
        environ=_SHARED | _CLAUDE,
        settings={"CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1", "NO_COLOR": "1"},
    ),
    "gemini-cli": Kind(
        name="gemini-cli",
        command="gemini",
        vendor="Gemini CLI",
        install="Install Gemini CLI (https://geminicli.com/docs/get-started), then run `gemini` once and sign in.",
        sign_in="Run `gemini` in a terminal and sign in, or set GEMINI_API_KEY, then try again.",
        needed=("--admin-policy",),
        arguments=("--admin-policy", "{policy}"),
        wished=(("--allowed-mcp-server-names", "none"), ("--extensions", "none")),
        streaming=(("--output-format", "stream-json"),),
        environ=_SHARED | _GEMINI,
        # Its working folder is ours and empty: trusting it loads nothing.
        settings={"GEMINI_CLI_TRUST_WORKSPACE": "true", "NO_COLOR": "1"},
        policy=_NO_TOOLS_POLICY,
        overruled_by=_SYSTEM_POLICIES.get(sys.platform, Path("/etc/gemini-cli/policies")),
        reads_at_paths=True,
    ),
}
