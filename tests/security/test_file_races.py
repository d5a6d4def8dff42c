"""Somebody swaps files and links while the tools work: the tools never leave the place they were allowed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import ToolError
from tests.support.desk import Desk, everything_in

SWAPS = 1000
MOST_SWAPS = 100_000
KEY = "PRIVATE KEY"


@contextmanager
def swapping(place: Path, *forms: Callable[[Path], object]) -> Generator[list[int]]:
    """Another thread that keeps putting one form after the other at `place`; gives the count so far in a list."""
    count, ended = [0], threading.Event()
    attic = place.parents[1] / "attic"
    attic.mkdir()

    def swap() -> None:
        try:
            for number, form in enumerate(cycle(forms)):
                if ended.is_set():
                    return
                form(attic / f"new-{number}")
                try:
                    if os.path.lexists(place):
                        place.rename(attic / f"old-{number}")
                    (attic / f"new-{number}").rename(place)
                    count[0] += 1
                    if number % (17 * len(forms)) == 0:
                        time.sleep(0.002)  # long enough for a call to meet the first form and nothing else
                except OSError:  # the tool was quicker: it deleted the file, or made the folder
                    continue
        finally:
            count[0] += MOST_SWAPS  # nobody waits for a swapper that has ended

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        yield count
    finally:
        ended.set()
        thread.join()


async def attempts(desk: Desk, count: list[int], tool: str, *, seen: str = "", **arguments: Any) -> list[str]:
    """Call the tool over and over until enough was swapped, and once an answer began with `seen`; every answer.

    How often a call falls between two swaps is the machine's to say: it is waited for, within reason.
    """
    answers: list[str] = []
    while count[0] < SWAPS or (count[0] < MOST_SWAPS and not any(answer.startswith(seen) for answer in answers)):
        try:
            answers.append((await desk.do(tool, **arguments)).text)
        except ToolError as error:
            answers.append(str(error))
    return answers


async def test_a_file_swapped_for_a_link_to_a_key_never_gives_the_key(desk: Desk) -> None:
    with swapping(
        desk.root / "notes.txt",
        lambda path: path.write_text("harmless"),
        lambda path: path.symlink_to(desk.home / ".ssh" / "id_ed25519"),
        lambda path: os.link(desk.home / ".ssh" / "id_ed25519", path),
    ) as count:
        answers = await attempts(desk, count, "read_file", seen="harmless", path="notes.txt")
    assert "harmless" in answers
    assert not [answer for answer in answers if KEY in answer]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("read_file", {"path": "folder/id_ed25519"}),
        ("list_files", {"path": "folder"}),
        ("search_files", {"path": "", "text": "KEY"}),
        ("search_files", {"path": "folder", "name": "*"}),
    ],
)
async def test_a_folder_swapped_for_a_link_to_the_keys_gives_none(
    desk: Desk, tool: str, arguments: dict[str, Any]
) -> None:
    (desk.home / ".ssh" / "extra-name").write_text(KEY)

    def folder(path: Path) -> None:
        path.mkdir()
        (path / "id_ed25519").write_text("harmless")

    with swapping(desk.root / "folder", folder, lambda path: path.symlink_to(desk.home / ".ssh")) as count:
        answers = await attempts(desk, count, tool, **arguments)
    assert not [answer for answer in answers if KEY in answer or "extra-name" in answer]


@pytest.mark.parametrize("swapped", ["in", "in/deep"])
@pytest.mark.parametrize("readable", [False, True])
def test_a_folder_that_has_become_a_link_is_not_followed_wherever_it_leads(
    desk: Desk, swapped: str, readable: bool
) -> None:
    """Nothing protected is behind it, only what nobody was asked about: what was judged is opened, or nothing."""
    for folder in (desk.root / "in" / "deep", desk.home / "Private" / "deep"):
        folder.mkdir(parents=True)
        (folder / "notes.txt").write_text(folder.parent.name)
    place = desk.workspace.locate("in/deep/notes.txt")
    (desk.root / swapped).rename(desk.root / "was")
    (desk.root / swapped).symlink_to(desk.home / "Private" / Path(swapped).relative_to("in"))
    with pytest.raises(ToolError), desk.workspace.folder(place, place.path.parent, readable=readable):
        pytest.fail("it was opened")
    with pytest.raises(ToolError), desk.workspace.file(place):
        pytest.fail("it was opened")


async def test_a_folder_swapped_while_writing_lets_nothing_out(desk: Desk) -> None:
    target = desk.home / ".config" / "autostart"
    target.mkdir(parents=True)
    with swapping(desk.root / "out", Path.mkdir, lambda path: path.symlink_to(target)) as count:
        await attempts(desk, count, "write_file", path="out/x.desktop", content="Exec=touch canary")
    assert everything_in(target) == {}


async def test_a_file_swapped_while_deleting_keeps_what_it_was_swapped_for(desk: Desk) -> None:
    """Deleted, or still there: a link's target is never touched, and whatever goes is kept."""
    victim = desk.home / "victim.txt"
    victim.write_text("precious")
    with swapping(
        desk.root / "a.txt", lambda path: path.write_text("a"), lambda path: path.symlink_to(victim)
    ) as count:
        await attempts(desk, count, "delete_file", seen="Deleted", path="a.txt")
    assert victim.read_text() == "precious"
    kept = [
        copy for copy in desk.workspace.undo_dir.iterdir() if not copy.is_symlink()
    ]  # a link, where it lost its place
    assert {copy.read_text() for copy in kept} <= {"a"}
