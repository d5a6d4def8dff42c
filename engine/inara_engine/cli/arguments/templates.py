"""Texts with blanks, ready to be sent."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, verbs_of

__all__ = ["add"]

EXAMPLES = """examples:
  inara templates                         yours, then those of tool servers
  inara templates show letter
  inara templates fill letter to=Tom "about=the heating" | inara ask -
  echo "Write to {{to}} about {{about: nothing much}}." | inara templates save letter
  inara templates delete letter

Yours are Markdown files in the folder prompts beside config.toml: {{name}} is a blank, {{name: value}} one that
may stay empty. In the window, / at the start of a message offers them.
"""


def add(commands: Commands) -> None:
    """Declare the command and its verbs."""
    command = commands.add_parser("templates", help="texts with blanks, ready to be sent", epilog=EXAMPLES)
    verbs = verbs_of(command)
    verbs.add_parser("list", help="what there is, with its blanks")
    for name, text in (
        ("show", "the text of one, its blanks in it"),
        ("fill", "fill in the blanks and print what comes of it"),
        ("save", "keep what is read from standard input as one of yours"),
        ("delete", "delete one of yours"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("template", metavar="NAME", help="as `inara templates` prints it")
        if name == "fill":
            verb.add_argument("values", nargs="*", metavar="BLANK=VALUE", help="what a blank is filled in with")
        if name == "save":
            verb.add_argument("--description", default="", metavar="TEXT", help="a line about it")
