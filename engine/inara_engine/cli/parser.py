"""The commands and their arguments: what `inara --help` shows."""

from __future__ import annotations

import argparse
from typing import Any

from inara_engine.cli.arguments import (
    mcp,
    models,
    permissions,
    personas,
    queue,
    schedule,
    sessions,
    tasks,
    templates,
    upkeep,
    window,
)
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


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="inara", description="A private assistant on your own machine and models.", epilog=EXAMPLES)
    top.add_argument("--version", action="store_true", help="print the version and end")
    top.add_argument(
        "--hidden",
        action="store_true",
        help="start into the tray, without the window (as at login; alone, not with a command)",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    subjects = (tasks, queue, sessions, templates, models, personas, permissions, schedule, mcp, window, upkeep)
    for subject in subjects:
        subject.add(commands)
    complete_verbs(top)
    return top


class _Parser(argparse.ArgumentParser):
    """Examples keep their lines."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **options)
