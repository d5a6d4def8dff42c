"""Conversations as a person keeps them: pages, pins, folders, the trash, what is unread, a second copy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.events import SessionTrashed
from inara_engine.face import LIVE, Engine, Folder, Position, Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.reckoning import KEPT_S
from inara_engine.store import JobRow
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, Turn, text_turn
from tests.support.terminal import configure


@pytest.fixture
async def server(home: Path) -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer([text_turn(f"Answer {n}.") for n in range(10)]) as server:
        configure(home, server.base_url)
        yield server


@pytest.fixture
async def engine(server: ScriptedServer) -> AsyncIterator[Engine]:
    engine = await open_engine(find_home())
    yield engine
    await engine.close()


async def told(engine: Engine, text: str, session: str | None = None, *, origin: str = "window") -> str:
    """A conversation of one task more; its id."""
    job = await engine.submit(Prompt(text=text, origin=origin), session)
    return (await settled(engine, job))["session_id"]


async def listed(engine: Engine, **which: object) -> list[str]:
    return [session.title for session in await engine.shelf.page(**which)]  # pyright: ignore[reportArgumentType]


async def imported(engine: Engine, *titles: str) -> list[str]:
    text = '{"title": "%s", "messages": [{"role": "user", "content": "about %s"}]}'
    return [await engine.import_session(text % (title, title)) for title in titles]


async def test_pages_go_on_where_the_last_one_ended_whatever_happens_meanwhile(engine: Engine) -> None:
    ids = await imported(engine, "a", "b", "c", "d", "e")
    await engine.shelf.pin([ids[0]])
    first = await engine.shelf.page(2)
    assert [session.title for session in first] == ["a", "e"]
    await engine.shelf.delete([first[-1].id])  # the place stays, though nobody is there
    last = Position(first[-1].updated_at, first[-1].id, first[-1].pinned)
    assert await listed(engine, limit=10, before=last) == ["d", "c", "b"]
    assert await listed(engine, pinned=True) == ["a"]
    assert await listed(engine, pinned=False) == ["d", "c", "b"]


async def test_a_folder_is_a_name_and_its_sessions_outlive_it(engine: Engine) -> None:
    a, b, _ = await imported(engine, "a", "b", "c")
    await engine.shelf.move([a, b], "  Trips \n 2026 ")
    assert (await engine.shelf.counts()).folders == (Folder("Trips 2026", 2, 0),)
    assert await listed(engine, folder="Trips 2026") == ["b", "a"]
    assert await listed(engine, folder="") == ["c"]
    await engine.shelf.rename_folder("Trips 2026", "Travel")
    assert (await engine.shelf.counts()).folders == (Folder("Travel", 2, 0),)
    await engine.shelf.remove_folder("Travel")
    assert (await engine.shelf.counts()).folders == ()
    assert await listed(engine, folder="") == ["c", "b", "a"]
    with pytest.raises(NotFound):
        await engine.shelf.rename_folder("Travel", "x")


async def test_what_is_in_the_trash_is_nowhere_else_and_comes_back_as_it_was(engine: Engine) -> None:
    pear, plum = await imported(engine, "pear", "plum")
    await engine.shelf.move([pear], "Fruit")
    await engine.shelf.trash([pear])
    assert await listed(engine) == ["plum"]
    assert await listed(engine, trashed=True) == ["pear"]
    assert (await engine.search("pear"), await engine.shelf.find("pear"), await engine.sessions("pear")) == ([], [], [])
    counts = await engine.shelf.counts()
    assert (counts.sessions, counts.trashed, counts.folders) == (1, 1, ())
    await engine.shelf.restore([pear])
    assert [found.session.folder for found in await engine.shelf.find("pear")] == ["Fruit"]
    await engine.shelf.trash([plum])
    await told(engine, "and now?", plum)  # who goes on with it wants it back
    assert await listed(engine, trashed=True) == []


async def test_in_the_trash_nothing_runs_on(home: Path) -> None:
    async with ScriptedServer([Turn(["hang"])]) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home())
        job = await engine.submit(Prompt(text="hi"))
        session = (await engine.job(job))["session_id"]
        await engine.shelf.trash([session])
        assert (await engine.job(job))["status"] == "cancelled"
        assert [one.status for one in await engine.shelf.rows([session])] == [""]
        await engine.close()


async def test_the_trash_is_emptied_by_hand_and_after_thirty_days(engine: Engine, home: Path) -> None:
    old, new, kept = await imported(engine, "quincequince", "medlar", "kept")
    await engine.shelf.trash([old])
    (row,) = await engine.shelf.rows([old])
    await engine.shelf.trash([new])
    assert await engine.shelf.expire_trash(row.trashed_at + KEPT_S + 1e-6) == 1  # a month later, to the moment
    assert b"quincequince" not in (home / "inara.db").read_bytes()
    assert await engine.shelf.empty_trash() == 1
    assert [session.id for session in await engine.sessions()] == [kept]


async def test_an_answer_is_unread_until_it_was_seen_unless_it_was_read_as_it_came(engine: Engine) -> None:
    window = await told(engine, "in the window")
    terminal = await told(engine, "in a terminal", origin="terminal")
    unread = {session.id: session.unread for session in await engine.shelf.page()}
    assert unread == {window: True, terminal: False}
    before = engine._boards.kept.jobs._recorder.publisher.last_seq
    await engine.shelf.see(window)
    await engine.shelf.see(window)
    await engine.shelf.see("not there yet")
    assert not any(session.unread for session in await engine.shelf.page())
    assert engine._boards.kept.jobs._recorder.publisher.last_seq == before + 1  # seen once, written once


async def test_a_duplicate_goes_its_own_way(engine: Engine, server: ScriptedServer) -> None:
    first = await told(engine, "one")
    await told(engine, "two", first)
    copy = await engine.shelf.duplicate(first)
    await told(engine, "three", copy)
    assert (await engine.export_session(first, "md")).count("## You") == 2
    assert (await engine.export_session(copy, "md")).count("## You") == 3
    said = [message["content"] for message in server.requests[-1].json["messages"] if message["role"] == "user"]
    assert said == ["one", "two", "three"]
    assert await listed(engine) == ["one (copy)", "one"]
    with pytest.raises(UserError):
        await engine.shelf.duplicate("none")


async def test_each_change_is_told_to_who_follows_and_is_in_the_log(engine: Engine) -> None:
    (session,) = await imported(engine, "a")
    async with aclosing(engine.follow(None, LIVE)) as events:
        hearing = asyncio.create_task(anext(events))
        await asyncio.sleep(0)
        await engine.shelf.trash([session])
        assert (await hearing).event == SessionTrashed()
    kinds = [recorded.event.kind for recorded in await engine._boards.kept.store.events(session)]
    assert kinds == ["task_submitted", "job_finished", "session_renamed", "session_trashed"]


async def test_what_is_taken_out_of_the_trash_while_it_is_emptied_stays(engine: Engine) -> None:
    ids = await imported(engine, "a", "b", "c")
    await engine.shelf.trash(ids)
    keeping = engine._boards.kept.jobs.keeping
    forget = keeping._forget
    restored: list[str] = []

    async def meanwhile(jobs: Sequence[JobRow]) -> None:
        keeping._forget = forget
        back, gone = (session for session in ids if session != jobs[0].session_id)
        restored.append(back)
        await engine.shelf.restore([back])
        await engine.shelf.delete([gone])

    keeping._forget = meanwhile
    assert await engine.shelf.empty_trash() == 1
    assert [session.id for session in await engine.shelf.page()] == restored
    assert (await engine.shelf.counts()).trashed == 0


async def test_what_is_off_the_record_has_no_trash(engine: Engine) -> None:
    job = await engine.submit(Prompt(text="whisper", off_record=True))
    session = (await engine.job(job))["session_id"]
    assert [one.off_record for one in await engine.shelf.page()] == [True]
    await engine.shelf.trash([session])
    assert await engine.shelf.page() == await engine.shelf.page(trashed=True) == []


async def test_a_search_finds_nothing_that_is_off_the_record(engine: Engine) -> None:
    await told(engine, "whisper aloud")
    await engine.submit(Prompt(text="whisper", off_record=True))
    assert [found.session.title for found in await engine.shelf.find("whisper")] == ["whisper aloud"]


async def test_found_is_grouped_by_session_and_filtered(engine: Engine) -> None:
    lake = await told(engine, "Where is the heron? The heron!")
    (pond,) = await imported(engine, "pond heron")
    await engine.shelf.move([pond], "Birds")
    found = await engine.shelf.find("heron")
    assert {one.session.id: one.matches for one in found} == {lake: 2, pond: 2}
    assert [one.session.id for one in await engine.shelf.find("heron in:birds")] == [pond]
    assert [one.session.id for one in await engine.shelf.find("answer from:assistant")] == [lake]
    assert await engine.shelf.find("heron from:tool") == []
    assert await engine.shelf.find("in:birds") == []


async def test_a_search_that_is_no_longer_wanted_ends(engine: Engine) -> None:
    await imported(engine, "pear")
    searching = asyncio.create_task(engine.shelf.find("pear"))
    await asyncio.sleep(0)
    searching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await searching
    assert len(await engine.shelf.find("pear")) == 1
