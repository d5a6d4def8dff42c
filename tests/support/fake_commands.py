"""Small programs that stand for the vendors' commands: `claude` and `gemini` can't be had in a test.

    fake = FakeCommand(tmp_path, "claude", CLAUDE_HELP, claude_lines("Hel", "lo"))
    provider = CommandLine("claude-cli", environ=fake.environ)
    ...
    assert fake.arguments == [...]

What they print follows the vendors' pages (command_line_kinds.py names them). Each run but `--help` leaves
its arguments, environment, folder and standard input behind.
"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

__all__ = ["CLAUDE_HELP", "GEMINI_HELP", "FakeCommand", "claude_lines", "gemini_lines"]

CLAUDE_HELP = """Usage: claude [options] [command] [prompt]

Options:
  --allowedTools, --allowed-tools <tools...>  Comma or space-separated list of tool names to allow
  --disable-slash-commands          Disable all skills
  --include-partial-messages        Include partial message chunks as they arrive
  --model <model>                   Model for the current session
  --no-session-persistence          Disable session persistence (only works with --print)
  --output-format <format>          Output format: "text", "json", or "stream-json"
  -p, --print                       Print response and exit
  --setting-sources <sources>       Comma-separated list of setting sources to load
  --strict-mcp-config               Only use MCP servers from --mcp-config
  --system-prompt <prompt>          System prompt to use for the session
  --tools <tools...>                Specify the list of available tools. Use "" to disable all tools
  --verbose                         Override verbose mode setting from config
"""
GEMINI_HELP = """Usage: gemini [options] [command]

Options:
  -m, --model                     Model                                                    [string]
      --admin-policy              Additional admin policy files or directories to load      [array]
      --allowed-mcp-server-names  Allowed MCP server names                                  [array]
  -e, --extensions                A list of extensions to use                               [array]
  -o, --output-format             The format of the CLI output.
                                               [choices: "text", "json", "stream-json"]
"""


class FakeCommand:
    """A command in a folder of its own. `script` is Python run after standard input was read; `out(x)` prints."""

    def __init__(self, folder: Path, name: str, help_text: str, script: str = "", **environ: str) -> None:
        self._notes = folder / "notes.json"
        (folder / "bin").mkdir()
        program = folder / "bin" / name
        program.write_text(
            f"#!{sys.executable} -S\n"
            + textwrap.dedent(f"""
            import json, os, sys, time
            if "--help" in sys.argv:
                sys.stdout.write({help_text!r})
                sys.exit(0)
            if "--version" in sys.argv:
                sys.stdout.write("2.1.90 (fake)")
                sys.exit(0)
            def out(value):
                sys.stdout.write(value if isinstance(value, str) else json.dumps(value) + "\\n")
                sys.stdout.flush()
            files = {{name: open(name).read() for name in sys.argv if name.endswith(".toml")}}
            notes = {{"arguments": sys.argv[1:], "environ": dict(os.environ), "folder": os.getcwd(), "inside": os.listdir(),
                     "pid": os.getpid(), "input": sys.stdin.read(), "files": files}}
            with open({str(self._notes)!r}, "w") as file:
                json.dump(notes, file)
            """)
            + textwrap.dedent(script)
        )
        program.chmod(0o755)
        self.environ = {"PATH": str(folder / "bin"), "HOME": str(folder), **environ}

    @property
    def notes(self) -> dict[str, Any]:
        """What the run was given."""
        return json.loads(self._notes.read_text())

    @property
    def arguments(self) -> list[str]:
        return self.notes["arguments"]


def claude_lines(*pieces: str, thinking: str = "", tools: tuple[str, ...] = ()) -> str:
    """A script that writes an answer as Claude Code streams it."""
    lines: list[dict[str, Any]] = [{"type": "system", "subtype": "init", "tools": list(tools), "model": "claude-x"}]
    deltas = [{"type": "thinking_delta", "thinking": thinking}] if thinking else []
    deltas += [{"type": "text_delta", "text": piece} for piece in pieces]
    lines.append({"type": "stream_event", "event": {"type": "message_start", "message": {}}})
    lines += [{"type": "stream_event", "event": {"type": "content_block_delta", "delta": delta}} for delta in deltas]
    whole = "".join(pieces)
    lines.append({"type": "assistant", "message": {"model": "claude-x", "content": [{"type": "text", "text": whole}]}})
    usage = {"input_tokens": 10, "cache_read_input_tokens": 5, "output_tokens": 3}
    lines.append({"type": "result", "subtype": "success", "is_error": False, "result": whole, "usage": usage})
    return "".join(f"out({line!r})\n" for line in lines)


def gemini_lines(*pieces: str) -> str:
    """A script that writes an answer as Gemini CLI streams it, behind a banner."""
    lines: list[Any] = ["Loaded cached credentials.\n", {"type": "init", "session_id": "s", "model": "gemini-x"}]
    lines.append({"type": "message", "role": "user", "content": "the question"})
    lines += [{"type": "message", "role": "assistant", "content": piece, "delta": True} for piece in pieces]
    stats = {"total_tokens": 18, "input_tokens": 15, "output_tokens": 3, "cached": 5}
    lines.append({"type": "result", "status": "success", "stats": stats})
    return "".join(f"out({line!r})\n" for line in lines)
