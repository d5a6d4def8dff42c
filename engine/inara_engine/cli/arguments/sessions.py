"""Conversations."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, count, verbs_of

__all__ = ["add"]

SESSIONS = """examples:
  inara sessions search invoice
  inara sessions export ID > talk.json    whole, for another Inara
  inara sessions export --format md ID    to read or print
  inara sessions import talk.json         prints the new conversation's id
  inara sessions move ID --folder Work    a folder is there as soon as one lies in it
  inara sessions list --folder Work --json
  inara sessions trash ID                 `restore ID` takes it back, `delete ID` is for good
"""


def add(commands: Commands) -> None:
    """Declare the command and its verbs."""
    command = commands.add_parser("sessions", help="conversations: find, read, export, import", epilog=SESSIONS)
    verbs = verbs_of(command, limit=0, before="", folder=None, trash=False)
    listing = verbs.add_parser("list", help="the pinned ones, then the last used first")
    listing.add_argument("--limit", type=count, default=0, metavar="N", help="at most so many (all)")
    listing.add_argument("--before", default="", metavar="ID", help="go on after this one")
    listing.add_argument("--folder", default=None, metavar="NAME", help='those in a folder; "" is those in none')
    listing.add_argument("--trash", action="store_true", help="those in the trash")
    as_json(listing)
    search = verbs.add_parser("search", help="those in which the words occur")
    search.add_argument("text", nargs="+", metavar="WORD", help="also in:FOLDER, from:me, from:assistant, from:tool")
    as_json(search)
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
    as_json(verbs.add_parser("folders", help="the folders, with how many lie in each"))
    verbs.add_parser("empty-trash", help="remove for good what lies in the trash; prints how many")
    file = verbs.add_parser("import", help="read a file of conversations; prints their new ids")
    file.add_argument(
        "file", metavar="FILE", help="what `export` wrote, or an export of ChatGPT or Claude; - is standard input"
    )
