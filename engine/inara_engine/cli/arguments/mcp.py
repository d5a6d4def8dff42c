"""Servers that offer tools over MCP."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, port, verbs_of

__all__ = ["add"]

EXAMPLES = """examples:
  inara mcp                               the servers of config.toml, and what waits for your approval
  inara mcp import claude_desktop_config.json     as Claude Desktop, Cursor and VS Code write them
  inara mcp test files                    start it and ask what it has
  inara mcp restart files                 end it, and start it anew
  inara mcp tools files                   its tools, and which of them models are offered
  inara mcp approve files                 look at them, then offer them
  inara mcp call files list_directory '{"path": "/tmp"}'
  inara mcp forget files                  take the approval back
  inara mcp sign-in notes                 where a server wants it: in your browser
  inara mcp client notes abc123 --secret  sign in as this client, which you registered there; asks for its secret
  inara mcp sign-out notes                forget that here
  inara mcp disable files                 keep it, but don't use it; inara mcp enable files
  inara mcp remove files                  take it out of config.toml

A tool is offered once you approved its definition, word for word; a change asks again. Each call of a tool
that you have not rated asks too: `risk` and `capabilities` in [mcp.servers.NAME] or its tools.
A server is a program that may do what you may do: only turn on what you trust.
"""


def add(commands: Commands) -> None:
    """Declare the command and its verbs."""
    command = commands.add_parser("mcp", help="servers that offer tools (MCP)", epilog=EXAMPLES)
    verbs = verbs_of(command)
    made = {"list": verbs.add_parser("list", help="all, as they are; starts none")}
    for name, text in (
        ("test", "start one, and ask what it has"),
        ("restart", "end one, and start it anew"),
        ("tools", "what it has, and what of it models are offered"),
        ("call", "call a tool yourself"),
        ("approve", "offer its tools to models"),
        ("forget", "take an approval back"),
        ("sign-in", "sign in to one that wants it, in your browser"),
        ("sign-out", "forget a sign-in here"),
        ("client", "sign in as a client that you registered there by hand"),
        ("enable", "turn it on"),
        ("disable", "keep it in config.toml, but don't use it"),
        ("remove", "take it out of config.toml"),
    ):
        made[name] = verbs.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", epilog=EXAMPLES)
        made[name].add_argument("name", metavar="NAME", help="as [mcp.servers.NAME] calls it")
    made["import"] = verbs.add_parser("import", help="add the servers of an mcpServers JSON", epilog=EXAMPLES)
    made["import"].add_argument("file", metavar="FILE", help="claude_desktop_config.json, .vscode/mcp.json, …")
    made["call"].add_argument("tool", metavar="TOOL", help="as the server calls it")
    made["call"].add_argument("arguments", metavar="JSON", nargs="?", default="{}", help="an object")
    for name in ("approve", "forget"):
        made[name].add_argument("tools", metavar="TOOL", nargs="*", help="some of them; otherwise all")
    made["approve"].add_argument("--yes", action="store_true", help="without asking")
    made["client"].add_argument(
        "client_id", metavar="CLIENT-ID", nargs="?", default="", help="absent: as none any more"
    )
    made["client"].add_argument("--secret", action="store_true", help="it has one: from standard input or a prompt")
    made["client"].add_argument("--redirect-port", type=port, metavar="PORT", help="of http://127.0.0.1:PORT/callback")
    made["sign-in"].add_argument("--no-browser", action="store_true", help="only print the address to open")
    for verb in made.values():
        verb.add_argument("--json", action="store_true", help="print JSON, one value a line")
