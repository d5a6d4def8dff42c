"""The commands and their arguments: what `inara --help` shows."""

from __future__ import annotations

import argparse

__all__ = ["parser"]

EXAMPLES = """examples:
  inara                                   open the window (or the terminal chat, with no display)
  inara ask "What is in my notes?"        one task; the answer on standard output
  cat log.txt | inara ask -               the task from a pipe
  inara ask --json --new "Hello"          one event a line, for programs
  inara jobs list                         what ran, what waits for you
  inara jobs confirm JOB                  allow what a job asks for, and let it go on
  inara sessions search invoice           conversations in which a word occurs
  inara models discover                   model servers on this machine
  inara secrets set openai                keep a key in the system keyring (asks for it)
  inara doctor                            what works, what does not, and what to do

exit status: 0 done, 1 failed, 2 usage, 3 waiting for a confirmation, 130 cancelled
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="inara",
        description="A private assistant on your own machine and models.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and end")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _ask(commands.add_parser("ask", help="give one task and print the answer"))
    _jobs(commands.add_parser("jobs", help="the durable jobs: list, show, follow, confirm, deny, cancel, resume"))
    _sessions(commands.add_parser("sessions", help="conversations: list, show, search, export, import, delete"))
    _models(commands.add_parser("models", help="models: list, discover, test"))
    _secrets(commands.add_parser("secrets", help="keys in the system keyring: list, set, delete"))
    doctor = commands.add_parser("doctor", help="what works, what does not, and what to do about it")
    doctor.add_argument("--json", action="store_true", help="one finding a line as JSON")
    chat = commands.add_parser("chat", help="talk in the terminal")
    chat.add_argument("--model", default="", metavar="ID", help="the model to use")
    return top


def _ask(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="+", metavar="TEXT", help="the task; - reads it from standard input")
    command.add_argument("--json", action="store_true", help="print events as JSON, one a line")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--session", default="", metavar="ID", help="go on in this conversation")
    where.add_argument("--new", action="store_true", help="start a new conversation (the default)")
    command.add_argument("--model", default="", metavar="ID", help="a model of config.toml")
    command.add_argument("--mode", choices=("agent", "chat"), default="agent", help="with tools (agent) or without")
    command.add_argument(
        "--approve-all-below",
        type=int,
        default=0,
        choices=range(4),
        metavar="RISK",
        help="allow calls whose risk is below this (1 to 3) without asking",
    )


def _jobs(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="list|show|follow|confirm|deny|cancel|resume")
    listing = verbs.add_parser("list", help="jobs, the most recent first")
    listing.add_argument("--limit", type=int, default=20, metavar="N")
    listing.add_argument("--json", action="store_true")
    for name, text in (
        ("show", "one job: its status, answer and calls"),
        ("follow", "its events, live"),
        ("confirm", "allow what it asks for and run it to its end or its next question"),
        ("deny", "refuse what it asks for and let it go on without"),
        ("cancel", "stop it; what it had said stays"),
        ("resume", "go on with an interrupted or failed job"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("job", metavar="ID")
        verb.add_argument("--json", action="store_true")
        if name == "deny":
            verb.add_argument("--reason", default="", help="told to the model")
        if name == "resume":
            verb.add_argument("--retry", action="store_true", help="ask again instead of going on where it stopped")


def _sessions(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="list|show|search|export|import|delete")
    listing = verbs.add_parser("list", help="conversations, the last used first")
    listing.add_argument("--json", action="store_true")
    search = verbs.add_parser("search", help="conversations in which the words occur")
    search.add_argument("text", nargs="+")
    search.add_argument("--json", action="store_true")
    for name, text in (("show", "print a conversation"), ("delete", "remove it and its text for good")):
        verbs.add_parser(name, help=text).add_argument("session", metavar="ID")
    export = verbs.add_parser("export", help="write a conversation to standard output")
    export.add_argument("session", metavar="ID")
    export.add_argument("--format", choices=("json", "md"), default="json")
    verbs.add_parser("import", help="read an exported conversation").add_argument("file", metavar="FILE")


def _models(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="list|discover|test")
    for name, text in (("list", "the models of config.toml"), ("discover", "model servers on this machine")):
        verbs.add_parser(name, help=text).add_argument("--json", action="store_true")
    test = verbs.add_parser("test", help="whether a model can be used")
    test.add_argument("model", metavar="ID")


def _secrets(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="list|set|delete")
    verbs.add_parser("list", help="the names of the kept keys")
    for name, text in (("set", "keep a key; its value is read from standard input or asked for"), ("delete", "forget")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME")
