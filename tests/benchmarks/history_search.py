"""Searching, writing to and deleting from a history of a million messages.

Beside each search stands the floor: the same words in one plain FTS5 table, ranked by its bm25, and a scan
with LIKE. Making the history takes some minutes; it is kept in FOLDER and used again.
`python -m tests.benchmarks.history_search [MESSAGES] [FOLDER]`.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median

from inara_engine.events import JobFinished, ModelAsked, ModelFinished, SessionRenamed, TaskSubmitted
from inara_engine.store import Store
from tests.benchmarks.measure import print_table

MESSAGES_A_SESSION = 10
WORDS_A_MESSAGE = 60  # on average; most are shorter, some much longer
QUERIES = 300  # of each kind
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
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=max(1, words)))

    def message(self) -> str:
        return self.text(int(self.random.expovariate(1 / WORDS_A_MESSAGE)))

    def queries(self) -> Iterator[tuple[str, list[str]]]:
        """Kinds of queries and examples of each."""
        frequent, some, rare = self.words[:100], self.words[100:5000], self.words[5000:]
        pick = self.random.choice
        yield "first letters of a word", [pick(self.words)[: self.random.randint(1, 3)] for _ in range(QUERIES)]
        yield "a frequent word", [pick(frequent) for _ in range(QUERIES)]
        yield "a rare word", [pick(rare) for _ in range(QUERIES)]
        yield "no such word", [f"{pick(rare)}zzq{n}" for n in range(QUERIES)]
        yield "two frequent words", [f"{pick(frequent)} {pick(frequent)}" for _ in range(QUERIES)]
        yield "frequent and rare, begun", [f"{pick(frequent)[:2]} {pick(rare)[:4]}" for _ in range(QUERIES)]
        yield "three words", [f"{pick(some)} {pick(some)} {pick(some)}" for _ in range(QUERIES)]
        yield "two rare words", [f"{pick(rare)} {pick(rare)}" for _ in range(QUERIES)]
        yield "a phrase of frequent words", [f'"{pick(frequent)} {pick(frequent)}"' for _ in range(QUERIES)]
        yield "a frequent word without another", [f"{pick(frequent)} -{pick(frequent)}" for _ in range(QUERIES)]


async def fill(store: Store, language: Language, messages: int) -> float:
    """Write the history as jobs of one question and one answer; seconds taken."""
    started = time.perf_counter()
    jobs = 0
    for session in range(messages // MESSAGES_A_SESSION):
        turns: list[tuple[str, list[TaskSubmitted | ModelAsked | ModelFinished | JobFinished]]] = []
        for _ in range(MESSAGES_A_SESSION // 2):
            jobs += 1
            question, answer = language.message(), language.message()
            turns.append(
                (
                    f"j{jobs}",
                    [
                        TaskSubmitted(text=question),
                        ModelAsked(round=1, model="m"),
                        ModelFinished(text=answer),
                        JobFinished(status="complete"),
                    ],
                )
            )
        await store.append_jobs(f"s{session}", turns, float(session))
        await store.append(f"s{session}", "", 0, float(session), [SessionRenamed(title=language.text(5))])
        if session % 10_000 == 0 and session:
            print(f"  {session} sessions, {time.perf_counter() - started:.0f} s", flush=True)
    return time.perf_counter() - started


async def searches(store: Store, language: Language) -> None:
    """CPU beside wall time, since a busy machine only shows in the second."""
    rows: dict[str, list[tuple[object, ...]]] = {"hits": [], "sessions": []}
    for name, run in (("hits", store.search), ("sessions", store.sessions)):
        all_cpu: list[float] = []
        all_wall: list[float] = []
        for kind, queries in language.queries():
            cpu: list[float] = []
            wall: list[float] = []
            found = 0
            for query in queries:
                started, begun = time.perf_counter(), time.process_time()
                found += len(await run(query, 50))
                cpu.append((time.process_time() - begun) * 1000)
                wall.append((time.perf_counter() - started) * 1000)
            all_cpu += cpu
            all_wall += wall
            rows[name].append((kind, found / len(queries), *_spread(cpu), *_spread(wall)))
        rows[name].append(("all", "", *_spread(all_cpu), *_spread(all_wall)))
        head = ("query", "found", "CPU p50 ms", "p99", "max", "wall p50 ms", "p99", "max")
        print_table(f"searching for {name}, at most 50", head, rows[name])


def floor(path: Path, language: Language) -> None:
    """What the database alone can do: one FTS5 table of the same texts, ranked; and a scan."""
    plain = path.with_name("plain.db")
    db = sqlite3.connect(path)
    if not plain.exists():
        db.execute("ATTACH ? AS plain", (str(plain),))
        db.execute("CREATE VIRTUAL TABLE plain.one USING fts5(text, prefix = '2 3')")
        db.execute(
            "INSERT INTO plain.one(rowid, text) SELECT seq, json_extract(body, '$.text') FROM event"
            " WHERE kind IN ('task_submitted', 'model_finished')"
        )
        db.commit()
    db.close()
    db = sqlite3.connect(plain)
    rows: list[tuple[object, ...]] = []
    for kind, queries in language.queries():
        times: list[float] = []
        for query in queries[:15]:
            match = query if '"' in query or "-" in query else " ".join(f'"{word}"*' for word in query.split())
            started = time.perf_counter()
            db.execute(
                "SELECT rowid, snippet(one, 0, '', '', '…', 12) FROM one WHERE one MATCH ? ORDER BY rank LIMIT 50",
                (match.replace(" -", " NOT "),),
            ).fetchall()
            times.append((time.perf_counter() - started) * 1000)
        rows.append((kind, median(times), max(times)))
    started = time.perf_counter()
    db.execute("SELECT rowid FROM one WHERE text LIKE '%zzq%'").fetchall()
    rows.append(("no such word, by LIKE", (time.perf_counter() - started) * 1000, ""))
    started = time.perf_counter()
    db.execute("DELETE FROM one WHERE rowid = (SELECT rowid FROM one LIMIT 1)")
    db.execute("INSERT INTO one(one) VALUES('optimize')")
    db.commit()
    rows.append(("deleting a text for good", (time.perf_counter() - started) * 1000, ""))
    db.close()
    print_table("floor: one FTS5 table, ranked by bm25", ("query", "p50 ms", "max"), rows)


async def writing_and_deleting(store: Store) -> None:
    text = "a message of some twenty words that is written while there are a million others to be found again soon"
    times: list[float] = []
    for n in range(200):
        started = time.perf_counter()
        await store.append("new", f"new{time.time_ns()}-{n}", 0, 1e9, [TaskSubmitted(text=text)])
        times.append((time.perf_counter() - started) * 1000)
    print_table("writing one message, on disk", ("", "p50 ms", "p99", "max"), [("append", *_spread(times))])
    rows: list[tuple[object, ...]] = []
    listed = [row.id for row in await store.sessions()]
    chosen = (("an old session", listed[-7]), ("one in the middle", listed[len(listed) // 2]), ("a new one", "new"))
    for name, session in chosen:
        started = time.perf_counter()
        await store.remove_session(session)
        removed = time.perf_counter() - started
        waits: list[float] = []
        purge = asyncio.create_task(store.purge())
        while not purge.done():
            begun = time.perf_counter()
            await store.session("s1")
            waits.append((time.perf_counter() - begun) * 1000)
        await purge
        rows.append((name, removed * 1000, (time.perf_counter() - started) * 1000, max(waits)))
    head = ("", "gone from lists, ms", "gone from the files, ms", "longest wait of others, ms")
    print_table("deleting a session", head, rows)


def _spread(times: list[float]) -> tuple[float, float, float]:
    ordered = sorted(times)
    return median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1]


async def measure(messages: int, folder: Path) -> None:
    path = folder / f"history-{messages}.db"
    language = Language()
    is_new = not path.exists()
    store = Store(path)
    started = time.perf_counter()
    await store.open()
    if is_new:
        seconds = await fill(store, language, messages)
        await store.purge()  # as the next start does with full volumes
        print(f"{messages} messages written in {seconds:.0f} s, {seconds * 1e6 / messages:.0f} µs each")
    else:
        print(f"opened in {time.perf_counter() - started:.2f} s")
    print(f"{path.stat().st_size / 1e6:.0f} MB")
    await store.settled()
    await searches(store, Language())
    await writing_and_deleting(store)
    await store.close()
    floor(path, Language())


def main(messages: int = 1_000_000, folder: str = "") -> None:
    """Print the tables."""
    if folder:
        asyncio.run(measure(messages, Path(folder)))
        return
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(measure(messages, Path(made)))


if __name__ == "__main__":
    main(*(int(value) if value.isdigit() else value for value in sys.argv[1:]))  # pyright: ignore[reportArgumentType] (as typed)
