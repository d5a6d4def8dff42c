"""What the running window does for a terminal.

`inara_desktop.__main__` takes these before the parser sees them; here for help and completion.
"""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands

__all__ = ["add"]

QUICK = """examples:
  inara quick                             what a desktop's own shortcut binds to
  inara quick "Translate: Fernweh"        with this in it, ready to be sent

The running app shows it; otherwise the app is started.
"""

OPEN = """examples:
  inara open talk.inara.json              add an exported conversation
  inara open "inara://quick?text=Hello"   what a link in another program does
  inara open inara://off-record           a new conversation off the record, in the window
  inara open                              the window, in front of the others

Nothing is ever sent by opening it.
"""


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _quick(commands)
    _open(commands)


def _quick(commands: Commands) -> None:
    command = commands.add_parser("quick", help="open the quick prompt; bind this to keys", epilog=QUICK)
    command.add_argument("text", nargs="*", metavar="TEXT", help="put into it, not sent")


def _open(commands: Commands) -> None:
    command = commands.add_parser("open", help="open a link inara:… or an exported conversation", epilog=OPEN)
    command.add_argument(
        "target",
        nargs="?",
        metavar="TARGET",
        help="inara://quick?text=…, inara://session/ID, inara://off-record, or a file; without it, the window itself",
    )
