"""Giving tasks, and the jobs that come of them."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, count, verbs_of, whole

__all__ = ["add"]

ASK = """examples:
  inara ask "What is in my notes?"
  git diff | inara ask -                          the task from a pipe
  inara ask --session ID "And in German?"         go on in a conversation
  inara ask --session ID --after JOB "In verse"   ask again from there: a branch
  inara ask --off-record "Between us"             in memory only, forgotten at the end
  inara ask --mode chat --model local "Hello"     without tools, from a model of config.toml
  inara ask --approve-all-below 3 "Tidy notes"    ask only for what changes much (risk 3)

A question is asked here where a person sits at the terminal. Elsewhere the job waits (exit
status 3) and its id is printed; `inara jobs confirm ID` goes on with it.
"""

CHAT = """examples:
  inara chat                              /help shows what can be typed
  inara chat --model local --persona inara
"""

JOBS = """examples:
  inara jobs                              the most recent ones
  inara jobs show ID                      the answer, the calls, what it waits for
  inara jobs deny ID --reason "not there" refuse; the model is told why
  inara jobs resume ID                    go on where it was cut off
  inara jobs undo ID                      the files as they were before it
  inara jobs undo ID --call CALL          only what one call did
  inara jobs list --origin schedule       what ran by itself
  inara jobs show ID --trace              every event of it, with times, decisions and who allowed
  inara jobs told ID --round 1            the first request to the model, word for word

confirm, deny and resume run the job to its end (0) or to its next question (3).
"""

ORIGINS = ("window", "terminal", "http", "schedule", "hook", "import")


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _ask(commands)
    _chat(commands)
    _jobs(commands)


def _ask(commands: Commands) -> None:
    command = commands.add_parser("ask", help="give one task and print the answer", epilog=ASK)
    command.add_argument("text", nargs="*", metavar="TEXT", help="the task; - or a pipe reads it from standard input")
    as_json(command, "print events as JSON, one a line")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--session", default="", metavar="ID", help="go on in this conversation")
    where.add_argument("--new", action="store_true", help="start a new conversation (the default)")
    command.add_argument("--model", default="", metavar="ID", help="a model of config.toml")
    command.add_argument("--persona", default="", metavar="NAME", help="who answers")
    command.add_argument("--profile", default="", metavar="NAME", help="whose rules hold (the default profile's)")
    command.add_argument(
        "--tier", type=whole, choices=range(4), metavar="N", help="how much of persona and memory (0-3)"
    )
    command.add_argument("--local", action="store_true", help="ask only models on this machine, also further on")
    command.add_argument("--off-record", action="store_true", help="keep it in memory only; nothing of it on a disk")
    command.add_argument(
        "--after", metavar="JOB", help="branch off: as if JOB of the conversation had been the last one"
    )
    command.add_argument("--no-final", action="store_true", help="print what was found, without a model to word it")
    command.add_argument("--mode", choices=("agent", "chat"), default="agent", help="with tools (agent) or without")
    command.add_argument(
        "--approve-all-below",
        type=whole,
        default=0,
        choices=range(4),
        metavar="RISK",
        help="allow calls whose risk is below this (1 to 3) without asking",
    )


def _chat(commands: Commands) -> None:
    command = commands.add_parser("chat", help="talk in the terminal", epilog=CHAT)
    command.add_argument("--model", default="", metavar="ID", help="the model to use")
    command.add_argument("--persona", default="", metavar="NAME", help="who answers")


def _jobs(commands: Commands) -> None:
    command = commands.add_parser("jobs", help="the durable jobs: what ran, what waits for you", epilog=JOBS)
    verbs = verbs_of(command, limit=20, origin="")
    listing = verbs.add_parser("list", help="the most recent ones first")
    listing.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many (20)")
    listing.add_argument("--origin", choices=ORIGINS, default="", help="only those that were given so")
    as_json(listing)
    for name, text in (
        ("show", "one job: its status, answer and calls"),
        ("told", "what the model was told: system prompt, tools and messages, word for word"),
        ("follow", "what it does, live"),
        ("confirm", "allow what it asks for and run it to its end or its next question"),
        ("deny", "refuse what it asks for and let it go on without"),
        ("stop", "stop the answer; a tool at work comes to its end, and `resume` goes on"),
        ("cancel", "stop it at once; what it had said stays"),
        ("resume", "go on with a job that was interrupted, failed or was stopped"),
        ("undo", "take back what it did to files, as far as nobody changed them since"),
    ):
        verb = verbs.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        verb.add_argument("job", metavar="ID", help="as `inara jobs list` prints it")
        if name not in {"stop", "cancel", "undo"}:
            as_json(verb)
        if name == "show":
            verb.add_argument("--trace", action="store_true", help="every event, with times, decisions and who allowed")
        if name == "told":
            verb.add_argument("--round", type=count, default=0, metavar="N", help="in this round (the last one)")
        if name == "undo":
            verb.add_argument("--call", default="", metavar="CALL", help="only what this call did")
        if name == "deny":
            verb.add_argument("--reason", default="", metavar="TEXT", help="told to the model")
        if name == "resume":
            verb.add_argument("--retry", action="store_true", help="ask again instead of going on where it stopped")
