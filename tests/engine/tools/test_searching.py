"""Searching: by name, by text, within limits, and never into what is protected."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest

from inara_engine.errors import ToolError
from inara_engine.tools import searching
from inara_engine.tools.workspace import Place
from tests.support.desk import Desk


@pytest.fixture
def library(desk: Desk) -> Desk:
    (desk.root / "letters").mkdir()
    (desk.root / "letters" / "anna.md").write_text("Dear Anna,\nthe Invoice is paid.\n")
    (desk.root / "letters" / "bob.txt").write_text("Dear Bob,\nno invoice came.\n")
    (desk.root / "Notes.MD").write_text("buy milk\n")
    return desk


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("*.md", ["~/Documents/letters/anna.md", "~/Documents/Notes.MD"]),
        ("note", ["~/Documents/Notes.MD"]),
        ("letters/*", ["~/Documents/letters/anna.md", "~/Documents/letters/bob.txt"]),
        ("letters", ["Nothing was found."]),
        ("b?b.*", ["~/Documents/letters/bob.txt"]),
    ],
)
async def test_by_name(library: Desk, name: str, found: list[str]) -> None:
    assert sorted((await library.do("search_files", name=name)).text.splitlines()) == sorted(found)


async def test_by_text_whatever_its_case_with_line_numbers(library: Desk) -> None:
    lines = (await library.do("search_files", text="INVOICE")).text.splitlines()
    assert lines == [
        "~/Documents/letters/anna.md:2: the Invoice is paid.",
        "~/Documents/letters/bob.txt:2: no invoice came.",
    ]


async def test_by_both(library: Desk) -> None:
    assert (await library.do("search_files", name="*.txt", text="invoice")).text.startswith("~/Documents/letters/bob")


async def test_line_numbers_hold_in_a_large_file(desk: Desk) -> None:
    (desk.root / "big.log").write_text("".join(f"entry {number}\n" for number in range(1, 50_001)) + "needle\n")
    assert (await desk.do("search_files", text="needle")).text == "~/Documents/big.log:50001: needle"


async def test_binary_files_and_version_control_are_passed_over(desk: Desk) -> None:
    (desk.root / "picture").write_bytes(b"needle\0")
    (desk.root / ".git").mkdir()
    (desk.root / ".git" / "config").write_text("needle")
    assert (await desk.do("search_files", text="needle")).text == (
        "Nothing was found.\n[Not searched: folders named .git.]"
    )


async def test_files_named_like_secrets_are_found_by_name_but_not_searched(desk: Desk) -> None:
    (desk.root / ".env").write_text("TOKEN=needle")
    text = (await desk.do("search_files", text="needle")).text
    assert "TOKEN" not in text
    assert "1 files whose names suggest secrets" in text


async def test_many_matches_end_early_and_say_so(desk: Desk) -> None:
    for number in range(20):
        (desk.root / f"{number:02}").write_text("needle\n" * 50)
    lines = (await desk.do("search_files", text="needle")).text.splitlines()
    assert lines[10] == "~/Documents/00: more lines match"
    assert lines[-1].startswith("[Ended early: 100 matches are enough.")


async def test_protected_places_are_not_entered_from_a_home_that_is_granted(desk: Desk) -> None:
    desk = await desk.granting(desk.home)
    (desk.home / "passwords.kdbx").write_text("PRIVATE KEY")
    (desk.root / "inner").symlink_to(desk.home / ".ssh")
    os.link(desk.home / ".ssh" / "id_ed25519", desk.root / "innocent")
    assert (await desk.do("search_files", text="PRIVATE KEY")).text == "Nothing was found."
    assert (await desk.do("search_files", name="*id_ed*")).text == "Nothing was found."
    listing = (await desk.do("list_files", path="~")).text
    assert ".ssh" not in listing
    assert "(2 protected entries are not shown.)" in listing


async def test_nothing_to_search_for(desk: Desk) -> None:
    with pytest.raises(ToolError, match="nothing to search for"):
        await desk.prepare("search_files")


async def test_a_search_that_is_stopped_looks_into_no_further_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        (desk.root / f"{number}").write_text("hay")
    looked, begun, go_on = list[os.stat_result](), threading.Event(), threading.Event()

    def looks(_: Place, file: os.stat_result) -> None:
        looked.append(file)
        begun.set()
        assert go_on.wait(10)

    monkeypatch.setattr(searching, "check_ordinary", looks)
    action = await desk.prepare("search_files", text="needle")
    running = asyncio.create_task(desk.run(action, "search_files", text="needle"))
    assert await asyncio.to_thread(begun.wait, 10)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    go_on.set()
    await asyncio.get_running_loop().shutdown_default_executor()  # its thread has come to an end
    assert len(looked) == 1
