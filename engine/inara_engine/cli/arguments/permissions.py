"""What tools may do, and what they did."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, count, verbs_of

__all__ = ["add"]

TOOLS = """examples:
  inara tools                             all, with their risk: 0 computes, 1 reads, 2 can be undone, 3 can't
  inara tools disable run_command         never offer it: its name goes into the blacklist under [policy]
  inara tools enable run_command
"""

PLUGINS = """examples:
  inara plugins                           those installed; off until you name them
  inara plugins enable words              its code runs inside Inara, with all rights of the program
  inara plugins disable words             its tools are offered no longer

A plugin is a Python package with an entry point in the group inara.tools. None of its code runs while it is off;
each call of its tools asks.
"""

RULES = """examples:
  inara rules                             those made from questions, then those of config.toml
  inara rules delete ID                   what it allowed asks again, at once

A rule is made where a question is answered: "always", in the window or the terminal. Rules of
config.toml are changed there. None lets pass what the settings refuse, or what text of strangers
may have asked for.
"""

ACTIVITY = """examples:
  inara activity                          the newest first
  inara activity garden                   where the word occurs: in what was done, the tool, the conversation
  inara activity --by rule                what ran because a rule allows it
  inara activity --outcome declined       what you refused
  inara activity --decisions              each question, answer, refusal and approval, with who made it
  inara activity --verify                 is the log of decisions as it was written?

Each question, answer, refusal and start is a row of that log, chained to the one before it: a row that was
changed, moved or taken out is noticed. Who writes the whole log anew is not, unless you noted the digest of its
last row and ask for it: inara activity --verify DIGEST
"""


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _tools(commands)
    _plugins(commands)
    _rules(commands)
    _activity(commands)


def _tools(commands: Commands) -> None:
    command = commands.add_parser("tools", help="what models may use: each with its risk, on or off", epilog=TOOLS)
    verbs = verbs_of(command)
    as_json(verbs.add_parser("list", help="all of them"))
    for name, text in (("enable", "offer one to models"), ("disable", "never offer one")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME", help="as `inara tools` prints it")


def _plugins(commands: Commands) -> None:
    command = commands.add_parser(
        "plugins", help="packages with tools: which are installed, which are on", epilog=PLUGINS
    )
    verbs = verbs_of(command)
    as_json(verbs.add_parser("list", help="all of them, with what each brought"))
    for name, text in (("enable", "run its code and offer its tools"), ("disable", "offer its tools no longer")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME", help="as `inara plugins` prints it")


def _rules(commands: Commands) -> None:
    command = commands.add_parser("rules", help="what runs without asking, and how often it did", epilog=RULES)
    verbs = verbs_of(command)
    as_json(verbs.add_parser("list", help="each with its uses"))
    delete = verbs.add_parser("delete", help="forget one that was made from a question")
    delete.add_argument("rule", metavar="ID", help="as `inara rules list` prints it")


def _activity(commands: Commands) -> None:
    command = commands.add_parser("activity", help="what tools did, and who allowed it", epilog=ACTIVITY)
    command.add_argument("text", nargs="*", metavar="WORD", help="only where this occurs")
    command.add_argument("--by", default="", metavar="WHO", help="allowed by: person, rule, reads or risk")
    command.add_argument("--outcome", default="", metavar="WORD", help="ok, failed, declined, denied, expired, …")
    command.add_argument("--limit", type=count, default=50, metavar="N", help="at most so many (50)")
    log = command.add_mutually_exclusive_group()
    log.add_argument("--decisions", action="store_true", help="list the log of decisions instead: who, when, what")
    log.add_argument("--verify", nargs="?", const="", metavar="DIGEST", help="check the log of decisions instead")
    as_json(command)
