"""How Inara itself is: what works, what it cost, what it stores, and whom it serves."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, count, port, verbs_of
from inara_engine.cli.completion import EXAMPLES as COMPLETION
from inara_engine.cli.completion import SHELLS

__all__ = ["add"]

DOCTOR = """examples:
  inara doctor                            each finding with what to do; 0 where all is well
  inara doctor --json
  inara doctor --connections              who was spoken to since Inara was started: hosts and counts, no words
  inara doctor --web-search               whether the search service answers: one search, for a harmless word
"""

USAGE = """examples:
  inara usage                             the last 30 days
  inara usage --days 365 --csv > year.csv

Costs are counted for models that have a price in config.toml: price = { input = 3.0, output = 15.0 }.
What is off the record is not counted.
"""

STORAGE = """examples:
  inara storage                           what takes how much, and the backups
  inara storage backup
  inara storage restore inara-20261128-103000     at the next start; what is there now becomes a backup
  inara storage keep                      after all not
  inara storage delete inara-20261128-103000

A backup holds the conversations, the settings and the personas; keys stay in the keyring.
"""

SERVE = """examples:
  inara serve                             on the port of config.toml (8765)
  inara serve --port 0 --print-token      on a free port; the token on standard output

  curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
       -d '{"task": "What is in my notes?"}' http://127.0.0.1:8765/orchestrate

Only this machine is served, and only who shows the token. /openapi.json describes every call;
OpenAI's clients take http://127.0.0.1:8765/v1 as their base URL. Ctrl+C ends it.
"""


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _doctor(commands)
    _usage(commands)
    _storage(commands)
    _serve(commands)
    _completion(commands)


def _doctor(commands: Commands) -> None:
    command = commands.add_parser("doctor", help="what works, what does not, and what to do about it", epilog=DOCTOR)
    instead = command.add_mutually_exclusive_group()
    instead.add_argument("--connections", action="store_true", help="who was spoken to since Inara was started")
    instead.add_argument("--web-search", action="store_true", help="search for a word with the service that is set up")
    command.add_argument("--json", action="store_true", help="print each finding as a line of JSON")


def _usage(commands: Commands) -> None:
    command = commands.add_parser("usage", help="tokens, cost and speed, by day and model", epilog=USAGE)
    command.add_argument("--days", type=count, default=30, metavar="N", help="the last so many days (30)")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, one value a line")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")


def _storage(commands: Commands) -> None:
    command = commands.add_parser(
        "storage", help="how much room it takes; backups, and putting one back", epilog=STORAGE
    )
    verbs = verbs_of(command, usual="show")
    as_json(verbs.add_parser("show", help="what takes how much, and the backups"))
    verbs.add_parser("backup", help="copy database, settings, templates and personas; prints the backup's name")
    verbs.add_parser("keep", help="put nothing back at the next start after all")
    for name, text in (
        ("restore", "put a backup back when Inara starts the next time"),
        ("delete", "remove a backup for good"),
    ):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME", help="as `inara storage` prints it")


def _serve(commands: Commands) -> None:
    command = commands.add_parser("serve", help="let other programs give tasks, over HTTP", epilog=SERVE)
    command.add_argument("--port", type=port, metavar="N", help="listen there instead; 0 takes a free one")
    command.add_argument("--print-token", action="store_true", help="print the token that programs must show")


def _completion(commands: Commands) -> None:
    command = commands.add_parser("completion", help="what your shell needs to complete commands", epilog=COMPLETION)
    command.add_argument("shell", choices=SHELLS, help="which shell")
