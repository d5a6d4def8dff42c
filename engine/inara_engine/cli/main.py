"""From the command line to an exit status. Nothing heavy is loaded before it is known to be needed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import inara_engine
from inara_engine.cli import terminal
from inara_engine.cli.parser import parser
from inara_engine.cli.parsing import parsed
from inara_engine.errors import InaraError

__all__ = ["main"]

DONE, FAILED, USAGE, CANCELLED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None, *, notice: str = "") -> int:
    """Run one command; its exit status: 0 done, 1 failed, 2 usage, 3 waiting, 130 cancelled. `notice` is said first."""
    terminal.forgiving()
    try:
        options = parsed(parser(), sys.argv[1:] if arguments is None else arguments)
        if options.version:
            terminal.line(f"inara {inara_engine.__version__}")
            return DONE
        if options.hidden and options.command is not None:
            parser().error(f"--hidden starts the window in the tray: it goes alone, not with {options.command}.")
        if options.command is None:
            parser().print_help()
            return USAGE
        if options.command == "completion":
            from inara_engine.cli.completion import completion

            completion(parser(), options.shell)
            return DONE
        if options.command == "ask" and not options.text and sys.stdin.isatty():
            parser().error("ask: what is the task? Put it in quotes, or pipe it in.")
        if notice:
            terminal.note(notice)
        return _run(options)
    except InaraError as error:
        if isinstance(error, terminal.OutputFailed):
            terminal.forsaken()
        terminal.error(error)
        return FAILED
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        terminal.forsaken()
        return FAILED


def _run(options: argparse.Namespace) -> int:
    from inara_engine.cli import reading
    from inara_engine.cli.log import logging_to
    from inara_engine.home import find_home

    match options.command, getattr(options, "verb", None):
        case "ask", _:
            options.task = reading.task(options.text)
        case ("personas", "write") | ("templates", "save"):
            options.text = reading.text()
        case "secrets", "set":
            options.value = reading.secret()
        case "mcp", "client" if options.secret:
            options.value = reading.secret()
        case "sessions", "import":
            foreign = reading.is_collection(options.file)
            options.content = None if foreign else reading.imported(options.file)
        case _:
            pass
    home = find_home(os.environ)
    log = home.logs / "inara.log"
    with logging_to(log):
        try:
            if options.command == "chat":
                from inara_engine.cli.chat import chat

                return chat(home, options.model, options.persona)
            from inara_engine.cli.running import run

            return run(options, home)
        except (InaraError, BrokenPipeError):
            raise
        except Exception as error:
            import logging

            logging.getLogger(__name__).exception("inara %s failed", options.command)
            raise InaraError(
                f"Inara made a mistake of its own ({type(error).__name__}).",
                next_step=f"Try again. {log} has the details; please report them.",
            ) from error
