"""Finding words however they are spelled, in any script; and an index in an older spelling, made anew while it is used."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import AsyncIterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.events import SessionRenamed, TaskSubmitted
from inara_engine.store import MATCH_END, MATCH_START, Store, index, projections, spelling
from inara_engine.store.schema import MIGRATIONS
from inara_engine.store.spelling import CUT, as_indexed, as_written


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(tmp_path / "inara.db")
    await opened.open()
    yield opened
    await opened.close()


async def say(store: Store, text: str, session: str = "s") -> None:
    job = f"job-{await store.last_seq()}"
    await store.append(session, job, 0, 1.0, [TaskSubmitted(text=text)])


async def shown(store: Store, query: str) -> list[str]:
    """The snippets with their matches in brackets."""
    hits = await store.search(query)
    return [hit.snippet.replace(MATCH_START, "[").replace(MATCH_END, "]") for hit in hits]


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("ฉันรักภาษาไทยมาก", "ภาษา", "ฉันรัก[ภาษา]ไทยมาก"),
        ("ປະເທດລາວງາມ", "ລາວ", "ປະເທດ[ລາວ]ງາມ"),
        ("ខ្ញុំស្រលាញ់ភាសាខ្មែរ", "ភាសា", "ខ្ញុំស្រលាញ់[ភាសា]ខ្មែរ"),
        ("မြန်မာစာသင်ယူသည်", "စာသင်", "မြန်မာ[စာသင်]ယူသည်"),
        ("ซื้อiPhoneใหม่", "iphone", "ซื้อ[iPhone]ใหม่"),
        ("ปีนี้", "ป", "[ปี]นี้"),  # by its beginning, with the vowel above it
        ("ปู", "ปี", None),
        ("人々の声", "々の", "人[々の]声"),
        ("人々の声", "声", "人々の[声]"),
        ("हिन्दी में लिखो", "हिन", "[हिन्दी] में लिखो"),
    ],
)
async def test_words_in_a_run_without_spaces_and_with_vowels_beside_their_letters(
    store: Store, text: str, query: str, snippet: str | None
) -> None:
    await say(store, text)
    assert await shown(store, query) == ([snippet] if snippet else [])


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        (decomposed("Чёрный дом"), "чёрный", f"[{decomposed('Чёрный')}] дом"),
        ("Чёрный чай", decomposed("чёрный"), "[Чёрный] чай"),
        (decomposed("한국어 공부"), "한국", f"[{decomposed('한국어')}] {decomposed('공부')}"),
        (decomposed("ガラスの窓"), "ガラス", f"[{decomposed('ガラス')}]の窓"),
        (decomposed("καλημέρα"), "καλημέρα", f"[{decomposed('καλημέρα')}]"),
        ("ﾃｽﾄ用ｶﾞﾗｽ窓", "ガラス", "ﾃｽﾄ用[ｶﾞﾗｽ]窓"),
        ("窓のガラス", "ｶﾞﾗｽ", "窓の[ガラス]"),
        ("ＡＢＣ社", "abc", "[ＡＢＣ]社"),
        ("שָׁלוֹם לכולם", "שלום", "[שָׁלוֹם] לכולם"),
        ("שלום לכולם", "שָׁלוֹם", "[שלום] לכולם"),
        ("مُحَمَّد هنا", "محمد", "[مُحَمَّد] هنا"),
        ("Donau\u00addampf\u00adschiff", "donaudampfschiff", "[Donau\u00addampf\u00adschiff]"),
        ("葛\U000e0100飾区", "葛飾", "[葛\U000e0100飾]区"),
        ("a\u0332b\u0332 c", "ab", "[a\u0332b\u0332] c"),
    ],
)
async def test_one_word_in_several_spellings_is_shown_as_it_was_written(
    store: Store, text: str, query: str, snippet: str
) -> None:
    await say(store, text)
    assert await shown(store, query) == [snippet]


async def test_a_title_is_spelled_in_several_ways_too(store: Store) -> None:
    await say(store, "?")
    await store.append("s", "", 0, 1.0, [SessionRenamed(title=decomposed("Чёрный дом"))])
    assert await shown(store, "чёрный") == [f"[{decomposed('Чёрный')}] дом"]


async def test_a_tower_of_marks_is_lowered_before_they_are_put_in_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That takes the square of their number: a minute for a message of 300 kB, in which nothing else is stored."""
    ordered: list[str] = []

    def normalize(form: Literal["NFC", "NFKC"], text: str) -> str:
        ordered.append(text)
        return decompose(form, text)

    decompose = unicodedata.normalize
    monkeypatch.setattr(spelling.unicodedata, "normalize", normalize)
    towers = [
        letter + marks * 300 for letter, marks in (("a", "\u0315\u0300\u05ae"), ("и", "\u0e38\u093c"), ("ア", "ﾞ\u0300"))
    ]
    await say(store, " ".join([*towers, "found", "😀" * 99]))
    assert 0 < max(len(run) for text in ordered for run in re.findall(r"[^\w\s😀\0-\x7f]+", text)) <= 32
    assert (await shown(store, "found"))[0].count("[found]") == 1


async def test_what_stands_behind_a_nul_is_shown(store: Store) -> None:
    await say(store, "before\0behind it")
    assert await shown(store, "behind") == ["before [behind] it"]


SCRIPTS = ("aßéñ", "бйё", "άγ", "한글ᄀ", "क़ि्ँ", "กแีิ่ำ", "កិ្ា", "ကိ္", "カﾞが゙々", "ｶﾞｱ", "漢葛\U000e0100", "שָּ", "مُآ")
PIECES = st.one_of(st.text(alphabet=letters, max_size=6).map(letters[0].__add__) for letters in SCRIPTS)
OTHERS = st.text(st.characters(exclude_categories=("C", "M")), max_size=4)
WORDS = st.lists(PIECES | OTHERS, min_size=1, max_size=3).map("".join)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(TEXTS, st.sampled_from(["NFC", "NFD"]), st.data())
def test_a_snippet_of_what_is_indexed_is_the_same_of_what_was_written(
    text: str, form: str, data: st.DataObject
) -> None:
    """Whatever letters stand in it, nothing of the text is lost, doubled or spelled otherwise."""
    text = unicodedata.normalize(form, text)
    indexed = as_indexed(text)
    kinds = "".join(unicodedata.category(character)[0] for character in indexed)
    words = [found.span() for found in re.finditer("[LMN]+", kinds)]
    begin, end = data.draw(st.sampled_from(words)) if words else (0, len(indexed))
    snippet = f"{CUT}{indexed[:begin]}{MATCH_START}{indexed[begin:end]}{MATCH_END}{indexed[end:]}"
    written = as_written(snippet, text).strip(CUT)
    before, matched, after = re.split(f"[{MATCH_START}{MATCH_END}]", written)
    assert text.endswith(before + matched + after)
    assert as_indexed(matched) == indexed[begin:end]


def put_back(path: Path) -> None:
    """The database as the version before this spelling left it: each text in its own index."""
    with closing(sqlite3.connect(path)) as db:
        for (volume,) in db.execute("SELECT n FROM volume").fetchall():
            new, old = index.table(volume), index.table(-3 - volume)
            db.execute(
                f"CREATE VIRTUAL TABLE {old} USING"
                " fts5(text, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')"
            )
            db.execute(f"INSERT INTO {old}(rowid, text) SELECT rowid, text FROM {new}")
            db.execute(f"DROP TABLE {new}")
        db.execute("DROP TABLE backlog")
        db.execute("CREATE TABLE backlog(done INTEGER NOT NULL, last INTEGER NOT NULL) STRICT")
        db.execute(f"PRAGMA user_version={len(MIGRATIONS) - 1}")
        db.commit()


@pytest.fixture
async def outdated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history of many small volumes whose index is of the version before, and is made anew step by step."""

    async def later(_: Store) -> None:
        pass

    monkeypatch.setattr(index, "EVENTS_A_VOLUME", 8)
    monkeypatch.setattr(projections, "PAGE_EVENTS", 3)
    path = tmp_path / "inara.db"
    store = Store(path)
    await store.open()
    for n in range(30):
        await say(store, f"fig {n}", f"s{n % 5}")
        await store.append(f"s{n % 5}", "", 0, 1.0, [SessionRenamed(title=f"figs {n}")])
    await store.close()
    put_back(path)
    monkeypatch.setattr(Store, "_keep_up", later)
    return path


async def step(store: Store) -> bool:
    """One page of the index, as the upkeep makes it."""
    return await store._thread.transact(lambda db: projections.reindex_page(db, partial(store._rows, db)))


async def test_all_is_found_once_while_the_index_is_made_anew_and_after_a_kill_anywhere(outdated: Path) -> None:
    expected = [f"figs {n}" for n in range(29, 24, -1)] + [f"fig {n}" for n in range(29, -1, -1)]
    more = True
    while more:
        store = Store(outdated)
        await store.open()
        assert store._upkeep is not None  # goes on with it
        for _ in range(2):
            found = await shown(store, "fig")
            assert [re.sub(r"[][]", "", snippet) for snippet in found] == expected
            assert len(await store.search("fig", session_id="s3")) == 6 + 1
            assert len(await store.sessions("fig")) == 5
            more = await step(store)
        await store.close()
    with closing(sqlite3.connect(outdated)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'search%'").fetchone() == (0,)
        assert db.execute("SELECT min(n) FROM volume").fetchone() == (index.TITLES,)


@pytest.mark.parametrize("steps", range(0, 24, 3))
async def test_what_is_deleted_renamed_and_said_while_the_index_is_made_anew_is_so_in_both(
    outdated: Path, steps: int
) -> None:
    store = Store(outdated)
    await store.open()
    for _ in range(steps):
        await step(store)
    await store.delete_session("s2")
    await store.append("s1", "", 0, 2.0, [SessionRenamed(title="dates")])
    await say(store, "fig new", "s0")
    for _ in range(2):
        assert len(await store.search("fig", 100)) == 24 + 1 + 3
        assert [hit.session_id for hit in await store.search("dates")] == ["s1"]
        while await step(store):
            pass
    assert b"fig 27" not in outdated.read_bytes()
    await store.close()
