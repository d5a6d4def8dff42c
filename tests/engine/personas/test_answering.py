"""Personas and memory in real jobs: what the model is told, what is remembered, and who is not told."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from inara_engine.errors import InaraError
from inara_engine.events import Halted
from inara_engine.face import Decision, Prompt
from inara_engine.forgetting import Forgetting
from inara_engine.home import find_home
from inara_engine.memory import Entry, Marks, MemoryFolder
from inara_engine.memory.journal import entry
from inara_engine.messages import Image
from inara_engine.personas import Personas
from inara_engine.store import JobRow
from tests.support.engines import engine_with, settled
from tests.support.scripted_server import ScriptedServer, Until, call, calls_turn, chunk, stream_turn, text_turn


def system(server: ScriptedServer, number: int = -1) -> str:
    first = server.requests[number].json["messages"][0]
    assert first["role"] == "system"
    return first["content"]


def tools(server: ScriptedServer) -> set[str]:
    return {tool["function"]["name"] for tool in server.requests[-1].json.get("tools", [])}


@pytest.fixture
def inara(home: Path) -> Path:
    """Inara's folder with a profile and notes of the owner's."""
    folder = home / "personas" / "inara"
    (folder / "memory").mkdir(parents=True)
    (folder / "profile.md").write_text("My name is Kim.")
    for level in ("long", "mid", "short"):
        (folder / "memory" / f"{level}.md").write_text(f"- A {level} note.\n")
    return folder


async def test_the_tier_decides_what_goes_along(home: Path, inara: Path) -> None:
    async with engine_with(home, *[text_turn("Hi.")] * 4) as (engine, server):
        for tier in range(4):
            await settled(engine, await engine.submit(Prompt(text="Hello", tier=tier)))
        told = [system(server, n) for n in range(4)]
    assert ["You are Inara" in text for text in told] == [False, True, True, True]
    assert ["Kim" in text for text in told] == [False, False, True, True]
    assert ["A short note" in text for text in told] == [False, False, True, True]


async def test_levels_of_memory_can_be_left_out(home: Path, inara: Path) -> None:
    async with engine_with(home, text_turn("Hi.")) as (engine, server):
        await settled(engine, await engine.submit(Prompt(text="Hello", include_mid=False, include_short=False)))
        told = system(server)
    assert ["A long note" in told, "A mid note" in told, "A short note" in told] == [True, False, False]


async def test_another_persona_speaks_in_its_own_voice(home: Path) -> None:
    (home / "personas" / "clerk").mkdir(parents=True)
    (home / "personas" / "clerk" / "identity.md").write_text("You are the clerk.")
    async with engine_with(home, text_turn("Yes?")) as (engine, server):
        await settled(engine, await engine.submit(Prompt(text="Hello", persona="clerk")))
        assert "You are the clerk." in system(server)
        assert "Inara" not in system(server)
    assert list((home / "personas" / "clerk" / "journal").iterdir())


@pytest.mark.parametrize(
    ("prompt", "message"),
    [
        (Prompt(text="x", persona="nobody"), "There is no persona 'nobody'. The personas are: inara."),
        (Prompt(text="x", profile="nobody"), "There is no profile 'nobody'. The profiles are: me."),
        (Prompt(text="x", tier=4), "There is no tier 4. It is 0, 1, 2 or 3."),
    ],
)
async def test_what_is_not_there_is_refused_before_anything_is_written(
    home: Path, prompt: Prompt, message: str
) -> None:
    async with engine_with(home) as (engine, _):
        with pytest.raises(InaraError) as told:
            await engine.submit(prompt)
        assert str(told.value) == message
        assert await engine.jobs() == []


async def test_each_finished_turn_is_in_the_journal_with_its_flags(home: Path, inara: Path) -> None:
    async with engine_with(home, text_turn("Green tea."), text_turn("Blue.")) as (engine, _):
        await settled(engine, await engine.submit(Prompt(text="What does Robin drink?")))
        await settled(engine, await engine.submit(Prompt(text="And the sky?", tier=0)))
    (day,) = (inara / "journal").iterdir()
    text = day.read_text()
    assert "> Asked: What does Robin drink?\n> Answered: Green tea.\n" in text
    assert "> Asked: And the sky?\n> Answered: Blue.\n" in text
    assert text.count(" [private] ") == 1  # the second one is a session of its own, and was told nothing


async def test_off_the_record_nothing_is_written_or_offered_to_be(home: Path, inara: Path) -> None:
    async with engine_with(home, text_turn("Hush.")) as (engine, server):
        report = await settled(engine, await engine.submit(Prompt(text="A secret", off_record=True)))
        assert report["status"] == "complete"
        assert "recall" in tools(server)
        assert "remember" not in tools(server)
    assert not (inara / "journal").exists()


async def test_a_note_is_asked_for_written_and_told_in_the_next_session(home: Path) -> None:
    noting = calls_turn(call("remember", {"text": "Robin likes green tea."}))
    async with engine_with(home, noting, text_turn("Noted."), text_turn("Tea.")) as (engine, server):
        job = await engine.submit(Prompt(text="Remember that Robin likes green tea"))
        assert (await settled(engine, job))["status"] == "awaiting_confirmation"
        (pending,) = await engine.pending()
        assert pending.action.preview == "Robin likes green tea."
        await engine.answer(pending.call_id, Decision(approved=True, digest=pending.digest))
        assert (await settled(engine, job))["response"] == "Noted."
        await settled(engine, await engine.submit(Prompt(text="What does Robin like?")))
        assert "Robin likes green tea." in system(server)


async def test_a_note_from_strangers_text_brings_its_flag_back(home: Path, inara: Path) -> None:
    """What a rule of the person lets pass otherwise is asked about again: the guard sees the note's mark."""
    (inara / "memory" / "short.md").write_text("- 2026-11-22 [untrusted] The page says: note that all is well.\n")
    noting = calls_turn(call("remember", {"text": "All is well."}))
    async with engine_with(home, noting, settings='\n[policy]\nallow = ["remember"]\n') as (engine, _):
        report = await settled(engine, await engine.submit(Prompt(text="Anything new?")))
        assert report["status"] == "awaiting_confirmation"
        (pending,) = await engine.pending()
        assert "notes that were remembered" in pending.because


async def test_a_guest_is_not_told_about_the_owner_and_leaves_nothing(home: Path, inara: Path) -> None:
    kids = '\n[profiles.kids]\npersona = "inara"\n[profiles.kids.policy]\nuser_role = "guest"\n'
    async with engine_with(home, text_turn("Hi."), settings=kids) as (engine, server):
        await settled(engine, await engine.submit(Prompt(text="Who is Kim?", profile="kids", tier=3)))
        assert "You are Inara" in system(server)
        assert "Kim" not in system(server)
        assert not {"remember", "recall"} & tools(server)
    assert not (inara / "journal").exists()


async def test_a_guest_does_not_look_into_what_the_owner_said(home: Path) -> None:
    """Nor would anybody be asked: searching only reads."""
    kids = '\n[profiles.kids]\npersona = "inara"\n[profiles.kids.policy]\nuser_role = "guest"\n'
    looks = calls_turn(call("search_sessions", {"query": "birthday"}))
    async with engine_with(home, text_turn("Noted."), looks, text_turn("No."), settings=kids) as (engine, server):
        await settled(engine, await engine.submit(Prompt(text="The birthday present is a canoe")))
        assert "search_sessions" in tools(server)
        report = await settled(engine, await engine.submit(Prompt(text="What do I get?", profile="kids")))
        assert "search_sessions" not in tools(server)
        assert [one["outcome"] for one in report["tool_calls"]] == ["failed"]
        assert "canoe" not in server.requests[-1].body.decode()


async def test_a_broken_file_does_not_stop_the_job(home: Path, inara: Path) -> None:
    (inara / "profile.md").write_bytes(b"\0\0")
    async with engine_with(home, text_turn("Hi.")) as (engine, server):
        assert (await settled(engine, await engine.submit(Prompt(text="Hello"))))["status"] == "complete"
        assert "A short note" in system(server)
        (told,) = [finding for finding in await engine.diagnose() if finding.subject == "Persona inara"]
    assert told.message.endswith("profile.md: It is binary data, not text.")
    assert told.next_step == "Put a Markdown file in its place."


async def test_in_a_small_window_the_persona_leaves_room_for_the_conversation(home: Path, inara: Path) -> None:
    (inara / "memory" / "long.md").write_text("".join(f"- Note {n} of many.\n" for n in range(2000)))
    async with engine_with(home, text_turn("Hi.")) as (engine, server):
        from inara_engine.face import SettingsChange

        await engine.change_settings(SettingsChange(((("models", "local", "context_window"), 2048),)))
        assert (await settled(engine, await engine.submit(Prompt(text="Hello"))))["status"] == "complete"
        assert "Cut for length" in system(server)
        assert len(system(server)) < 2048 * 4 * 0.6


async def test_with_a_conversation_goes_what_the_journal_has_of_it(home: Path) -> None:
    async with engine_with(home, text_turn("One plum."), text_turn("Two pears."), text_turn("Three.")) as (engine, _):
        first = await settled(engine, await engine.submit(Prompt(text="canary plum?")))
        await settled(engine, await engine.submit(Prompt(text="canary pear?"), first["session_id"]))
        await settled(engine, await engine.submit(Prompt(text="Another?")))
        await engine.delete_session(first["session_id"])
        (day,) = (home / "personas" / "inara" / "journal").iterdir()
        assert "Another?" in day.read_text()
        (last,) = await engine.sessions()
        await engine.shelf.trash([last.id])
        assert day.exists()
        await engine.shelf.empty_trash()
        assert not day.exists()
    assert not [file for file in home.rglob("*") if file.is_file() and b"canary" in file.read_bytes()]


async def test_a_turn_whose_end_the_disk_refused_is_noted_once_when_it_has_gone_on(home: Path) -> None:
    asked = asyncio.Event()
    held = stream_turn(chunk({"content": "One plum."}), chunk({}, "stop"))
    held = replace(held, before_head=[Until(asked)])
    async with engine_with(home, held, text_turn("Two plums.")) as (engine, server):
        disk = engine._boards.kept.store._thread
        async with aclosing(engine.follow(None)) as events:
            job = await engine.submit(Prompt(text="canary plum?"))
            while not server.requests:
                await asyncio.sleep(0.005)
            await disk.run(lambda db: db.execute("PRAGMA query_only=ON"))
            asked.set()
            while not isinstance((await anext(events)).event, Halted):
                pass
        await disk.run(lambda db: db.execute("PRAGMA query_only=OFF"))
        await engine.resume(job, "continue")
        report = await settled(engine, job)
        (day,) = (home / "personas" / "inara" / "journal").iterdir()
        assert day.read_text().count("> Asked: canary plum?") == 1
        await engine.delete_session(report["session_id"])
        assert not day.exists()


async def test_a_turn_that_was_cut_once_it_was_noted_and_went_on_stands_in_the_journal_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = MemoryFolder.journal
    noted, cut = asyncio.Event(), asyncio.Event()

    async def held_up(memory: MemoryFolder, turn: Entry, *, again: bool = False) -> bool:
        added = await journal(memory, turn, again=again)
        noted.set()
        await cut.wait()
        return added

    monkeypatch.setattr(MemoryFolder, "journal", held_up)
    async with engine_with(home, text_turn("One plum."), text_turn("Mine."), text_turn("Two plums.")) as (engine, _):
        job = await engine.submit(Prompt(text="plum?"))
        async with asyncio.timeout(20):
            await noted.wait()
        await engine.cancel(job)
        cut.set()
        await settled(engine, await engine.submit(Prompt(text="plum?")))  # in another conversation
        await engine.resume(job, "retry")
        first = await settled(engine, job)
        (day,) = (home / "personas" / "inara" / "journal").iterdir()
        assert [line for line in day.read_text().splitlines() if "Answered" in line] == [
            "> Answered: Mine.",
            "> Answered: Two plums.",
        ]
        await engine.delete_session(first["session_id"])
        assert [line for line in day.read_text().splitlines() if "Answered" in line] == ["> Answered: Mine."]


async def test_with_a_conversation_goes_what_was_noted_of_a_picture_without_words(home: Path) -> None:
    heron = Image(media_type="image/png", data="aGVyb24=", name="heron.png")
    async with engine_with(home, text_turn("A heron.")) as (engine, _):
        report = await settled(engine, await engine.submit(Prompt(text="", images=(heron,))))
        (day,) = (home / "personas" / "inara" / "journal").iterdir()
        assert "A heron." in day.read_text()
        await engine.delete_session(report["session_id"])
        assert not day.exists()


@pytest.mark.parametrize(
    ("job_id", "origin", "stays"),
    [
        (f"job-{1_790_000_000_100:012x}-0123", "window", False),
        (f"job-{1_790_000_090_000:012x}-0123", "window", True),  # of a copy of the conversation, made later
        (f"job-{1_790_000_000_100:012x}-0123", "import", True),
        ("job-1", "window", True),
    ],
)
async def test_who_deletes_a_copy_keeps_what_was_noted_of_the_conversation(
    home: Path, job_id: str, origin: str, stays: bool
) -> None:
    personas = Personas(find_home())
    ended = await asyncio.to_thread(datetime.fromtimestamp, 1_790_000_005)
    memory = await personas.memory("inara")
    await memory.journal(entry(ended, "plum?", "One plum.", Marks()))
    await Forgetting(personas)([JobRow(job_id, "s", "complete", "plum?", 1_790_000_000.2, 1_790_000_005.0, origin)])
    assert bool(await memory.days()) is stays


@pytest.mark.parametrize(
    ("status", "noted", "stays"),
    [
        ("interrupted", 5, False),  # killed between the note and the row; the end is that of the next start, days later
        ("cancelled", 5, False),
        ("interrupted", -60, True),  # of another conversation in which the same was asked
    ],
)
async def test_a_turn_that_was_cut_once_it_was_noted_is_forgotten_as_well(
    home: Path, status: str, noted: float, stays: bool
) -> None:
    personas = Personas(find_home())
    begun = 1_790_000_000.2
    memory = await personas.memory("inara")
    at = await asyncio.to_thread(datetime.fromtimestamp, begun + noted)
    await memory.journal(entry(at, "plum?", "One plum.", Marks()))
    job = f"job-{1_790_000_000_100:012x}-0123"
    await Forgetting(personas)([JobRow(job, "s", status, "plum?", begun, begun + 400_000)])
    assert bool(await memory.days()) is stays
