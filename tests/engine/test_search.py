"""Finding what was said: by words, phrases and titles, fast at any size, and never once it was deleted."""

from __future__ import annotations

import asyncio
import random
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import NotFound
from inara_engine.events import (
    JobFinished,
    ModelAsked,
    ModelFinished,
    Recorded,
    SessionRenamed,
    TaskSubmitted,
    ToolFinished,
)
from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine, SocketServer
from inara_engine.store import MATCH_END, MATCH_START, Hit, Store, index, search
from inara_engine.store.schema import MIGRATIONS


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(tmp_path / "inara.db", tmp_path / "backups")
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def small_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes of eight events, so that a short history has many."""
    monkeypatch.setattr(index, "EVENTS_A_VOLUME", 8)


async def said(store: Store, session: str, task: str, answer: str = "", tool: str = "", at: float = 1.0) -> None:
    """One whole job."""
    job = f"{session}-job-{await store.last_seq()}"
    await store.append(
        session,
        job,
        0,
        at,
        [
            TaskSubmitted(text=task),
            ModelAsked(round=1, model="m"),
            ToolFinished(call_id="c", outcome="ok", output=tool),
            ModelFinished(text=answer),
            JobFinished(status="complete"),
        ],
    )


def shown(hits: list[Hit]) -> list[str]:
    """The snippets with their matches in brackets."""
    return [hit.snippet.replace(MATCH_START, "[").replace(MATCH_END, "]") for hit in hits]


async def test_a_hit_names_the_message_and_shows_where_it_matched(store: Store) -> None:
    await said(store, "s1", "Where is the key?", "Under the flower pot, as ever.", "pots.txt: 3 pots", at=5.0)
    await store.append("s1", "", 0, 6.0, [SessionRenamed(title="Lost things")])
    (answer,) = await store.search("flower")
    assert (answer.session_id, answer.seq, answer.role, answer.at, answer.title) == (
        "s1",
        4,
        "assistant",
        5.0,
        "Lost things",
    )
    assert shown([answer]) == ["Under the [flower] pot, as ever."]
    assert [hit.role for hit in await store.search("pot")] == ["assistant", "tool"]
    assert [hit.role for hit in await store.search("where")] == ["user"]
    assert shown(await store.search("lost")) == ["[Lost] things"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zur", ["Zürich in the rain"]),
        ("ZURICH", ["Zürich in the rain"]),
        ("rain zürich", ["Zürich in the rain"]),
        ('"in the rain"', ["Zürich in the rain"]),
        ('"the in rain"', []),
        ('"in the ra"', []),
        ("the -rain", ["the train in time"]),
        ("the -rai", ["Zürich in the rain", "the train in time"]),
        ('-"in the" time', ["the train in time"]),
        ("in-the", ["Zürich in the rain"]),
        ('"in the', ["Zürich in the rain"]),
        ("snow", []),
        ("-rain", []),
    ],
)
async def test_words_by_their_beginnings_phrases_and_exclusions(store: Store, query: str, found: list[str]) -> None:
    await said(store, "s1", "the train in time")
    await said(store, "s2", "Zürich in the rain")
    assert sorted(re.sub("[\ue000\ue001]", "", hit.snippet) for hit in await store.search(query)) == found


async def test_together_comes_before_apart_whole_words_before_beginnings_and_new_before_old(store: Store) -> None:
    for text in ("red apple", "an apple, and red", "redder apples", "a red apple again", "apple red"):
        await said(store, "s1", text)
    assert shown(await store.search("red apple")) == [
        "a [red apple] again",
        "[red apple]",
        "[apple] [red]",
        "an [apple], and [red]",
        "[redder] [apples]",
    ]


async def test_titles_are_found_by_the_one_they_have_now_and_leave_room_for_messages(store: Store) -> None:
    for n in range(8):
        await said(store, f"s{n}", f"message about figs {n}")
        await store.append(f"s{n}", "", 0, 1.0, [SessionRenamed(title=f"Figs {n}")])
    await store.append("s3", "", 0, 2.0, [SessionRenamed(title="Dates", by="person")])
    assert [hit.session_id for hit in await store.search("figs") if hit.role == "title"] == [
        f"s{n}" for n in (7, 6, 5, 4, 2, 1, 0)
    ]
    assert [hit.role for hit in await store.search("figs", 4)] == ["title", "title", "user", "user"]
    assert [hit.session_id for hit in await store.search("dates")] == ["s3"]
    assert {row.id for row in await store.sessions("figs")} == {f"s{n}" for n in range(8)}


async def test_a_search_can_keep_to_one_session(store: Store) -> None:
    for n in range(6):
        await said(store, f"s{n % 2}", f"plum number {n}")
    hits = await store.search("plum", session_id="s1")
    assert [hit.session_id for hit in hits] == ["s1"] * 3
    assert "5" in hits[0].snippet
    assert await store.search("plum", session_id="nowhere") == []


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("我的猫很可爱", "猫", "我的[猫]很可爱"),
        ("我的猫很可爱", "猫很", "我的[猫很]可爱"),
        ("我的猫很可爱", "很猫", None),
        ("東京タワーへ行く", "タワー", "東京[タワー]へ行く"),
        ("Привет, Ёлка", "ёлка", "Привет, [Ёлка]"),
        ("read_file(x) failed", "read_file", "[read_file](x) failed"),
        ("cafe\u0301 noir", "café", "[cafe\u0301] noir"),
    ],
)
async def test_scripts_without_spaces_accents_and_identifiers(
    store: Store, text: str, query: str, snippet: str | None
) -> None:
    await said(store, "s1", text)
    assert shown(await store.search(query)) == ([snippet] if snippet else [])


async def test_marks_in_a_hostile_text_mark_nothing(store: Store) -> None:
    await said(store, "s1", f"{MATCH_START}never{MATCH_END} mind <b>the</b> gap")
    assert shown(await store.search("gap")) == ["never mind <b>the</b> [gap]"]


@pytest.mark.parametrize(
    "query", ['"', '""', "AND", "a OR", "(", "hi*", "^say", "- -- -x", "a:b", "NEAR(", "\0", "\ud800", "%_"]
)
async def test_any_signs_are_a_query(store: Store, query: str) -> None:
    await said(store, "s1", 'say "hi" AND (NOT) * ^ -x')
    await store.search(query)
    await store.sessions(query)


@given(
    st.lists(
        st.sampled_from(['"', "-", "*", "猫", "\ud800", "\0", " ", "a", "AND ", "NOT ", "²", "\u0301"])
        | st.text(max_size=3)
    )
)
def test_any_text_is_a_query(pieces: list[str]) -> None:
    db = sqlite3.connect(":memory:")
    for script in MIGRATIONS:
        db.executescript(script)
    index.add(db, Recorded(1, "s", "j", 1.0, TaskSubmitted(text="a cat, 猫")))
    searching = search.Search("".join(pieces), 5)
    while not searching.go_on(db):
        pass
    search.sessions(db, "".join(pieces), 5)
    db.close()


@pytest.mark.parametrize("query", ["word " * 3000, "-word " * 3000, '"' + "word " * 3000, "猫" * 3000, "x" * 100_000])
async def test_a_whole_text_may_be_pasted(store: Store, query: str) -> None:
    await said(store, "s1", "some word")
    await store.search(query)
    await store.sessions(query)


@pytest.mark.usefixtures("small_volumes")
async def test_many_volumes_are_one_history(store: Store) -> None:
    for n in range(20):
        await said(store, f"s{n}", f"pear {n}", at=float(n))
    assert len(await store._thread.run(index.volumes)) > 10
    assert [hit.session_id for hit in await store.search("pear", 5)] == ["s19", "s18", "s17", "s16", "s15"]
    assert len(await store.search("pear", 100)) == 20
    assert [row.id for row in await store.sessions("pear", 3)] == ["s19", "s18", "s17"]


async def everything(store: Store) -> dict[str, object]:
    """All that the projections hold."""

    def read(db: sqlite3.Connection) -> dict[str, object]:
        content: dict[str, object] = {
            table: db.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
            for table in ("session", "job", "partial")
        }
        for volume in [index.TITLES, *index.volumes(db)]:
            name = index.table(volume)
            content[name] = db.execute(f"SELECT rowid, text FROM {name} ORDER BY rowid").fetchall()
            db.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {name}, instance)")
            content[f"words of {name}"] = db.execute(
                'SELECT * FROM temp.words ORDER BY term, doc, col, "offset"'
            ).fetchall()
            db.execute("DROP TABLE temp.words")
            db.execute(f"INSERT INTO {name}({name}) VALUES('integrity-check')")
        return content

    return await store._thread.run(read)


async def mixed_history(store: Store) -> None:
    for n in range(12):
        await said(store, f"s{n % 4}", f"task {n} 猫", f"answer {n}", f"tool {n}", at=float(n))
        await store.append(f"s{n % 4}", "", 0, n + 0.5, [SessionRenamed(title=f"Title {n}")])
    await store.remove_session("s2")
    await store.append("s1", "open", 0, 50.0, [TaskSubmitted(text="half"), ModelAsked(round=1, model="m")])
    await store.save_partial("open", 2, 0, [("text", "so far")])


@pytest.fixture
async def unindexed(small_volumes: None, tmp_path: Path) -> AsyncIterator[Store]:
    """A store just opened whose log an older version wrote, without an index: it is made behind the scenes."""
    path = tmp_path / "inara.db"
    before = Store(path)
    await before.open()
    for n in range(60):
        await said(before, f"s{n % 5}", f"fig {n}")
    await before.close()
    db = sqlite3.connect(path)
    for (volume,) in db.execute("SELECT n FROM volume").fetchall():
        db.execute(f"DROP TABLE {index.table(volume)}")
    db.execute("DELETE FROM volume")
    db.execute("UPDATE session SET title_seq = 0")
    db.execute("INSERT INTO backlog SELECT seq FROM event ORDER BY seq DESC LIMIT 1")
    db.commit()
    db.close()
    opened = Store(path)
    await opened.open()
    yield opened
    await opened.close()


async def test_what_is_written_renamed_and_deleted_while_the_index_is_made_is_there_once(unindexed: Store) -> None:
    await said(unindexed, "s0", "fig new")
    await unindexed.append("s1", "", 0, 9.0, [SessionRenamed(title="figs renamed")])
    await unindexed.delete_session("s2")
    await unindexed.settled()
    assert len(await unindexed.search("fig", 1000)) == 48 + 1 + 1
    await everything(unindexed)  # with FTS5's own check of each index


async def test_a_database_with_the_first_tables_is_copied_and_then_indexed_behind_the_scenes(tmp_path: Path) -> None:
    path = tmp_path / "inara.db"
    now = Store(path)
    await now.open()
    await mixed_history(now)
    await now._thread.run(lambda db: db.execute("UPDATE session SET unread = 0"))  # the first tables could not tell
    expected = await everything(now)
    await now.close()
    with sqlite3.connect(path) as db:  # as the first version left it
        for name in ("listed", "filed", "trashed", "unread"):
            db.execute(f"DROP INDEX session_{name}")
        for column in ("pinned", "folder", "trashed_at", "unread"):
            db.execute(f"ALTER TABLE session DROP COLUMN {column}")
        for (volume,) in db.execute("SELECT n FROM volume").fetchall():
            db.execute(f"DROP TABLE {index.table(volume)}")
        db.executescript(
            "DROP TABLE volume; DROP TABLE backlog; ALTER TABLE session DROP COLUMN title_seq;"
            "DROP INDEX job_origin; ALTER TABLE job DROP COLUMN origin; DROP TABLE schedule; DROP TABLE schedule_run;"
            "DROP TABLE rule; DROP TABLE call; DROP TABLE usage; DROP TABLE server; DROP TABLE queued;"
            "DROP TABLE decision;"
            "CREATE VIRTUAL TABLE search"
            + MIGRATIONS[0].split("CREATE VIRTUAL TABLE search")[1]
            + "PRAGMA user_version=1;"
        )
    db.close()
    again = Store(path, tmp_path / "backups")
    await again.open()
    await said(again, "s9", "said meanwhile")
    await again.settled()
    assert [hit.session_id for hit in await again.search("meanwhile")] == ["s9"]
    assert len(await again.search("answer", 100)) == 9
    copy = sqlite3.connect(tmp_path / "backups" / "before-tables-2.db")
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("SELECT count(*) FROM event").fetchone()[0] > 50
    copy.close()
    await again.delete_session("s9")
    assert list((tmp_path / "backups").iterdir()) == []  # what is deleted is in no copy either
    assert await everything(again) == expected
    assert {job.origin for job in await again.jobs()} == {"window"}
    await again.close()


SECRET = "xylophonicsecret"


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.usefixtures("small_volumes")
async def test_a_deleted_session_leaves_no_byte_of_its_text(store: Store, tmp_path: Path) -> None:
    for n in range(60):
        await said(store, f"s{n % 7}", f"common words {n}", "more of them " * 50)
        if n % 9 == 0:
            await said(store, "gone", f"{SECRET} {n}", f"re {SECRET}", f"tool {SECRET}")
            await store.append("gone", "", 0, 1.0, [SessionRenamed(title=f"{SECRET} titled")])
    assert SECRET.encode() in on_disk(tmp_path)
    await store.delete_session("gone")
    assert SECRET[:8].encode() not in on_disk(tmp_path)
    assert await store.search(SECRET) == []
    assert len(await store.search("common", 100)) == 60


async def test_a_purge_cut_by_a_crash_is_done_at_the_next_start(store: Store, tmp_path: Path) -> None:
    for n in range(60):
        await said(store, "kept", f"common words {n}", "more of them " * 50)
    await said(store, "gone", SECRET)
    await store.remove_session("gone")
    await store.close()
    assert SECRET[:8].encode() in on_disk(tmp_path)
    again = Store(tmp_path / "inara.db")
    await again.open()
    await again.settled()
    await again.close()
    assert SECRET[:8].encode() not in on_disk(tmp_path)


async def test_a_purge_cut_just_before_its_end_leaves_nothing_in_the_log_either(store: Store, tmp_path: Path) -> None:
    """The index is clean by then, and nothing says that the files are not."""
    await said(store, "gone", SECRET)
    await said(store, "kept", "common words")
    await store._thread.run(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    await store.remove_session("gone")
    for volume in await store._thread.run(index.dirty):
        first = True
        while await store._purging.step(volume, first=first):
            first = False
    killed = tmp_path / "killed"
    killed.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(tmp_path / f"inara.db{end}", killed / f"inara.db{end}")
    assert SECRET[:8].encode() in on_disk(killed)
    again = Store(killed / "inara.db")
    await again.open()
    await again.settled()
    assert SECRET[:8].encode() not in on_disk(killed)
    assert len(await again.search("common")) == 1
    await again.close()


async def test_no_byte_is_left_of_a_row_that_was_moved_by_the_end_of_its_neighbours(
    store: Store, tmp_path: Path
) -> None:
    """SQLite zeroes what it removes where that is, and not where it was before a page was put in order."""
    chance = random.Random(7)
    words = [f"{chance.getrandbits(80):020x}" for _ in range(120)]
    for n, word in enumerate(words):
        await said(
            store, f"s{n}", word + " x" * chance.choice((0, 10, 300, 3000)), f"re {word} " * chance.choice((1, 50))
        )
    order = list(range(len(words)))
    chance.shuffle(order)
    for count, n in enumerate(order, start=1):
        await store.delete_session(f"s{n}")
        if count % 10 == 0:
            files = on_disk(tmp_path)
            assert [words[gone] for gone in order[:count] if words[gone].encode() in files] == []


async def test_writing_and_deleting_go_on_during_a_purge(store: Store, tmp_path: Path) -> None:
    for n in range(60):
        await said(store, f"gone{n % 3}", f"{SECRET}{n % 3} {n}", f"filler {n} " * 100)
    deletions = [asyncio.create_task(store.delete_session(f"gone{n}")) for n in range(3)]
    for n in range(50):
        await said(store, "kept", f"common words {n}")
    await asyncio.gather(*deletions)
    assert SECRET[:8].encode() not in on_disk(tmp_path)
    assert len(await store.search("common", 100)) == 50


async def test_a_front_end_on_the_socket_finds_the_same(home: Path) -> None:
    engine = await open_engine(find_home())
    server = SocketServer(engine, find_home().socket, lambda _: None)
    await server.start()
    remote = await RemoteEngine.connect(find_home().socket)
    assert remote is not None
    session = await remote.import_session(
        '{"title": "Tea", "messages": [{"role": "user", "content": "Which leaves?"}]}'
    )
    hits = await remote.search("leav", limit=5)
    assert hits == await engine.search("leav")
    assert shown(hits) == ["Which [leaves]?"]
    assert hits == await remote.search("leav", session=session)
    with pytest.raises(NotFound):
        await remote.undo_job("nothing")
    await remote.delete_session(session)
    assert await remote.search("leav") == []
    await remote.close()
    await server.close()
    await engine.close()
    assert b"leaves" not in on_disk(home)
