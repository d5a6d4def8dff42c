"""The window and the terminal on the same data, as two processes: one writer, the other goes through it."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import Command, configure, run_inara

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


async def window_is_open() -> None:
    """Return once the window's process answers on its socket."""
    async with asyncio.timeout(30):
        while (engine := await RemoteEngine.connect(find_home().socket)) is None:
            await asyncio.sleep(0.1)
        await engine.close()


async def test_commands_go_through_the_window(home: Path) -> None:
    note = home.parent / "user" / "work" / "a.md"
    asks = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
    async with ScriptedServer([text_turn("Hello."), asks, text_turn("Written.")]) as server:
        configure(home, server.base_url)
        async with Command(env=OFFSCREEN) as window:
            await window_is_open()
            assert (await run_inara("ask", "hi")).out == "Hello.\n"
            waiting = await run_inara("ask", "write")
            assert waiting.status == 3
            confirmed = await run_inara("jobs", "confirm", waiting.out.strip())
            assert (confirmed.status, confirmed.out) == (0, "Written.\n")
            async with Command(env=OFFSCREEN) as second:
                assert (await second.ended()).status == 0  # the window that is there was shown
            window.send_signal(signal.SIGTERM)
            ended = await window.ended()
    assert ended.status == 0
    assert "Traceback" not in ended.err
    assert note.read_text() == "x"
    assert [line.split()[1] for line in (await run_inara("jobs")).out.splitlines()] == ["complete", "complete"]
