"""Searching, writing to and deleting from a history of a million messages.

Beside each search stands the floor: the same words in one plain FTS5 table, ranked by its bm25, and a scan
with LIKE. The history is made once (see `history`); what is written and deleted here is done to a copy.
`python -m tests.benchmarks.history_search [MESSAGES]`.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from inara_engine.events import TaskSubmitted
from inara_engine.store import Store
from tests.benchmarks.history import KEPT_IN, Language, build
from tests.benchmarks.measure import print_table

QUERIES = 300  # of each kind


def queries(language: Language) -> Iterator[tuple[str, list[str]]]:
    """Kinds of queries and examples of each."""
    frequent, some, rare = language.words[:100], language.words[100:5000], language.words[5000:]
    pick = language.random.choice
    yield "first letters of a word", [pick(language.words)[: language.random.randint(1, 3)] for _ in range(QUERIES)]
    yield "a frequent word", [pick(frequent) for _ in range(QUERIES)]
    yield "a rare word", [pick(rare) for _ in range(QUERIES)]
    yield "no such word", [f"{pick(rare)}zzq{n}" for n in range(QUERIES)]
    yield "two frequent words", [f"{pick(frequent)} {pick(frequent)}" for _ in range(QUERIES)]
    yield "frequent and rare, begun", [f"{pick(frequent)[:2]} {pick(rare)[:4]}" for _ in range(QUERIES)]
    yield "three words", [f"{pick(some)} {pick(some)} {pick(some)}" for _ in range(QUERIES)]
    yield "two rare words", [f"{pick(rare)} {pick(rare)}" for _ in range(QUERIES)]
    yield "a phrase of frequent words", [f'"{pick(frequent)} {pick(frequent)}"' for _ in range(QUERIES)]
    yield "a frequent word without another", [f"{pick(frequent)} -{pick(frequent)}" for _ in range(QUERIES)]


async def searches(store: Store, language: Language) -> None:
    """CPU beside wall time, since a busy machine only shows in the second."""
    rows: dict[str, list[tuple[object, ...]]] = {"hits": [], "sessions": []}
    for name, run in (("hits", store.search), ("sessions", store.sessions)):
        all_cpu: list[float] = []
        all_wall: list[float] = []
        for kind, typed in queries(language):
            cpu: list[float] = []
            wall: list[float] = []
            found = 0
            for query in typed:
                started, begun = time.perf_counter(), time.process_time()
                found += len(await run(query, 50))
                cpu.append((time.process_time() - begun) * 1000)
                wall.append((time.perf_counter() - started) * 1000)
            all_cpu += cpu
            all_wall += wall
            rows[name].append((kind, found / len(typed), *_spread(cpu), *_spread(wall)))
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
    for kind, typed in queries(language):
        times: list[float] = []
        for query in typed[:15]:
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


async def measure(path: Path) -> None:
    store = Store(path)
    started = time.perf_counter()
    await store.open()
    print(f"opened in {time.perf_counter() - started:.2f} s, {path.stat().st_size / 1e6:.0f} MB")
    await store.settled()
    await searches(store, Language())
    await writing_and_deleting(store)
    await store.close()
    floor(path, Language())


def main(messages: int = 1_000_000) -> None:
    """Print the tables."""
    kept = KEPT_IN / f"history-{messages}.db"
    build(kept, messages)
    with tempfile.TemporaryDirectory(dir=KEPT_IN) as folder:
        copy = Path(folder) / "history.db"
        shutil.copyfile(kept, copy)
        asyncio.run(measure(copy))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
