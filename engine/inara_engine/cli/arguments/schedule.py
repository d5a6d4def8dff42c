"""Tasks at set times."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, verbs_of, whole

__all__ = ["add"]

EXAMPLES = """examples:
  inara schedule                          what runs when, and what came of it
  inara schedule add morning "0 7 * * 1-5" "Summarise my notes from yesterday"
  inara schedule add tidy @weekly --distill       fold the memory; the result waits for you
  inara schedule run morning              now, whatever its times; prints the answer
  inara schedule show morning             its last runs
  inara schedule disable morning          keep it in config.toml, but don't start it

Tasks are started while the window or `inara serve` is open. Times that passed meanwhile are told, not made up
for. What needs your consent waits for you: `inara jobs list --origin schedule`.
A cron line is minute, hour, day, month, weekday; or @hourly, @daily, @weekly, @monthly, @yearly.
"""


def add(commands: Commands) -> None:
    """Declare the command and its verbs."""
    command = commands.add_parser("schedule", help="tasks at set times", epilog=EXAMPLES)
    verbs = verbs_of(command)
    listing = verbs.add_parser("list", help="all, with the next and the last run")
    add = verbs.add_parser("add", help="write one into config.toml", epilog=EXAMPLES)
    add.add_argument("name", metavar="NAME", help="a name of its own")
    add.add_argument("cron", metavar="CRON", help='when, for example "0 7 * * 1-5" or @daily')
    add.add_argument("task", nargs="*", metavar="TASK", help="what Inara is asked to do")
    add.add_argument("--distill", action="store_true", help="instead of a task: fold the memory")
    add.add_argument("--persona", default=None, metavar="NAME", help="who answers")
    add.add_argument("--profile", default=None, metavar="NAME", help="whose rules hold")
    add.add_argument("--tier", type=whole, choices=range(4), default=None, metavar="N", help="persona and memory (0-3)")
    add.add_argument("--mode", choices=("agent", "chat"), default=None, help="with tools (agent) or without")
    add.add_argument("--local", action="store_true", help="ask no model elsewhere")
    add.add_argument("--no-final", action="store_true", help="keep what was found, without a model to word it")
    with_json = [listing, add]
    for name, text in (
        ("run", "run one now, to its end or to its next question"),
        ("show", "the last runs of one"),
        ("enable", "start it at its times again"),
        ("disable", "keep it, but don't start it"),
        ("remove", "take it out of config.toml; what it did stays"),
    ):
        verb = verbs.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        verb.add_argument("name", metavar="NAME", help="as `inara schedule` prints it")
        if name in {"run", "show"}:
            with_json.append(verb)
    for verb in with_json:
        verb.add_argument("--json", action="store_true", help="print JSON, one value a line")
