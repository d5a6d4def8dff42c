"""The commands and their arguments: what `inara --help` shows."""

from __future__ import annotations

import argparse
from typing import Any

from inara_engine.cli import mcp_parser, queue_parser, schedule_parser, templates_parser
from inara_engine.cli.completion import EXAMPLES as COMPLETION
from inara_engine.cli.completion import SHELLS
from inara_engine.cli.examples import complete_verbs

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
  inara schedule                          tasks at set times: what runs when, what came of it
  inara chat                              talk here in the terminal
  inara completion bash                   what your shell needs to complete all this
  inara serve --print-token               let other programs give tasks, over HTTP on this machine
  inara doctor                            what works, what does not, and what to do

exit status: 0 done, 1 failed, 2 usage, 3 waiting for a confirmation, 130 cancelled
INARA_HOME=DIR puts everything Inara reads and writes under DIR.
"""

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

SESSIONS = """examples:
  inara sessions search invoice
  inara sessions export ID > talk.json    whole, for another Inara
  inara sessions export --format md ID    to read or print
  inara sessions import talk.json         prints the new conversation's id
  inara sessions move ID --folder Work    a folder is there as soon as one lies in it
  inara sessions list --folder Work --json
  inara sessions trash ID                 `restore ID` takes it back, `delete ID` is for good
"""

MODELS = """examples:
  inara models                            those of config.toml; * is the one that answers
  inara models discover                   servers that run on this machine
  inara models test local                 whether it can be used, and what to do if not
  inara models test local --ask           and whether it answers a word
  inara models pull qwen3:8b              let Ollama get it; Ctrl+C stops, and the next pull goes on from there
"""

SECRETS = """examples:
  inara secrets set openai                asks for the key, which is not shown
  pass show openai | inara secrets set openai
  inara secrets state                     whether each key that config.toml names is there

In config.toml, api_key = "keyring:openai" uses it. A key is never an argument: others could see it.
"""


STORAGE = """examples:
  inara storage                           what takes how much, and the backups
  inara storage backup
  inara storage restore inara-20261128-103000     at the next start; what is there now becomes a backup
  inara storage keep                      after all not
  inara storage delete inara-20261128-103000

A backup holds the conversations, the settings and the personas; keys stay in the keyring.
"""


TOOLS = """examples:
  inara tools                             all, with their risk: 0 computes, 1 reads, 2 can be undone, 3 can't
  inara tools disable run_command         never offer it: its name goes into the blacklist under [policy]
  inara tools enable run_command
"""


PERSONAS = """examples:
  inara personas                          their names; * is the one that answers
  inara personas files                    its files, and how many tokens each takes
  inara personas prompt --tier 3          what of it a model is told
  inara personas new butler
  inara personas write identity.md --persona butler < butler.md
"""


SERVE = """examples:
  inara serve                             on the port of config.toml (8765)
  inara serve --port 0 --print-token      on a free port; the token on standard output

  curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
       -d '{"task": "What is in my notes?"}' http://127.0.0.1:8765/orchestrate

Only this machine is served, and only who shows the token. /openapi.json describes every call;
OpenAI's clients take http://127.0.0.1:8765/v1 as their base URL. Ctrl+C ends it.
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
"""

MEMORY = """examples:
  inara memory                            the notes that go along with a task
  inara memory distill                    shows what would change; yes keeps it
  inara memory distill --model local      with this model

Without a person at the terminal the proposal waits (exit status 3).
"""

DOCTOR = """examples:
  inara doctor                            each finding with what to do; 0 where all is well
  inara doctor --json
  inara doctor --connections              who was spoken to since Inara was started: hosts and counts, no words
"""

CHAT = """examples:
  inara chat                              /help shows what can be typed
  inara chat --model local --persona inara
"""

ORIGINS = ("window", "terminal", "http", "schedule", "hook", "import")


USAGE = """examples:
  inara usage                             the last 30 days
  inara usage --days 365 --csv > year.csv

Costs are counted for models that have a price in config.toml: price = { input = 3.0, output = 15.0 }.
What is off the record is not counted.
"""


QUICK = """examples:
  inara quick                             what a desktop's own shortcut binds to
  inara quick "Translate: Fernweh"        with this in it, ready to be sent

The running app shows it; otherwise the app is started.
"""

OPEN = """examples:
  inara open talk.inara.json              add an exported conversation
  inara open "inara://quick?text=Hello"   what a link in another program does
  inara open inara://off-record           a new conversation off the record, in the window

Nothing is ever sent by opening it.
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="inara", description="A private assistant on your own machine and models.", epilog=EXAMPLES)
    top.add_argument("--version", action="store_true", help="print the version and end")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _ask(commands.add_parser("ask", help="give one task and print the answer", epilog=ASK))
    _jobs(commands.add_parser("jobs", help="the durable jobs: what ran, what waits for you", epilog=JOBS))
    _sessions(commands.add_parser("sessions", help="conversations: find, read, export, import", epilog=SESSIONS))
    _models(commands.add_parser("models", help="models and the servers they run on", epilog=MODELS))
    _secrets(commands.add_parser("secrets", help="keys in the system keyring", epilog=SECRETS))
    _rules(commands.add_parser("rules", help="what runs without asking, and how often it did", epilog=RULES))
    _activity(commands.add_parser("activity", help="what tools did, and who allowed it", epilog=ACTIVITY))
    _memory(commands.add_parser("memory", help="what is remembered: read it, fold it", epilog=MEMORY))
    _personas(
        commands.add_parser("personas", help="who answers: their files, and what goes into a prompt", epilog=PERSONAS)
    )
    _tools(commands.add_parser("tools", help="what models may use: each with its risk, on or off", epilog=TOOLS))
    _storage(
        commands.add_parser("storage", help="how much room it takes; backups, and putting one back", epilog=STORAGE)
    )
    schedule = commands.add_parser("schedule", help="tasks at set times", epilog=schedule_parser.EXAMPLES)
    schedule_parser.schedule(schedule)
    waiting = commands.add_parser("queue", help="prompts that wait for their turn", epilog=queue_parser.EXAMPLES)
    queue_parser.queue(waiting)
    ready = commands.add_parser(
        "templates", help="texts with blanks, ready to be sent", epilog=templates_parser.EXAMPLES
    )
    templates_parser.templates(ready)
    mcp_parser.mcp(commands.add_parser("mcp", help="servers that offer tools (MCP)", epilog=mcp_parser.EXAMPLES))
    _usage(commands.add_parser("usage", help="tokens, cost and speed, by day and model", epilog=USAGE))
    _serve(commands.add_parser("serve", help="let other programs give tasks, over HTTP", epilog=SERVE))
    _at_the_window(commands)
    doctor = commands.add_parser("doctor", help="what works, what does not, and what to do about it", epilog=DOCTOR)
    doctor.add_argument("--connections", action="store_true", help="who was spoken to since Inara was started")
    doctor.add_argument("--json", action="store_true", help="print each finding as a line of JSON")
    chat = commands.add_parser("chat", help="talk in the terminal", epilog=CHAT)
    chat.add_argument("--model", default="", metavar="ID", help="the model to use")
    chat.add_argument("--persona", default="", metavar="NAME", help="who answers")
    completion = commands.add_parser("completion", help="what your shell needs to complete commands", epilog=COMPLETION)
    completion.add_argument("shell", choices=SHELLS, help="which shell")
    complete_verbs(top)
    return top


def _at_the_window(commands: Any) -> None:
    """What `desktop.__main__` takes before this parser sees it; here for `--help` and completion."""
    quick = commands.add_parser("quick", help="open the quick prompt; bind this to keys", epilog=QUICK)
    quick.add_argument("text", nargs="*", metavar="TEXT", help="put into it, not sent")
    opening = commands.add_parser("open", help="open a link inara:… or an exported conversation", epilog=OPEN)
    opening.add_argument(
        "target", metavar="TARGET", help="inara://quick?text=…, inara://session/ID, inara://off-record, or a file"
    )


class _Parser(argparse.ArgumentParser):
    """Examples keep their lines."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **options)


def _ask(command: _Parser) -> None:
    command.add_argument("text", nargs="*", metavar="TEXT", help="the task; - or a pipe reads it from standard input")
    _as_json(command, "print events as JSON, one a line")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--session", default="", metavar="ID", help="go on in this conversation")
    where.add_argument("--new", action="store_true", help="start a new conversation (the default)")
    command.add_argument("--model", default="", metavar="ID", help="a model of config.toml")
    command.add_argument("--persona", default="", metavar="NAME", help="who answers")
    command.add_argument("--profile", default="", metavar="NAME", help="whose rules hold (the default profile's)")
    command.add_argument("--tier", type=int, choices=range(4), metavar="N", help="how much of persona and memory (0-3)")
    command.add_argument("--off-record", action="store_true", help="keep it in memory only; nothing of it on a disk")
    command.add_argument(
        "--after", metavar="JOB", help="branch off: as if JOB of the conversation had been the last one"
    )
    command.add_argument("--no-final", action="store_true", help="print what was found, without a model to word it")
    command.add_argument("--mode", choices=("agent", "chat"), default="agent", help="with tools (agent) or without")
    command.add_argument(
        "--approve-all-below",
        type=int,
        default=0,
        choices=range(4),
        metavar="RISK",
        help="allow calls whose risk is below this (1 to 3) without asking",
    )


def _jobs(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(limit=20, origin="", json=False)
    listing = verbs.add_parser("list", help="the most recent ones first")
    listing.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many (20)")
    listing.add_argument("--origin", choices=ORIGINS, default="", help="only those that were given so")
    _as_json(listing)
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
            _as_json(verb)
        if name == "show":
            verb.add_argument("--trace", action="store_true", help="every event, with times, decisions and who allowed")
        if name == "told":
            verb.add_argument("--round", type=_count, default=0, metavar="N", help="in this round (the last one)")
        if name == "undo":
            verb.add_argument("--call", default="", metavar="CALL", help="only what this call did")
        if name == "deny":
            verb.add_argument("--reason", default="", metavar="TEXT", help="told to the model")
        if name == "resume":
            verb.add_argument("--retry", action="store_true", help="ask again instead of going on where it stopped")


def _sessions(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False, limit=0, before="", folder=None, trash=False)
    listing = verbs.add_parser("list", help="the pinned ones, then the last used first")
    listing.add_argument("--limit", type=_count, default=0, metavar="N", help="at most so many (all)")
    listing.add_argument("--before", default="", metavar="ID", help="go on after this one")
    listing.add_argument("--folder", default=None, metavar="NAME", help='those in a folder; "" is those in none')
    listing.add_argument("--trash", action="store_true", help="those in the trash")
    _as_json(listing)
    search = verbs.add_parser("search", help="those in which the words occur")
    search.add_argument("text", nargs="+", metavar="WORD", help="also in:FOLDER, from:me, from:assistant, from:tool")
    _as_json(search)
    export = verbs.add_parser("export", help="write one to standard output")
    export.add_argument("--format", choices=("json", "md"), default="json", help="json reads back; md is to read")
    rename = verbs.add_parser("rename", help="give one another title")
    for verb in (
        verbs.add_parser("show", help="print one"),
        export,
        rename,
        verbs.add_parser("duplicate", help="make a second one like it; prints its id"),
    ):
        verb.add_argument("session", metavar="ID", help="as `inara sessions list` prints it")
    rename.add_argument("title", metavar="TITLE")
    move = verbs.add_parser("move", help="put some into a folder")
    for verb in (
        verbs.add_parser("pin", help="keep some on top of the list"),
        verbs.add_parser("unpin", help="no longer"),
        move,
        verbs.add_parser("trash", help="put some into the trash, for 30 days"),
        verbs.add_parser("restore", help="take some out of the trash"),
        verbs.add_parser("delete", help="remove some for good"),
    ):
        verb.add_argument("sessions", nargs="+", metavar="ID", help="as `inara sessions list` prints it")
    move.add_argument("--folder", required=True, metavar="NAME", help='made where there is none; "" takes out')
    _as_json(verbs.add_parser("folders", help="the folders, with how many lie in each"))
    verbs.add_parser("empty-trash", help="remove for good what lies in the trash; prints how many")
    file = verbs.add_parser("import", help="read a file of conversations; prints their new ids")
    file.add_argument(
        "file", metavar="FILE", help="what `export` wrote, or an export of ChatGPT or Claude; - is standard input"
    )


def _models(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False)
    _as_json(verbs.add_parser("list", help="the models of config.toml"))
    _as_json(verbs.add_parser("discover", help="model servers on this machine"))
    test = verbs.add_parser("test", help="whether a model can be used, and what to do if not")
    test.add_argument("model", metavar="ID", help="as `inara models list` prints it")
    test.add_argument("--ask", action="store_true", help="also ask it for one word: a real request, which may cost")
    pull = verbs.add_parser("pull", help="let Ollama on this machine get a model")
    pull.add_argument("model", metavar="NAME", help="as Ollama's library calls it, e.g. qwen3:8b")
    pull.add_argument("--server", default="", metavar="URL", help="which Ollama, e.g. http://127.0.0.1:11434/v1")
    _as_json(pull, "print how far it is as JSON, one value a line")


def _secrets(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False)
    verbs.add_parser("list", help="the names of the kept keys")
    verbs.add_parser("state", help="where the keys are that config.toml names: kept, missing, from the environment")
    for name, text in (("set", "keep a key: typed, or read from standard input"), ("delete", "forget one")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME")


def _rules(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False)
    _as_json(verbs.add_parser("list", help="each with its uses"))
    delete = verbs.add_parser("delete", help="forget one that was made from a question")
    delete.add_argument("rule", metavar="ID", help="as `inara rules list` prints it")


def _activity(command: _Parser) -> None:
    command.add_argument("text", nargs="*", metavar="WORD", help="only where this occurs")
    command.add_argument("--by", default="", metavar="WHO", help="allowed by: person, rule, reads or risk")
    command.add_argument("--outcome", default="", metavar="WORD", help="ok, failed, declined, denied, expired, …")
    command.add_argument("--limit", type=_count, default=50, metavar="N", help="at most so many (50)")
    _as_json(command)


def _memory(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="show, where none is given")
    command.set_defaults(persona="", json=False)
    for name, text in (
        ("show", "what is remembered, and whether a proposal waits"),
        ("distill", "fold journal and notes with a model; the difference is shown before it is kept"),
        ("keep", "put the proposal that waits into force; the old memory is copied first"),
        ("discard", "forget the proposal that waits"),
    ):
        verb = verbs.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        verb.add_argument("--persona", default="", metavar="NAME", help="whose memory (the default persona's)")
        if name in {"show", "distill"}:
            _as_json(verb)
        if name == "distill":
            verb.add_argument("--model", default="", metavar="ID", help="a model of config.toml")


def _personas(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False)
    _as_json(verbs.add_parser("list", help="their names; * is the one that answers"))
    files = verbs.add_parser("files", help="the files of one, with what each takes of the prompt")
    prompt = verbs.add_parser("prompt", help="what of one goes into the prompt")
    prompt.add_argument("--tier", type=int, choices=range(4), default=2, metavar="N", help="how much, 0 to 3 (2)")
    write = verbs.add_parser("write", help="give a file of one the text on standard input")
    write.add_argument("file", metavar="FILE", help="identity.md, profile.md, papers/NAME.md, memory/long.md, …")
    for verb in (files, prompt, write):
        verb.add_argument("--persona", default="", metavar="NAME", help="which one (the one that answers)")
    verbs.add_parser("new", help="make one, as a copy of Inara").add_argument("persona", metavar="NAME")


def _tools(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="list, where none is given")
    command.set_defaults(json=False)
    _as_json(verbs.add_parser("list", help="all of them"))
    for name, text in (("enable", "offer one to models"), ("disable", "never offer one")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME", help="as `inara tools` prints it")


def _storage(command: _Parser) -> None:
    verbs = command.add_subparsers(dest="verb", metavar="VERB", help="show, where none is given")
    command.set_defaults(json=False)
    _as_json(verbs.add_parser("show", help="what takes how much, and the backups"))
    verbs.add_parser("backup", help="copy database, settings and personas; prints the backup's name")
    verbs.add_parser("keep", help="put nothing back at the next start after all")
    for name, text in (
        ("restore", "put a backup back when Inara starts the next time"),
        ("delete", "remove a backup for good"),
    ):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME", help="as `inara storage` prints it")


def _usage(command: _Parser) -> None:
    command.add_argument("--days", type=_count, default=30, metavar="N", help="the last so many days (30)")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, one value a line")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")


def _serve(command: _Parser) -> None:
    command.add_argument("--port", type=_port, metavar="N", help="listen there instead; 0 takes a free one")
    command.add_argument("--print-token", action="store_true", help="print the token that programs must show")


def _as_json(command: argparse.ArgumentParser, text: str = "print JSON, one value a line") -> None:
    command.add_argument("--json", action="store_true", help=text)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65_535:
        raise argparse.ArgumentTypeError("from 0 to 65535")
    return number
