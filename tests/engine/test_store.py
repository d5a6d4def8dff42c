"""The log on disk: what was acknowledged is there, damage is noticed, and a full disk loses nothing."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from inara_engine.errors import StorageError
from inara_engine.events import (
    JobFinished,
    ModelAsked,
    ModelFinished,
    SessionRenamed,
    TaskSubmitted,
    TextDelta,
)
from inara_engine.store import Store, connecting
from inara_engine.store.schema import MIGRATIONS


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(tmp_path / "inara.db", tmp_path / "backups")
    await opened.open()
    yield opened
    await opened.close()


async def one_job(store: Store, job: str = "j1", session: str = "s1", text: str = "hello", at: float = 1.0) -> None:
    await store.append(session, job, 0, at, [TaskSubmitted(text=text)])
    await store.append(session, job, 1, at, [ModelAsked(round=1, model="m"), ModelFinished(text=f"re {text}")])
    await store.append(session, job, 3, at, [JobFinished(status="complete")])


async def test_events_come_back_as_they_were_in_their_order(store: Store) -> None:
    await one_job(store)
    events = await store.job_events("j1")
    assert [event.event for event in events] == [
        TaskSubmitted(text="hello"),
        ModelAsked(round=1, model="m"),
        ModelFinished(text="re hello"),
        JobFinished(status="complete"),
    ]
    assert [event.seq for event in events] == [1, 2, 3, 4]


async def test_two_writers_of_one_job_collide(store: Store) -> None:
    await store.append("s1", "j1", 0, 1.0, [TaskSubmitted(text="a")])
    with pytest.raises(StorageError):
        await store.append("s1", "j1", 0, 1.0, [TaskSubmitted(text="b")])
    assert len(await store.job_events("j1")) == 1


async def test_what_is_done_meanwhile_begins_before_the_rows_are_there_and_only_where_they_will_be(
    store: Store,
) -> None:
    began: list[bool] = []
    task = [TaskSubmitted(text="a")]
    written = store.append("s1", "j1", 0, 1.0, task, meanwhile=lambda: began.append(written.done()))
    await written
    assert began == [False]
    with pytest.raises(StorageError):  # the position is taken
        await store.append("s1", "j1", 0, 1.0, task, meanwhile=lambda: began.append(True))
    assert began == [False]


async def test_a_second_process_can_not_open_it(store: Store, tmp_path: Path) -> None:
    await one_job(store)
    second = Store(tmp_path / "inara.db")
    with pytest.raises(StorageError, match="Another program"):
        await second.open()
    await second.close()


async def test_the_file_is_private_and_no_index_file_lies_beside_it(store: Store, tmp_path: Path) -> None:
    await one_job(store)
    assert (tmp_path / "inara.db").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "inara.db-shm").exists()


async def test_sessions_are_listed_by_last_use_and_found_by_words_and_titles(store: Store) -> None:
    await one_job(store, "j1", "s1", "about Zürich", at=1.0)
    await one_job(store, "j2", "s2", "about apples", at=2.0)
    await store.append("s2", "", 0, 3.0, [SessionRenamed(title="Fruit", by="person")])
    assert [row.id for row in await store.sessions()] == ["s2", "s1"]
    assert [row.id for row in await store.sessions("zurich")] == ["s1"]
    assert [row.id for row in await store.sessions("appl")] == ["s2"]
    assert [row.id for row in await store.sessions("frui")] == ["s2"]
    assert await store.sessions("pears") == []
    assert "apples" in (await store.sessions("apples"))[0].snippet
    assert await store.sessions('"; drop table event; --') == []


async def test_a_query_of_any_signs_is_a_search_and_no_error(store: Store) -> None:
    await one_job(store, text='say "hi" AND (NOT) * ^ -x')
    for query in ('"', "AND", "(", "hi*", "^say", "-x", "a:b", "%", "_", "\0"):
        await store.sessions(query)


async def test_partial_text_is_kept_until_the_reply_is_in_the_log(store: Store) -> None:
    await store.append("s1", "j1", 0, 1.0, [TaskSubmitted(text="a"), ModelAsked(round=1, model="m")])
    await store.save_partial("j1", 2, 0, [("thinking", "hm"), ("text", "Half")])
    await store.save_partial("j1", 2, 2, [("text", " an answer")])
    assert await store.partial("j1") == ("Half an answer", "hm")
    await store.append("s1", "j1", 2, 1.0, [ModelFinished(text="Half an answer, whole")])
    await store.save_partial("j1", 2, 3, [("text", ", whole")])  # it comes too late
    assert await store.partial("j1") == ("", "")


async def test_a_flipped_byte_is_noticed_counted_and_left_in_the_file(store: Store, tmp_path: Path) -> None:
    await one_job(store)
    await store.close()
    with sqlite3.connect(tmp_path / "inara.db") as db:
        db.execute("UPDATE event SET body = replace(body, 're hello', 're hellp') WHERE kind = 'model_finished'")
    db.close()
    again = Store(tmp_path / "inara.db")
    await again.open()
    kinds = [event.event.kind for event in await again.job_events("j1") if not isinstance(event.event, TextDelta)]
    assert kinds == ["task_submitted", "model_asked", "job_finished"]
    assert again.damaged == 1
    await again.close()
    with sqlite3.connect(tmp_path / "inara.db") as db:
        assert db.execute("SELECT count(*) FROM event").fetchone() == (4,)
    db.close()


@pytest.mark.parametrize("damage", ["not a database", "cut", "zeros in the middle", "empty"])
async def test_a_damaged_file_is_refused_with_a_next_step_and_not_touched(
    store: Store, tmp_path: Path, damage: str
) -> None:
    for n in range(300):
        await one_job(store, f"j{n}", "s1", "x" * 500)
    await store.close()
    file = tmp_path / "inara.db"
    content = bytearray(file.read_bytes())
    if damage == "not a database":
        content[:4096] = os.urandom(4096)
    elif damage == "cut":
        del content[len(content) // 2 + 100 :]
    elif damage == "empty":  # what some file systems leave of a file after a loss of power
        content.clear()
    else:
        content[20_000:120_000] = bytes(100_000)
    file.write_bytes(content)
    again = Store(file, tmp_path / "backups")
    with pytest.raises(StorageError) as error:
        await again.open()
    await again.close()
    assert "damaged" in error.value.message
    assert error.value.next_step
    assert file.read_bytes() == content


async def test_a_log_whose_database_is_missing_is_not_thrown_away(store: Store, tmp_path: Path) -> None:
    """It may hold all that was said since it was last folded in."""
    await one_job(store)
    log = (tmp_path / "inara.db-wal").read_bytes()
    lone = tmp_path / "lone.db"
    Path(f"{lone}-wal").write_bytes(log)
    again = Store(lone)
    with pytest.raises(StorageError, match="damaged"):
        await again.open()
    await again.close()
    assert (lone.exists(), Path(f"{lone}-wal").read_bytes()) == (False, log)


async def test_a_first_start_that_was_cut_is_a_first_start(tmp_path: Path) -> None:
    (tmp_path / "inara.db.new").write_bytes(b"")
    begun = Store(tmp_path / "inara.db")
    await begun.open()
    await one_job(begun)
    await begun.close()
    assert [file.name for file in tmp_path.iterdir()] == ["inara.db"]


@pytest.mark.parametrize("room_bytes", [*range(0, 4096, 256), *range(4096, 80_000, 4096)])
async def test_a_first_start_on_a_full_disk_leaves_nothing_that_a_later_one_takes_for_damaged(
    tmp_path: Path, room_bytes: int
) -> None:
    first = Store(tmp_path / "inara.db")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_bytes, hard))
    try:
        with suppress(StorageError):
            await first.open()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    await first.close()
    later = Store(tmp_path / "inara.db")
    await later.open()
    await one_job(later)
    await later.close()


@pytest.mark.parametrize("rest", [b"", b"\0" * 5000, bytes(range(256)) * 20], ids=["cut", "zeros", "rubbish"])
@pytest.mark.parametrize("part", [0.0, 0.02, 0.3, 0.55, 0.81, 0.999])
async def test_a_write_ahead_log_whose_end_is_torn_keeps_every_whole_commit(
    tmp_path: Path, part: float, rest: bytes
) -> None:
    """A loss of power may leave the last pages half written, empty, or full of something else."""
    lived, died = tmp_path / "lived.db", tmp_path / "died.db"
    store = Store(lived)
    await store.open()
    log = Path(f"{lived}-wal")
    committed: list[int] = []  # the log's length after each job
    for n in range(8):
        await one_job(store, job=f"j{n}", text="herons " * 100)
        committed.append(log.stat().st_size)
    whole = log.read_bytes()
    torn = int(len(whole) * part)
    died.write_bytes(lived.read_bytes())
    Path(f"{died}-wal").write_bytes((whole[:torn] + rest)[: len(whole)])
    await store.close()
    store = Store(died)
    await store.open()
    ended = {row.job_id for row in await store.all_events() if isinstance(row.event, JobFinished)}
    assert ended >= {f"j{n}" for n, length in enumerate(committed) if length <= torn}
    assert ended <= {f"j{n}" for n in range(8)}
    assert store.damaged == 0
    await store.close()


async def test_a_large_file_is_checked_when_it_was_not_closed_in_order(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(300):
        await one_job(store, f"j{n}", "s1", "x" * 500)
    await store._thread.run(lambda db: db.execute("PRAGMA wal_checkpoint(FULL)").fetchall())
    killed = tmp_path / "killed.db"  # the files as a kill would leave them
    content = bytearray((tmp_path / "inara.db").read_bytes())
    content[20_000:120_000] = bytes(100_000)
    killed.write_bytes(content)
    Path(f"{killed}-wal").write_bytes((tmp_path / "inara.db-wal").read_bytes())
    monkeypatch.setattr(connecting, "CHECKED_BYTES", 0)
    again = Store(killed)
    with pytest.raises(StorageError, match="damaged"):
        await again.open()
    await again.close()


async def test_a_full_disk_says_so_keeps_what_was_acknowledged_and_goes_on_later(store: Store) -> None:
    await one_job(store)
    pages = await store._thread.run(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    await store._thread.run(lambda db: db.execute(f"PRAGMA max_page_count={pages}").fetchone())
    with pytest.raises(StorageError, match="disk is full"):
        await one_job(store, "j2", "s1", "x" * 100_000)
    assert len(await store.job_events("j1")) == 4
    assert await store.job_events("j2") == []
    await store._thread.run(lambda db: db.execute("PRAGMA max_page_count=1000000").fetchone())
    await one_job(store, "j2", "s1", "x" * 100_000)
    assert len(await store.job_events("j2")) == 4


async def test_nothing_is_said_to_be_saved_in_a_file_that_was_moved_away_and_back_in_its_place_it_goes_on(
    tmp_path: Path,
) -> None:
    """What went into the file that nobody finds any more was told as saved, and gone at the next start."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store(folder / "inara.db")
    await store.open()
    await one_job(store)
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(StorageError, match="moved, replaced or deleted"):
        await one_job(store, "j2")
    folder.mkdir()
    (folder / "inara.db").write_bytes(b"of somebody else")
    with pytest.raises(StorageError, match="moved, replaced or deleted"):
        await store.delete_session("s1")
    assert len(await store.job_events("j1")) == 4
    (folder / "inara.db").unlink()
    folder.rmdir()
    (tmp_path / "elsewhere").rename(folder)
    await one_job(store, "j2")
    await store.close()
    again = Store(folder / "inara.db")
    await again.open()
    assert [len(await again.job_events(job)) for job in ("j1", "j2")] == [4, 4]
    await again.close()


async def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path / "missing" / "inara.db")
    with pytest.raises(StorageError, match="missing"):
        await store.open()
    await store.close()


async def test_a_file_of_a_newer_inara_is_refused(store: Store, tmp_path: Path) -> None:
    await store._thread.run(lambda db: db.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}"))
    await store.close()
    again = Store(tmp_path / "inara.db")
    with pytest.raises(StorageError, match="newer Inara"):
        await again.open()
    await again.close()


def older(path: Path) -> None:
    """A database whose tables are those of the version before."""
    with closing(sqlite3.connect(path)) as db:
        for number, script in enumerate(MIGRATIONS[:-1], start=1):
            db.executescript(f"BEGIN; {script} PRAGMA user_version={number}; COMMIT;")


async def test_the_copy_from_before_the_tables_change_is_for_this_user_alone(tmp_path: Path) -> None:
    older(tmp_path / "inara.db")
    (tmp_path / "backups").mkdir(mode=0o755)
    store = Store(tmp_path / "inara.db", tmp_path / "backups")
    await store.open()
    await store.close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_without_a_copy_the_tables_stay_as_they_are(tmp_path: Path) -> None:
    older(tmp_path / "inara.db")
    (tmp_path / "backups").write_text("a file where the folder should be")
    store = Store(tmp_path / "inara.db", tmp_path / "backups")
    with pytest.raises(StorageError, match="can't be made to copy them") as refused:
        await store.open()
    await store.close()
    assert refused.value.next_step
    with closing(sqlite3.connect(tmp_path / "inara.db")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) - 1,)


async def test_a_copy_for_which_there_is_no_room_is_none(store: Store, tmp_path: Path) -> None:
    """An empty one was listed as a backup."""
    await one_job(store)
    await store._thread.run(lambda db: db.execute(f"PRAGMA user_version={len(MIGRATIONS) - 1}"))
    await store.close()
    again = Store(tmp_path / "inara.db", tmp_path / "backups")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(StorageError):
            await again.open()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    await again.close()
    assert list((tmp_path / "backups").iterdir()) == []


async def test_a_store_in_memory_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store(None)
    await store.open()
    await one_job(store)
    assert len(await store.job_events("j1")) == 4
    await store.close()
    assert list(tmp_path.iterdir()) == []


async def test_a_long_session_is_read_in_pages(store: Store) -> None:
    await store.append_jobs("s1", [(f"j{n}", [TaskSubmitted(text=str(n))]) for n in range(1200)], 1.0)
    seen: list[int] = []
    after = 0
    while page := await store.events("s1", after):
        seen += [event.seq for event in page]
        after = page[-1].seq
    assert seen == list(range(1, 1201))


async def test_one_that_is_closed_says_so(store: Store) -> None:
    await store.close()
    await store.close()
    with pytest.raises(StorageError, match=r"closed.*again"):
        await store.job_events("job")
