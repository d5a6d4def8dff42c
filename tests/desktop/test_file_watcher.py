"""Edits of the settings file are heard of at once, whichever way an editor writes, and nothing looks meanwhile."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inara_desktop.file_watcher import QtFileWatcher
from inara_engine.settings.file import SettingsFile
from inara_engine.settings.watching import SettingsWatch

WITHIN_S = 5.0


def in_place(file: Path) -> None:
    file.write_text("edited = true\n")


def by_replacement(file: Path) -> None:
    beside = file.with_suffix(".new")
    beside.write_text("edited = true\n")
    beside.replace(file)


def taken_away(file: Path) -> None:
    file.unlink()


def with_its_folder(file: Path) -> None:
    shutil.rmtree(file.parent)


def text_of(file: Path) -> str:
    return file.read_text() if file.exists() else "missing"


class Edited:
    """The watch of a file, and how one waits for what it noticed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.seen = asyncio.Queue[str]()
        self.watch = SettingsWatch(SettingsFile(file), self._changed, QtFileWatcher())

    async def _changed(self) -> None:
        self.seen.put_nowait(await asyncio.to_thread(text_of, self.file))

    async def next(self) -> str:
        async with asyncio.timeout(WITHIN_S):
            return await self.seen.get()

    async def becomes(self, text: str) -> None:
        while await self.next() != text:
            pass


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config" / "inara" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("first = true\n")
    return file


@pytest.mark.parametrize(
    ("edit", "then"),
    [
        (in_place, "edited = true\n"),
        (by_replacement, "edited = true\n"),
        (taken_away, "missing"),
        (with_its_folder, "missing"),
    ],
)
async def test_an_edit_and_the_one_after_it_are_noticed(file: Path, edit: Callable[[Path], None], then: str) -> None:
    edited = Edited(file)
    edited.watch.start()
    assert await edited.next() == "first = true\n"
    edit(file)
    await edited.becomes(then)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("again = true\n")
    await edited.becomes("again = true\n")
    by_replacement(file)
    await edited.becomes("edited = true\n")
    await edited.watch.close()


async def test_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    file = tmp_path / "config" / "inara" / "config.toml"
    edited = Edited(file)
    edited.watch.start()
    assert await edited.next() == "missing"
    file.parent.mkdir(parents=True)
    file.write_text("made = true\n")
    await edited.becomes("made = true\n")
    await edited.watch.close()


async def test_a_file_kept_elsewhere_and_linked_to(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    edited = Edited(link)
    edited.watch.start()
    assert await edited.next() == "first = true\n"
    by_replacement(file)
    await edited.becomes("edited = true\n")
    in_place(file)
    other = file.with_name("other.toml")
    other.write_text("other = true\n")
    link.unlink()
    link.symlink_to(other)
    await edited.becomes("other = true\n")
    await edited.watch.close()
