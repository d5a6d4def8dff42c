"""`inara quick`, `inara open`, `inara --hidden` when an Inara runs already: it is asked, and this one ends."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from inara_engine.errors import InaraError
from inara_engine.home import Home
from inara_engine.remote import RemoteEngine, Summons

__all__ = ["handed_over", "summons"]

ANSWER_WITHIN_S = 5.0


def summons(arguments: list[str]) -> Summons:
    """What the command line asks for. A file is named for a process that may have another working folder."""
    command, *words = arguments
    if command == "--hidden":
        return Summons("background")
    text = " ".join(words).strip()
    if command == "quick" or not text:
        return Summons("quick" if command == "quick" else "window", text)
    return Summons("open", text if ":" in text.partition("/")[0] else str(Path(text).absolute()))


def handed_over(home: Home, wanted: Summons) -> int | None:
    """The exit status where an Inara runs: 0 if it took it, 1 (and why) if it can't. None where none runs."""
    return asyncio.run(_hand_over(home, wanted))


async def _hand_over(home: Home, wanted: Summons) -> int | None:
    try:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            running = await RemoteEngine.connect(home.socket)
            if running is None:
                return None
            try:
                await running.show(wanted)
            finally:
                await running.close()
    except TimeoutError:
        print("The running Inara does not answer. End it, then try again.", file=sys.stderr)
    except InaraError as error:
        print(f"{error.message} {error.next_step}".strip(), file=sys.stderr)
    else:
        return 0
    return 1
