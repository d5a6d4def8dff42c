"""`inara memory`: the real command, with a real server behind it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.scripted_server import ScriptedServer, text_turn
from tests.support.terminal import configure, run_inara


async def test_shown_distilled_and_kept(home: Path) -> None:
    folder = home / "personas" / "inara"
    (folder / "journal").mkdir(parents=True)
    (folder / "journal" / "2026-11-22.md").write_text("## 19:41:05\n> Asked: Anna's birthday is on 3 May\n")
    async with ScriptedServer([text_turn("- Anna's birthday is on 3 May.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("memory", "distill")
        assert "+- 2026-11-22 Anna's birthday is on 3 May." in ran.out
        assert "The proposal waits: `inara memory keep` or `inara memory discard`." in ran.err
        assert ran.status == 3
    assert not (folder / "memory" / "short.md").exists()
    shown = json.loads((await run_inara("memory", "show", "--json")).out)
    assert shown["proposal"]["changes"][0]["level"] == "short"
    assert (await run_inara("memory", "keep")).out.startswith("Kept. The old memory is in ")
    assert "Anna's birthday is on 3 May." in (await run_inara("memory")).out
    again = await run_inara("memory", "keep")
    assert again.status == 1
    assert "No proposal for the memory of inara waits." in again.err


async def test_an_unknown_persona_is_told_with_the_known_ones(home: Path) -> None:
    ran = await run_inara("memory", "show", "--persona", "clerk")
    assert ran.status == 1
    assert "There is no persona 'clerk'." in ran.err
    assert "inara" in ran.err


async def test_a_task_chooses_who_answers_and_how_much_is_told(home: Path) -> None:
    (home / "personas" / "clerk").mkdir(parents=True)
    (home / "personas" / "clerk" / "identity.md").write_text("You are the clerk.")
    async with ScriptedServer([text_turn("Yes?"), text_turn("Yes?")]) as server:
        configure(home, server.base_url)
        assert (await run_inara("ask", "--persona", "clerk", "Hello")).out == "Yes?\n"
        assert (await run_inara("ask", "--persona", "clerk", "--tier", "0", "Hello")).status == 0
        told = [request.json["messages"][0]["content"] for request in server.requests]
    assert ["You are the clerk." in text for text in told] == [True, False]
