"""Exports of other programs become sessions; whatever else the file is, one sentence says so."""

from __future__ import annotations

import asyncio
import io
import json
import signal
import sqlite3
import sys
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import StorageError, UserError
from inara_engine.events import Event, ImportProgressed, ModelFinished, TaskSubmitted
from inara_engine.face import Engine, Prompt, open_engine
from inara_engine.half_imports import take_back
from inara_engine.home import find_home
from inara_engine.imports import ImportedMessage, ImportedSession, as_jobs, read_export
from inara_engine.imports import reading as reading_module

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
CHATGPT, CLAUDE = EXPORTS / "chatgpt.json", EXPORTS / "claude.json"


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".json", content)
    return packed.getvalue()


def test_chatgpt_the_branch_seen_last_with_code_results_thoughts_times_and_models() -> None:
    leaves, german = read_export(CHATGPT)
    assert (leaves.title, leaves.created_at) == ("Counting leaves", 1_700_000_000.0)
    assert leaves.messages == (
        ImportedMessage(
            "user", "[Image, not in the export's text]\n\nHow many leaves are in this picture?", 1_700_000_000.5
        ),
        ImportedMessage("assistant", "", 1_700_000_004.0, "o3", "I count the leaves one by one."),
        ImportedMessage("assistant", "**Asked python**\n\n```python\nprint(6 * 7)\n```", 1_700_000_006.0, "o3"),
        ImportedMessage("assistant", "**python answered**\n\n```\n42\n```", 1_700_000_007.0),
        ImportedMessage("assistant", "There are **42** leaves.", 1_700_000_008.25, "o3"),
        ImportedMessage("user", "Quote a page on it", 1_700_000_060.0),
        ImportedMessage(
            "assistant",
            "**browser answered**\n\nLeaves\n\nhttps://example.org/leaf\n\n```\nA leaf is an organ.\n```",
            1_700_000_061.0,
        ),
        ImportedMessage("assistant", "A page says: a leaf is an organ.", 1_700_000_062.0, "gpt-4o"),
    )
    assert [message.text for message in german.messages] == ["Zweite Unterhaltung, ohne current_node", "Ja."]


def test_claude_blocks_tools_attachments_branches_and_old_exports() -> None:
    bread, branches, old = read_export(CLAUDE)
    question, answer = bread.messages
    assert (bread.title, bread.created_at, question.at) == ("Bread", 1_740_816_000.0, 1_740_816_001.5)
    assert question.text == (
        "What is in this recipe?\n\n**Attached: bread.txt**\n\n````\nflour\nwater\n```\nsalt\n````\n\n[File: loaf.png]"
    )
    assert answer.thinking == "It is short."
    assert answer.text == (
        'Let me look.\n\n**Asked web_search**\n\n```json\n{\n "query": "bread"\n}\n```\n\n'
        "**web_search answered**\n\n```\nBread is baked.\n```\n\nFlour, water and salt."
    )
    assert [(message.text, message.model) for message in branches.messages] == [
        ("Edited try", ""),
        ("Second answer", "claude-sonnet-4"),
    ]
    assert [message.role for message in old.messages] == ["user", "assistant"]


def test_own_and_plain_files_are_read_too() -> None:
    own = {
        "format": "inara-session",
        "version": 1,
        "title": "T",
        "created_at": "2026-01-02T03:04:05+00:00",
        "messages": [{"role": "user", "content": "hi", "at": "2026-01-02T03:04:06+00:00"}],
    }
    plain = {"title": "P", "messages": [{"role": "system", "content": "x"}, {"role": "assistant", "content": "hello"}]}
    assert read_export(json.dumps(own).encode()) == [
        ImportedSession("T", 1_767_323_045.0, (ImportedMessage("user", "hi", 1_767_323_046.0),))
    ]
    assert read_export(json.dumps([plain]).encode()) == [
        ImportedSession("P", None, (ImportedMessage("assistant", "hello"),))
    ]


@pytest.mark.parametrize("name", ["conversations", "export__conversations", "conversations-000"])
def test_the_archive_they_come_in_needs_no_unpacking(name: str) -> None:
    packed = zipped(**{name: CHATGPT.read_bytes(), "user": b"{}", "message_feedback": b"[]"})
    assert read_export(packed) == read_export(CHATGPT)


def test_a_conversation_becomes_jobs_with_the_times_of_the_file() -> None:
    first, second = as_jobs(read_export(CHATGPT)[0], now=9e9)
    task, _, answer, _ = first.events
    assert isinstance(task, TaskSubmitted)
    assert isinstance(answer, ModelFinished)
    assert task.origin == "import"
    assert answer.text.endswith("There are **42** leaves.")
    assert (answer.model, answer.thinking) == ("o3", "I count the leaves one by one.")
    assert first.times == (1_700_000_000.5, 1_700_000_000.5, 1_700_000_008.25, 1_700_000_008.25)
    assert second.times[0] == 1_700_000_060.0


def test_times_never_run_backwards_and_messages_without_one_follow() -> None:
    messages = (
        ImportedMessage("assistant", "hello", 50.0),
        ImportedMessage("user", "a", 40.0),
        ImportedMessage("user", "b"),
        ImportedMessage("assistant", "c", 60.0),
    )
    jobs = as_jobs(ImportedSession("", None, messages), now=100.0)
    assert [job.times for job in jobs] == [(50.0,) * 4, (50.0, 50.0), (50.0, 50.0, 60.0, 60.0)]
    assert as_jobs(ImportedSession("", None, messages[2:3]), now=100.0)[0].times == (100.0, 100.0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"hello", "not JSON"),
        (b"\xff\xfe{\x00", "not UTF-8"),
        (b"[]", "nothing to import"),
        (b"{}", "no conversation that Inara knows"),
        (b'{"a": 1, "b": 2}', "no conversation that Inara knows .a, b"),
        (b"[1, 2]", "no conversation that Inara knows"),
        (b'[{"mapping": {}}]', "have no messages"),
        (b'{"messages": 7}', "not a session"),
        (b'{"messages": []} x', "not whole JSON"),
        (b'[{"mapping": {}},]            ', "not whole JSON"),
        (b'[{"mapping": {}} {"mapping": {}}]', "not whole JSON"),
        (b'[{"mapping": oops' + b" " * 100 + b"}]", "not whole JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"PK\x03\x04 and then nothing of a ZIP", "ZIP archive is damaged"),
        (zipped(user=b"{}"), "no conversations.json"),
        (zipped(conversations=b""), "empty"),
    ],
)
def test_what_is_no_export_is_named(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as error:
        read_export(content)
    assert error.value.message.endswith((".", ")."))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_damaged_archive_is_told_whatever_is_damaged(packing: int) -> None:
    """Each byte of it in turn: the archive's own reader fails in many ways, and what is not hurt is read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        archive.writestr("conversations.json", CLAUDE.read_bytes())
        archive.writestr("ünï.json", "{}")
    whole = packed.getvalue()
    middle = range(80, len(whole) - 300, 97)
    for at in (*range(4, 80), *middle, *range(len(whole) - 300, len(whole))):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        try:
            assert read_export(bytes(damaged))
        except UserError as error:
            assert error.next_step  # noqa: PT017 - either way is right


@pytest.mark.parametrize("file", [CHATGPT, CLAUDE])
def test_a_file_cut_anywhere_says_so_after_what_was_whole(file: Path) -> None:
    content = file.read_bytes().rstrip()
    for end in range(3, len(content), 61):
        with pytest.raises(UserError, match=r"cut off|UTF-8"):
            read_export(content[:end])


def test_a_cut_or_locked_archive(tmp_path: Path) -> None:
    packed = zipped(conversations=CHATGPT.read_bytes())
    with pytest.raises(UserError, match="damaged"):
        read_export(packed[:-100])
    broken = bytearray(packed)
    broken[60:90] = bytes(30)
    with pytest.raises(UserError, match="damaged"):
        read_export(bytes(broken))
    locked = bytearray(packed)
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(header) + flags] |= 1
    with pytest.raises(UserError, match="can't be opened"):
        read_export(bytes(locked))
    with pytest.raises(UserError, match="can't be read: No such file"):
        read_export(tmp_path / "nothing.zip")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(conversations=b"[" + b" " * 80_000_000 + b"]")
    assert len(bomb) < 200_000
    with pytest.raises(UserError, match="unpacks to far more"):
        read_export(bomb)


def test_one_endless_conversation_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MAX_CONVERSATION", 3_000_000)
    with pytest.raises(UserError, match="larger than"):
        read_export(b'[{"title": "' + b"x" * 5_000_000 + b'"}]')


def test_a_file_of_many_pieces_is_read_across_their_borders() -> None:
    one = {
        "title": "t" * 300,
        "mapping": {"a": {"message": {"author": {"role": "user"}, "content": {"parts": ["hi"]}}}},
    }
    assert len(read_export(json.dumps([one] * 8_000, indent=1).encode())) == 8_000


@pytest.mark.parametrize("file", [CHATGPT, CLAUDE])
async def test_one_conversation_of_another_program_on_its_own(home: Path, file: Path) -> None:
    """Not in the list that it came in: cut out of it by hand, or by a program that saves one at a time."""
    first, *_ = await asyncio.to_thread(lambda: json.loads(file.read_text()))
    engine = await open_engine(find_home(), drive=False)
    session = await engine.import_session(json.dumps(first))
    said = json.loads(await engine.export_session(session, "json"))
    (whole, *_) = read_export(json.dumps([first]).encode())
    assert said["title"] == whole.title
    assert said["messages"][0]["content"] == whole.messages[0].text
    with pytest.raises(UserError, match=r"no conversation that Inara knows \(colour\)"):
        await engine.import_session('{"colour": "blue"}')
    with pytest.raises(UserError, match="has no messages"):
        await engine.import_session('{"mapping": {}}')
    await engine.close()


def test_a_tree_in_a_circle_ends() -> None:
    said = {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["round"]}}
    mapping = {"a": {"message": said, "parent": "b"}, "b": {"message": said, "parent": "a"}}
    (session,) = read_export(json.dumps({"mapping": mapping, "current_node": "a"}).encode())
    assert len(session.messages) == 2


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def mutated(value: Any, at: list[int], other: Any) -> Any:
    """The value with the part that a path of numbers leads to replaced."""
    if not at or not isinstance(value, dict | list) or not value:
        return other
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))  # pyright: ignore[reportUnknownArgumentType] (JSON)
    key = keys[at[0] % len(keys)]
    copy: Any = value.copy()  # pyright: ignore[reportUnknownVariableType] (JSON)
    copy[key] = mutated(copy[key], at[1:], other)
    return copy


@given(st.sampled_from([CHATGPT, CLAUDE]), st.lists(st.integers(0, 12), max_size=8), anything)
def test_whatever_stands_anywhere_it_is_read_or_refused_in_words(file: Path, at: list[int], other: Any) -> None:
    content = json.dumps(mutated(json.loads(file.read_text()), at, other)).encode()
    try:
        for session in read_export(content):
            for job in as_jobs(session, now=1.0):
                assert len(job.events) == len(job.times)
    except UserError:
        pass


async def test_a_file_is_added_whole_or_not_at_all_and_is_found(home: Path, tmp_path: Path) -> None:
    engine = await open_engine(find_home())
    cut = tmp_path / "cut.json"
    cut.write_bytes(CLAUDE.read_bytes()[:-300])
    with pytest.raises(UserError, match="cut off"):
        await engine.import_file(str(cut))
    assert await engine.sessions() == []
    packed = tmp_path / "data.zip"
    packed.write_bytes(zipped(conversations=CHATGPT.read_bytes()))
    leaves, german = await engine.import_file(str(packed))
    listed = {session.id: session for session in await engine.sessions()}
    assert listed[leaves].title == "Counting leaves"
    assert listed[german].title == "Zweite Unterhaltung, ohne current_node"
    assert (listed[leaves].created_at, listed[leaves].updated_at) == (1_700_000_000.5, 1_700_000_062.0)
    hits = await engine.search("leaf organ")
    assert {(hit.session_id, hit.at) for hit in hits} == {(leaves, 1_700_000_062.0)}
    assert json.loads(await engine.export_session(german, "json"))["messages"][1]["content"] == "Ja."
    await engine.close()


Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
async def importing(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Engine, Path, Meanwhile]]:
    """An engine, a file of five conversations, and how to do something once the first three of them are there."""
    engine = await open_engine(find_home())
    file = home.parent / "five.json"
    (first, *_) = json.loads(CHATGPT.read_bytes())
    file.write_text(json.dumps([first] * 5))
    jobs, announce = engine._boards.kept.jobs, engine._boards.kept.jobs.announce

    def after_three(do: Callable[[], object]) -> None:
        def announced(event: Event) -> None:
            announce(event)
            if isinstance(event, ImportProgressed) and event.done == 3:
                do()

        monkeypatch.setattr(jobs, "announce", announced)

    yield engine, file, after_three
    await engine.close()


def pragma(engine: Engine, statement: str) -> asyncio.Future[object]:
    return engine._boards.kept.store._thread.run(lambda db: db.execute(f"PRAGMA {statement}").fetchall())


async def test_nothing_is_added_of_a_file_for_which_the_disk_has_no_room(
    importing: tuple[Engine, Path, Meanwhile],
) -> None:
    engine, file, after_three = importing
    large = {"message": {"author": {"role": "user"}, "content": {"parts": ["much " * 99_999]}}}
    file.write_text(json.dumps([*json.loads(file.read_bytes())[:4], {"mapping": {"a": large}}]))
    after_three(lambda: pragma(engine, "max_page_count=1"))  # SQLite takes that as: no page more than there are
    with pytest.raises(StorageError, match=r"^The disk is full(?!.*added by then)"):
        await engine.import_file(str(file))
    assert await engine.sessions() == []
    assert await engine.search("leaves") == []


async def test_what_of_half_an_import_can_not_be_taken_back_is_told(importing: tuple[Engine, Path, Meanwhile]) -> None:
    engine, file, after_three = importing
    after_three(lambda: pragma(engine, "query_only=ON"))
    with pytest.raises(StorageError, match=r"Of the file's 5 conversations 3 had been added by then\."):
        await engine.import_file(str(file))
    assert len(await engine.sessions()) == 3
    await pragma(engine, "query_only=OFF")


async def test_nothing_is_added_where_who_asked_for_it_goes_away(importing: tuple[Engine, Path, Meanwhile]) -> None:
    engine, file, after_three = importing
    asked = asyncio.ensure_future(engine.import_file(str(file)))
    after_three(asked.cancel)
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert await engine.sessions() == []


async def test_an_imported_session_or_a_copy_is_there_with_its_title_or_not_at_all(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is one transaction: what a kill left between two had no name."""
    engine = await open_engine(find_home())
    thread = engine._boards.kept.store._thread
    transactions: list[object] = []
    transact = thread.transact
    monkeypatch.setattr(
        thread, "transact", lambda work, **options: transactions.append(work) or transact(work, **options)
    )
    session = await engine.import_session('{"messages": [{"role": "user", "content": "Which leaves?"}]}')
    assert len(transactions) == 1
    await engine.shelf.move([session], "Trees")
    await engine.shelf.duplicate(session)
    assert len(transactions) == 3
    await engine.close()


@pytest.mark.parametrize(
    ("title", "role", "shown"),
    [
        ("", "user", "Which leaves?"),
        ("", "assistant", "Which leaves?"),
        (" two\nlines ", "user", "two lines"),
        ("x" * 900, "user", "x" * 200),
    ],
)
async def test_an_imported_session_has_a_title_that_fits_a_list(home: Path, title: str, role: str, shown: str) -> None:
    engine = await open_engine(find_home())
    file = home / "plain.json"
    file.write_text(json.dumps({"title": title, "messages": [{"role": role, "content": "Which leaves?"}]}))
    await engine.import_file(str(file))
    assert [session.title for session in await engine.sessions()] == [shown]
    await engine.close()


@pytest.mark.parametrize("after", [1, 3, 5])
async def test_after_a_kill_in_its_middle_a_file_is_imported_again_and_nothing_is_there_twice(
    importing: tuple[Engine, Path, Meanwhile], after: int
) -> None:
    engine, file, _ = importing
    await engine.close()
    command = [sys.executable, "-m", "tests.support.victim_of_importing", str(file), str(after)]
    victim = await asyncio.create_subprocess_exec(*command, cwd=EXPORTS.parents[2])
    assert await victim.wait() == -signal.SIGKILL
    assert await asyncio.to_thread(left_in_the_database) >= after

    engine = await open_engine(find_home(), drive=False)
    assert await engine.sessions() == []
    assert await engine.search("leaves") == []
    added = await engine.import_file(str(file))
    assert len(added) == 5
    await engine.close()

    engine = await open_engine(find_home(), drive=False)
    assert {session.id for session in await engine.sessions()} == set(added)
    await engine.close()


def left_in_the_database() -> int:
    with closing(sqlite3.connect(find_home().database)) as db:
        (number,) = db.execute("SELECT count(*) FROM session").fetchone()
    return int(number)


async def test_what_the_person_said_in_a_conversation_stays_when_its_import_is_taken_back(
    importing: tuple[Engine, Path, Meanwhile],
) -> None:
    """They need not wait until all of a file is there."""
    engine, file, _ = importing
    first, *rest = await engine.import_file(str(file))
    await engine.submit(Prompt(text="And how many on the ground?"), first)
    await take_back(engine._boards.kept, [first, *rest])
    assert [session.id for session in await engine.sessions()] == [first]
