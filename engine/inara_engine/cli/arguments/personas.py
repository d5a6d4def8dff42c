"""Who answers, and what is remembered."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, verbs_of, whole

__all__ = ["add"]

PERSONAS = """examples:
  inara personas                          their names; * is the one that answers
  inara personas files                    its files, and how many tokens each takes
  inara personas prompt --tier 3          what of it a model is told
  inara personas new butler
  inara personas write identity.md --persona butler < butler.md
"""

MEMORY = """examples:
  inara memory                            the notes that go along with a task
  inara memory distill                    shows what would change; yes keeps it
  inara memory distill --model local      with this model

Without a person at the terminal the proposal waits (exit status 3).
"""


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _personas(commands)
    _memory(commands)


def _personas(commands: Commands) -> None:
    command = commands.add_parser(
        "personas", help="who answers: their files, and what goes into a prompt", epilog=PERSONAS
    )
    verbs = verbs_of(command)
    as_json(verbs.add_parser("list", help="their names; * is the one that answers"))
    files = verbs.add_parser("files", help="the files of one, with what each takes of the prompt")
    prompt = verbs.add_parser("prompt", help="what of one goes into the prompt")
    prompt.add_argument("--tier", type=whole, choices=range(4), default=2, metavar="N", help="how much, 0 to 3 (2)")
    write = verbs.add_parser("write", help="give a file of one the text on standard input")
    write.add_argument("file", metavar="FILE", help="identity.md, profile.md, papers/NAME.md, memory/long.md, …")
    for verb in (files, prompt, write):
        verb.add_argument("--persona", default="", metavar="NAME", help="which one (the one that answers)")
    verbs.add_parser("new", help="make one, as a copy of Inara").add_argument("persona", metavar="NAME")


def _memory(commands: Commands) -> None:
    command = commands.add_parser("memory", help="what is remembered: read it, fold it", epilog=MEMORY)
    verbs = verbs_of(command, usual="show", persona="")
    for name, text in (
        ("show", "what is remembered, and whether a proposal waits"),
        ("distill", "fold journal and notes with a model; the difference is shown before it is kept"),
        ("keep", "put the proposal that waits into force; the old memory is copied first"),
        ("discard", "forget the proposal that waits"),
    ):
        verb = verbs.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        verb.add_argument("--persona", default="", metavar="NAME", help="whose memory (the default persona's)")
        if name in {"show", "distill"}:
            as_json(verb)
        if name == "distill":
            verb.add_argument("--model", default="", metavar="ID", help="a model of config.toml")
