"""A long history for the benchmarks: 100 000 sessions with a million messages, made once and used again.

Written as the store writes it, but straight into its tables: through the store it would take many times as long.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from inara_engine.events import DurableEvent, JobFinished, ModelAsked, ModelFinished, SessionRenamed, TaskSubmitted
from inara_engine.store import Store, index
from inara_engine.store import rows as row

__all__ = ["KEPT_IN", "Language", "build"]

KEPT_IN = Path(tempfile.gettempdir()) / f"inara-benchmarks-{os.getuid()}"
MESSAGES_A_SESSION = 10
WORDS_A_MESSAGE = 60  # on average; most are shorter, some much longer
SESSIONS_AT_ONCE = 500
BEGAN = 1_500_000_000.0  # when the oldest session was used
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "xi",
    "yo",
    "zu",
    "th",
    "st",
    "an",
    "er",
    "in",
    "qu",
    "sch",
    "ol",
]


class Language:
    """Words as unequally frequent as in real texts (Zipf), the same at every run."""

    def __init__(self) -> None:
        self.random = random.Random(7)
        made = ("".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 5))) for _ in range(80_000))
        self.words = list(dict.fromkeys(made))
        self._weights = list(accumulate(1 / (n + 1) for n in range(len(self.words))))

    def text(self, words: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=max(1, words)))

    def message(self) -> str:
        """One message, of any length."""
        return self.text(int(self.random.expovariate(1 / WORDS_A_MESSAGE)))


def build(path: Path, messages: int) -> None:
    """Make the history at `path`, where it is not there yet. A million messages take some minutes."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    asyncio.run(_empty(half))
    db = sqlite3.connect(half, isolation_level=None)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("UPDATE sqlite_sequence SET seq = 0")
    language = Language()
    started = time.perf_counter()
    seq = 0
    sessions = messages // MESSAGES_A_SESSION
    db.execute("BEGIN")
    for first in range(0, sessions, SESSIONS_AT_ONCE):
        seq = _write(db, language, range(first, min(sessions, first + SESSIONS_AT_ONCE)), seq)
        if first and first % 10_000 == 0:
            print(f"  {first} sessions, {time.perf_counter() - started:.0f} s", flush=True)
    db.execute("COMMIT")
    for volume in (index.TITLES, *index.volumes(db)):  # as the app does in the background with full ones
        name = index.table(volume)
        db.execute(f"INSERT INTO {name}({name}) VALUES('optimize')")
    db.execute("UPDATE volume SET dirty = 0")
    db.close()
    half.rename(path)
    print(f"{messages} messages written in {time.perf_counter() - started:.0f} s")


async def _empty(path: Path) -> None:
    store = Store(path)
    await store.open()
    await store.close()


def _write(db: sqlite3.Connection, language: Language, numbers: range, seq: int) -> int:
    """Some sessions with all of their rows; the last row's number."""
    rows: list[tuple[object, ...]] = []
    said: dict[int, list[tuple[int, str]]] = {}
    sessions: list[tuple[object, ...]] = []
    jobs: list[tuple[object, ...]] = []

    def add(
        session: str, job: str | None, position: int | None, at: float, event: DurableEvent, text: str = ""
    ) -> None:
        nonlocal seq
        seq += 1
        body = event.model_dump_json()
        checksum = row.checksum(session, job, position, event.kind, body)
        rows.append((seq, session, job, position, at, event.kind, row.VERSION, body, checksum))
        if text:
            volume = index.TITLES if job is None else seq // index.EVENTS_A_VOLUME
            said.setdefault(volume, []).append((seq, text))

    for number in numbers:
        session, at = f"session-{number:06}", BEGAN + number * 3000
        for turn in range(MESSAGES_A_SESSION // 2):
            job, question, answer = f"job-{number:06}-{turn}", language.message(), language.message()
            add(session, job, 0, at, TaskSubmitted(text=question), question)
            add(session, job, 1, at, ModelAsked(round=1, model="m"))
            add(session, job, 2, at, ModelFinished(text=answer), answer)
            add(session, job, 3, at, JobFinished(status="complete"))
            jobs.append((job, session, "complete", question[:200], at, at))
            if turn == 0:
                title = language.text(5)
                add(session, None, None, at, SessionRenamed(title=title), title)
                sessions.append((session, title, "words", at, at, seq))
    db.executemany("INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany(
        "INSERT INTO session(id, title, titled_by, created_at, updated_at, title_seq) VALUES(?, ?, ?, ?, ?, ?)",
        sessions,
    )
    db.executemany(
        "INSERT INTO job(id, session_id, status, task, created_at, updated_at) VALUES(?, ?, ?, ?, ?, ?)", jobs
    )
    for volume, texts in said.items():
        index.add_texts(db, volume, texts)
    return seq
