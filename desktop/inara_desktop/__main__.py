"""`inara`: the window without arguments, a command with them, the terminal where there is no display."""

from __future__ import annotations

import gc
import logging
import os
import sys

__all__ = ["main", "make_ready"]


CANCELLED = 130


def main() -> int:
    """Start what was asked for; the exit status. Ctrl+C ends it quietly, also while its modules are still loading."""
    try:
        _hear_of_children()
        return _start()
    except KeyboardInterrupt:
        return CANCELLED


def _hear_of_children() -> None:
    """Whoever started us may ignore the ends of its own children, which is inherited: then ours have no status."""
    if sys.platform != "win32":
        import signal

        if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _start() -> int:
    wanted = None
    if (sys.argv[1:2] in (["quick"], ["open"]) or sys.argv[1:] == ["--hidden"]) and not {"-h", "--help"} & set(
        sys.argv
    ):
        from inara_desktop.summoning import handed_over, summons
        from inara_engine.errors import StorageError
        from inara_engine.home import find_home

        wanted = summons(sys.argv[1:])
        try:
            status = handed_over(find_home(os.environ), wanted)
        except StorageError as error:
            sys.exit(f"inara: {error}")
        if status is not None:
            return status
    elif len(sys.argv) > 1:
        from inara_engine.cli import main as terminal

        return terminal(sys.argv[1:])
    missing = missing_display()
    if missing and wanted is not None:
        from inara_engine.cli.terminal import error
        from inara_engine.errors import UserError

        error(UserError(missing, next_step="In the terminal: `inara ask`, `inara chat`, `inara sessions import FILE`."))
        return 1
    if missing:
        from inara_engine.cli import main as terminal

        return terminal(["chat"], notice=f"{missing} Inara goes on in the terminal.")
    make_ready()
    from inara_desktop.app import run

    status = run(wanted)
    # WORKAROUND PySide6 6.11.3: taking the widgets apart at exit frees accessible interfaces made in Python twice, and
    # crashes. Everything has been put away, so the process just ends. Remove when tests/stories end without it.
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def make_ready() -> None:
    """What comes before the first module of the window; `app.run` collects garbage again once it is painted."""
    gc.disable()  # nearly all that a start makes stays: sweeping through it took 5 % of the time to the first paint
    from inara_desktop.plain_imports import import_plainly

    import_plainly()


def missing_display() -> str:
    """Why no window can be opened here, or ""."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        return ""
    return "There is no display (neither WAYLAND_DISPLAY nor DISPLAY is set)."


if __name__ == "__main__":
    sys.exit(main())
