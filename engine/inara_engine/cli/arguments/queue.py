"""Prompts that wait for their turn."""

from __future__ import annotations

import argparse

from inara_engine.cli.arguments.common import Commands, verbs_of, whole

__all__ = ["add"]

EXAMPLES = """examples:
  inara queue                             what waits, conversation by conversation
  inara queue list SESSION
  inara queue add SESSION "And in German?"
  inara queue edit ID "And in French?"
  inara queue move ID 1                   lets it go out as the next
  inara queue withdraw ID
  inara queue send ID                     now, whatever holds it back; prints the answer

A prompt goes out by itself when the answer before it has ended well, while Inara runs. Where that answer
failed, was stopped or waits for you, it is held back until you send it.
"""


def add(commands: Commands) -> None:
    """Declare the command and its verbs."""
    command = commands.add_parser("queue", help="prompts that wait for their turn", epilog=EXAMPLES)
    verbs = verbs_of(command, session="")
    listing = verbs.add_parser("list", help="what waits, and why it does not go out")
    listing.add_argument("session", nargs="?", default="", metavar="SESSION", help="only in this conversation")
    add = verbs.add_parser("add", help="let a prompt wait for its turn; prints its id")
    add.add_argument("session", metavar="SESSION", help="as `inara sessions` prints it")
    add.add_argument("text", metavar="TEXT", help="what you want done")
    edit = verbs.add_parser("edit", help="change the words of one that waits")
    edit.add_argument("prompt", metavar="ID", help="as `inara queue` prints it")
    edit.add_argument("text", metavar="TEXT", help="the new words")
    move = verbs.add_parser("move", help="let one go out earlier or later")
    move.add_argument("prompt", metavar="ID", help="as `inara queue` prints it")
    move.add_argument("place", type=_place, metavar="N", help="1 is the next to go out")
    withdraw = verbs.add_parser("withdraw", help="take one out; its words are printed")
    withdraw.add_argument("prompt", metavar="ID", help="as `inara queue` prints it")
    send = verbs.add_parser("send", help="send one now and print the answer")
    send.add_argument("prompt", metavar="ID", help="as `inara queue` prints it")


def _place(text: str) -> int:
    if (number := whole(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} is no place: 1 is the next to go out")
    return number
