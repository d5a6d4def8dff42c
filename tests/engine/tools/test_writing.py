"""Writing, moving, deleting: the person sees exactly what happens, it happens whole or not at all, and it can be undone."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import stat
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from inara_engine.errors import ToolError
from inara_engine.events import Undo
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import ToolOutput
from inara_engine.tools.undo import prune, undo
from tests.support.desk import Desk, details, everything_in


async def take_back(desk: Desk, output: ToolOutput) -> list[Undo | None]:
    return [await undo(desk.workspace, effect) for effect in reversed(output.undo)]


AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 1 MB, mounted as root or with password-less sudo."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run([*AS_ROOT, "mount", "-t", "tmpfs", "-o", "size=1m", "inara-test", disk], check=True)
    yield disk
    subprocess.run([*AS_ROOT, "umount", "-l", disk], check=True)


async def test_a_new_file_is_shown_whole_then_written(desk: Desk) -> None:
    action = await desk.prepare("write_file", path="notes.md", content="milk\nbread\n")
    assert action.summary == "Write 2 lines to ~/Documents/notes.md"
    assert action.preview == "milk\nbread\n"
    assert action.preview_kind == "text"
    assert (action.risk, action.capabilities) == (Risk.REVERSIBLE, {Capability.MUTATES})
    assert everything_in(desk.root) == {}  # preparing changes nothing
    output = await desk.run(action, "write_file", path="notes.md", content="milk\nbread\n")
    assert output.text == "Wrote 2 lines (11 bytes) to ~/Documents/notes.md."
    assert everything_in(desk.root) == {"notes.md": b"milk\nbread\n"}


async def test_replacing_shows_a_diff_and_keeps_the_permissions(desk: Desk) -> None:
    file = desk.root / "notes.md"
    file.write_text("milk\nbread\n")
    file.chmod(0o640)
    arguments = {"path": "notes.md", "content": "milk\nbutter\n", "overwrite": True}
    action = await desk.prepare("write_file", **arguments)
    assert action.summary == "Replace ~/Documents/notes.md with 2 lines"
    assert action.preview == "--- notes.md\n+++ notes.md\n@@ -1,2 +1,2 @@\n milk\n-bread\n+butter\n"
    assert details(action, "Replaces") == ["11 bytes; a copy is kept, so it can be taken back"]
    await desk.run(action, "write_file", **arguments)
    assert file.read_text() == "milk\nbutter\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


async def test_nothing_is_replaced_unless_that_was_asked_for(desk: Desk) -> None:
    (desk.root / "notes.md").write_text("milk")
    with pytest.raises(ToolError, match="exists already") as caught:
        await desk.prepare("write_file", path="notes.md", content="x")
    assert "overwrite=true" in caught.value.next_step


async def test_missing_folders_are_named_and_made(desk: Desk) -> None:
    action = await desk.prepare("write_file", path="2026/march/notes.md", content="x")
    assert details(action, "New folder") == [str(desk.root / "2026"), str(desk.root / "2026" / "march")]
    output = await desk.run(action, "write_file", path="2026/march/notes.md", content="x")
    assert everything_in(desk.root) == {"2026/march/notes.md": b"x"}
    await take_back(desk, output)
    assert list(desk.root.iterdir()) == []


async def test_a_granted_folder_that_is_missing_is_made_when_approved(desk: Desk) -> None:
    desk.root.rmdir()
    action = await desk.prepare("write_file", path="notes.md", content="x")
    assert details(action, "New folder") == [str(desk.root)]
    await desk.run(action, "write_file", path="notes.md", content="x")
    assert everything_in(desk.root) == {"notes.md": b"x"}


async def test_outside_the_granted_folders_it_is_the_highest_risk_a_person_can_approve(desk: Desk) -> None:
    action = await desk.prepare("write_file", path="~/elsewhere.txt", content="x")
    assert action.risk == Risk.IRREVERSIBLE
    assert details(action, "Note") == ["~/elsewhere.txt lies outside the granted folders."]
    with pytest.raises(ToolError, match="doesn't exist"):
        await desk.prepare("write_file", path="~/new folder/x", content="x")


@pytest.mark.parametrize(
    "name",
    [
        ".git/hooks/pre-commit",
        ".env",
        "Makefile",
        ".github/workflows/ci.yml",
        "package.json",
        "x.desktop",
        "conftest.py",
    ],
)
async def test_what_other_programs_run_is_asked_about_every_time(desk: Desk, name: str) -> None:
    assert (await desk.prepare("write_file", path=name, content="x")).risk == Risk.IRREVERSIBLE


async def test_a_program_is_asked_about_every_time(desk: Desk) -> None:
    (desk.root / "run").write_text("#!/bin/sh\n")
    (desk.root / "run").chmod(0o755)
    assert (await desk.prepare("write_file", path="run", content="x", overwrite=True)).risk == Risk.IRREVERSIBLE


async def test_a_synced_folder_is_a_way_out(desk: Desk) -> None:
    (desk.root / "team").mkdir()
    (desk.root / "team" / ".stfolder").mkdir()
    for path in ("Dropbox/a.txt", "team/a.txt", "~/Public/a.txt"):
        (desk.home / "Public").mkdir(exist_ok=True)
        action = await desk.prepare("write_file", path=path, content="x")
        assert Capability.CAN_EXFILTRATE in action.capabilities
        assert action.risk == Risk.IRREVERSIBLE
        (desk.root / "a.txt").write_text("a")
        moved = await desk.prepare("move_file", source="a.txt", target=path)
        assert Capability.CAN_EXFILTRATE in moved.capabilities
        assert moved.risk == Risk.IRREVERSIBLE


async def test_a_link_is_written_through_and_the_real_place_is_shown(desk: Desk) -> None:
    (desk.root / "real.txt").write_text("old")
    (desk.root / "link.txt").symlink_to("real.txt")
    arguments = {"path": "link.txt", "content": "new", "overwrite": True}
    action = await desk.prepare("write_file", **arguments)
    assert details(action, "Path") == [str(desk.root / "real.txt")]
    await desk.run(action, "write_file", **arguments)
    assert everything_in(desk.root) == {"link.txt": "-> real.txt", "real.txt": b"new"}


async def test_a_change_of_encoding_is_said(desk: Desk) -> None:
    (desk.root / "old.txt").write_bytes("Grüße\r\n".encode("cp1252"))
    action = await desk.prepare("write_file", path="old.txt", content="Grüße\n", overwrite=True)
    assert any("Windows-1252" in note for note in details(action, "Note"))
    assert any("Windows line ends" in note for note in details(action, "Note"))


async def test_of_a_change_too_large_to_compare_the_whole_new_text_is_shown(desk: Desk) -> None:
    (desk.root / "big").write_text("".join(f"{number}\n" for number in range(5000)))
    content = "".join(f"{number} changed\n" for number in range(5000))
    action = await desk.prepare("write_file", path="big", content=content, overwrite=True)
    assert (action.preview, action.preview_kind) == (content, "text")
    assert any("whole new text" in note for note in details(action, "Note"))


def with_its_old_time(file: Path) -> None:
    """Other words, as long as the old ones, and a program that puts back the time: only reading it tells."""
    before = file.stat()
    file.write_text("dlo")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "another text": lambda file: file.write_text("other"),
    "the same length": lambda file: file.write_text("dlo"),
    "the old time": with_its_old_time,
    "another file": lambda file: (file.rename(file.with_name("was")), file.write_text("old")),
    "gone": lambda file: file.unlink(),
    "a link": lambda file: (file.unlink(), file.symlink_to(file.parent.parent / ".ssh" / "id_ed25519")),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a new parent": lambda file: (file.parent.rename(file.parent.with_name("was")), file.parent.mkdir()),
    "a new parent around it": lambda file: (
        file.parent.rename(file.parent.with_name("was")),
        file.parent.mkdir(),
        (file.parent.with_name("was") / file.name).rename(file),
    ),
    "a link for a parent": lambda file: (
        file.parent.rename(file.parent.with_name("was")),
        file.parent.symlink_to(file.parent.with_name("was")),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["write_file", "delete_file", "move_file", "move over"])
async def test_what_changed_since_it_was_approved_is_not_touched(desk: Desk, name: str, change: str) -> None:
    file = desk.root / "folder" / "a.txt"
    file.parent.mkdir()
    file.write_text("old")
    (desk.root / "b.txt").write_text("b")
    name, arguments = {
        "write_file": ("write_file", {"path": "folder/a.txt", "content": "new", "overwrite": True}),
        "delete_file": ("delete_file", {"path": "folder/a.txt"}),
        "move_file": ("move_file", {"source": "folder/a.txt", "target": "c.txt"}),
        "move over": ("move_file", {"source": "b.txt", "target": "folder/a.txt", "overwrite": True}),
    }[name]
    action = await desk.prepare(name, **arguments)
    CHANGES[change](file)
    before = everything_in(desk.home)
    with pytest.raises(ToolError, match="changed since"):
        await desk.run(action, name, **arguments)
    assert everything_in(desk.home) == before


async def test_a_file_that_came_in_between_stays(desk: Desk) -> None:
    action = await desk.prepare("write_file", path="a.txt", content="new")
    (desk.root / "a.txt").write_text("theirs")
    with pytest.raises(ToolError, match="changed since"):
        await desk.run(action, "write_file", path="a.txt", content="new")
    assert everything_in(desk.root) == {"a.txt": b"theirs"}


async def test_undo_brings_back_every_effect_and_can_itself_be_undone(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("old")
    (desk.root / "a.txt").chmod(0o640)
    (desk.root / "b.txt").write_text("b")
    before = everything_in(desk.root)
    for name, arguments in (
        ("write_file", {"path": "a.txt", "content": "new", "overwrite": True}),
        ("write_file", {"path": "deep/er/c.txt", "content": "new"}),
        ("delete_file", {"path": "a.txt"}),
        ("move_file", {"source": "a.txt", "target": "moved/a.txt"}),
        ("move_file", {"source": "b.txt", "target": "a.txt", "overwrite": True}),
    ):
        output = await desk.do(name, **arguments)
        after = everything_in(desk.root)
        assert after != before
        forward = await take_back(desk, output)
        assert everything_in(desk.root) == before
        assert stat.S_IMODE((desk.root / "a.txt").stat().st_mode) == 0o640
        if "moved/a.txt" not in after and "deep/er/c.txt" not in after:
            for effect in reversed(forward):
                assert effect is not None
                await undo(desk.workspace, effect)
            assert everything_in(desk.root) == after
            await take_back(desk, output)
            assert everything_in(desk.root) == before


async def test_undo_never_loses_what_was_written_since(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("old")
    output = await desk.do("write_file", path="a.txt", content="new", overwrite=True)
    (desk.root / "a.txt").write_text("mine, later")
    back = (await take_back(desk, output))[0]
    assert (desk.root / "a.txt").read_text() == "old"
    assert back is not None
    await undo(desk.workspace, back)
    assert (desk.root / "a.txt").read_text() == "mine, later"


async def test_undo_of_a_move_stops_where_something_is_in_the_way(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("a")
    output = await desk.do("move_file", source="a.txt", target="b.txt")
    (desk.root / "a.txt").write_text("new a")
    with pytest.raises(ToolError, match="there again"):
        await take_back(desk, output)
    assert everything_in(desk.root) == {"a.txt": b"new a", "b.txt": b"a"}


async def test_undo_without_its_copy_says_so(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("a")
    output = await desk.do("delete_file", path="a.txt")
    await asyncio.to_thread(shutil.rmtree, desk.workspace.undo_dir)
    with pytest.raises(ToolError, match="The kept copy of"):
        await take_back(desk, output)


async def test_undo_does_not_follow_a_link_that_was_put_there(desk: Desk) -> None:
    (desk.root / "a").mkdir()
    (desk.root / "a" / "f").write_text("x")
    output = await desk.do("delete_file", path="a/f")
    (desk.root / "a").rmdir()
    (desk.root / "a").symlink_to(desk.home / ".ssh")
    with pytest.raises(ToolError):
        await take_back(desk, output)
    assert list((desk.home / ".ssh").iterdir()) == [desk.home / ".ssh" / "id_ed25519"]


async def test_copies_are_private_and_old_ones_go(desk: Desk) -> None:
    for name in ("a", "b"):
        (desk.root / name).write_text(name)
        (desk.root / name).chmod(0o644)
    await desk.do("delete_file", path="a")
    await desk.do("write_file", path="b", content="new", overwrite=True)
    copies = sorted(desk.workspace.undo_dir.iterdir())
    assert stat.S_IMODE(desk.workspace.undo_dir.stat().st_mode) == 0o700
    assert [stat.S_IMODE(copy.stat().st_mode) for copy in copies] == [0o600, 0o600]
    os.utime(copies[0], (1, 1))
    assert await asyncio.to_thread(prune, desk.workspace.undo_dir, before=1000) == 1
    assert sorted(desk.workspace.undo_dir.iterdir()) == copies[1:]
    (desk.workspace.undo_dir / "some.folder").mkdir()  # what can't be deleted holds up nobody's start
    assert await asyncio.to_thread(prune, desk.workspace.undo_dir, before=10**12) == len(copies) - 1


async def test_the_copy_of_an_old_file_is_kept_as_long_as_any(desk: Desk) -> None:
    """It counts how long ago it was deleted, not when it was written."""
    (desk.root / "thesis.txt").write_text("years of work")
    os.utime(desk.root / "thesis.txt", (1, 1))
    output = await desk.do("delete_file", path="thesis.txt")
    await asyncio.to_thread(prune, desk.workspace.undo_dir, before=1000)
    await take_back(desk, output)
    assert everything_in(desk.root) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [("letter.txt", "-letter.txt.600"), ("Brief an Zoë.md", "-Brief_an_Zo_.md.600"), ("x" * 200, f"-{'x' * 60}.600")],
)
async def test_a_copy_is_found_by_the_name_of_its_file(desk: Desk, name: str, shown: str) -> None:
    """Killed in the middle of a deletion, nothing but this name says what the copy is of."""
    (desk.root / name).write_text("dear")
    (desk.root / name).chmod(0o600)
    output = await desk.do("delete_file", path=name)
    (copy,) = desk.workspace.undo_dir.iterdir()
    assert copy.name.endswith(shown)
    await take_back(desk, output)
    assert (desk.root / name).read_text() == "dear"


async def test_moving_into_a_folder_keeps_the_name(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("a")
    (desk.root / "folder").mkdir()
    action = await desk.prepare("move_file", source="a.txt", target="folder")
    assert action.summary == "Move ~/Documents/a.txt to ~/Documents/folder/a.txt"
    assert action.risk == Risk.REVERSIBLE
    await desk.run(action, "move_file", source="a.txt", target="folder")
    assert everything_in(desk.root) == {"folder/a.txt": b"a"}


async def test_deleting_and_replacing_are_always_asked_about(desk: Desk) -> None:
    (desk.root / "a").write_text("a")
    (desk.root / "b").write_text("b")
    assert (await desk.prepare("delete_file", path="a")).risk == Risk.IRREVERSIBLE
    assert (await desk.prepare("move_file", source="a", target="b", overwrite=True)).risk == Risk.IRREVERSIBLE
    with pytest.raises(ToolError, match="exists already"):
        await desk.prepare("move_file", source="a", target="b")


async def test_links_and_folders_are_neither_moved_nor_deleted(desk: Desk) -> None:
    (desk.root / "folder").mkdir()
    (desk.root / "link").symlink_to("/etc/hostname")
    for name, words in (("folder", "is a folder"), ("link", "is a link"), ("gone", "There is no")):
        with pytest.raises(ToolError, match=words):
            await desk.prepare("delete_file", path=name)
        with pytest.raises(ToolError, match=words):
            await desk.prepare("move_file", source=name, target="x")


async def test_a_file_is_no_folder(desk: Desk) -> None:
    (desk.root / "a.txt").write_text("a")
    with pytest.raises(ToolError, match="is not a folder"):
        await desk.prepare("write_file", path="a.txt/b.txt", content="x")


async def test_two_files_of_one_round_may_share_a_new_folder(desk: Desk) -> None:
    """Both were looked at before either was written."""
    first = await desk.prepare("write_file", path="new/a.txt", content="a")
    second = await desk.prepare("write_file", path="new/b.txt", content="b")
    one = await desk.run(first, "write_file", path="new/a.txt", content="a")
    two = await desk.run(second, "write_file", path="new/b.txt", content="b")
    assert everything_in(desk.root) == {"new/a.txt": b"a", "new/b.txt": b"b"}
    await take_back(desk, two)
    await take_back(desk, one)
    assert list(desk.root.iterdir()) == []


async def test_a_link_that_came_where_a_new_folder_was_to_be_is_not_followed(desk: Desk) -> None:
    action = await desk.prepare("write_file", path="new/a.txt", content="x")
    (desk.root / "new").symlink_to(desk.home)
    with pytest.raises(ToolError, match="changed since"):
        await desk.run(action, "write_file", path="new/a.txt", content="x")
    assert not (desk.home / "a.txt").exists()


async def test_looking_twice_gives_the_same_action(desk: Desk) -> None:
    """An approval is bound to the action: only a change of the files may change it."""
    (desk.root / "a").write_text("a")
    (desk.root / "b").write_text("b")
    for name, arguments in (
        ("list_files", {}),
        ("read_file", {"path": "a"}),
        ("search_files", {"text": "a"}),
        ("write_file", {"path": "a", "content": "new", "overwrite": True}),
        ("write_file", {"path": "x/y", "content": "new"}),
        ("move_file", {"source": "a", "target": "b", "overwrite": True}),
        ("delete_file", {"path": "a"}),
        ("read_file", {"path": "~/.ssh/id_ed25519"}),
    ):
        assert await desk.prepare(name, **arguments) == await desk.prepare(name, **arguments)


async def test_a_file_with_two_names_is_told_about(desk: Desk) -> None:
    (desk.root / "a").write_text("old")
    os.link(desk.root / "a", desk.root / "b")
    arguments = {"path": "a", "content": "new", "overwrite": True}
    action = await desk.prepare("write_file", **arguments)
    assert details(action, "Note") == ["The file has other names (hard links); they keep the old text."]
    await desk.run(action, "write_file", **arguments)
    assert everything_in(desk.root) == {"a": b"new", "b": b"old"}


async def test_deleting_one_of_two_names_leaves_the_other_as_it_was(desk: Desk) -> None:
    (desk.root / "a").write_text("text")
    (desk.root / "a").chmod(0o644)
    os.link(desk.root / "a", desk.root / "b")
    output = await desk.do("delete_file", path="a")
    (desk.root / "b").write_text("changed")
    assert stat.S_IMODE((desk.root / "b").stat().st_mode) == 0o644
    await take_back(desk, output)
    assert everything_in(desk.root) == {"a": b"text", "b": b"changed"}


async def test_a_cancelled_write_is_whole_or_not_at_all(desk: Desk) -> None:
    content = "x" * 900_000
    for pause_s in (0, 0.0005, 0.001, 0.002, 0.005, 0.01):
        action = await desk.prepare("write_file", path="a.txt", content=content)
        running = asyncio.create_task(desk.run(action, "write_file", path="a.txt", content=content))
        await asyncio.sleep(pause_s)
        running.cancel()
        await asyncio.wait({running})
        assert everything_in(desk.root) in ({}, {"a.txt": content.encode()})
        (desk.root / "a.txt").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("write_file", {"path": "a.txt", "content": "new", "overwrite": True}),
        ("delete_file", {"path": "a.txt"}),
        ("move_file", {"source": "a.txt", "target": "b.txt"}),
    ],
)
async def test_what_was_stopped_before_its_turn_came_is_not_done(
    desk: Desk, name: str, arguments: dict[str, Any]
) -> None:
    """The threads are all at work elsewhere; the person stops the answer, and only then is one free."""
    (desk.root / "a.txt").write_text("old")
    action = await desk.prepare(name, **arguments)
    elsewhere = threading.Event()
    others = {asyncio.ensure_future(asyncio.to_thread(elsewhere.wait)) for _ in range(32)}  # no pool is larger
    call = asyncio.create_task(desk.run(action, name, **arguments))
    for stopped in (False, True):
        if stopped:
            call.cancel()
        for _ in range(10):
            await asyncio.sleep(0)
    elsewhere.set()
    await asyncio.wait({call, *others})
    assert everything_in(desk.root) == {"a.txt": b"old"}


async def test_on_a_full_disk_nothing_changes_and_nothing_is_left(desk: Desk, small_disk: Path) -> None:
    desk = await desk.granting(small_disk)
    (small_disk / "a.txt").write_text("old")
    (small_disk / "filler").write_bytes(b"x" * 900_000)
    before = everything_in(small_disk)
    for path in ("a.txt", "new.txt", "folder/new.txt"):
        with pytest.raises(ToolError, match="disk is full") as caught:
            await desk.do("write_file", path=path, content="x" * 500_000, overwrite=path == "a.txt")
        assert "Free some space" in caught.value.next_step
    assert everything_in(small_disk) == before
    assert not (small_disk / "folder").exists()
    assert everything_in(desk.workspace.undo_dir) == {}  # nor a copy of what was not replaced
    await desk.do("delete_file", path="filler")  # the way out works
    await desk.do("write_file", path="new.txt", content="x" * 500_000)


async def test_files_move_from_disk_to_disk_and_back(desk: Desk, small_disk: Path) -> None:
    desk = await desk.granting(desk.root, small_disk)
    (desk.root / "a.txt").write_text("a")
    (desk.root / "a.txt").chmod(0o640)
    output = await desk.do("move_file", source="a.txt", target=str(small_disk))
    assert everything_in(desk.root) == {}
    assert everything_in(small_disk) == {"a.txt": b"a"}
    await take_back(desk, output)
    assert everything_in(desk.root) == {"a.txt": b"a"}
    assert stat.S_IMODE((desk.root / "a.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("overwrite", [False, True], ids=["to a new place", "over a file"])
@pytest.mark.parametrize(
    ("at", "told", "there"),
    [(1, "nothing was done", False), (2, "was changed just as it was moved", True)],
    ids=["while it was copied", "at the last moment"],
)
async def test_what_others_write_into_a_file_that_moves_from_disk_to_disk_is_not_lost(
    desk: Desk,
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    told: str,
    *,
    there: bool,
    overwrite: bool,
) -> None:
    desk = await desk.granting(desk.root, small_disk)
    source, target = desk.root / "log.txt", small_disk / "log.txt"
    source.write_text("one\n")
    before = {"log.txt": b"there before"} if overwrite else {}
    if overwrite:
        target.write_bytes(before["log.txt"])
    arguments = {"source": "log.txt", "target": str(target), "overwrite": overwrite}
    action = await desk.prepare("move_file", **arguments)
    to_disk, reached = os.fsync, 0

    def meanwhile(file: int) -> None:
        nonlocal reached
        if os.fstat(file).st_dev == small_disk.stat().st_dev:
            reached += 1
            if reached == at:
                with source.open("a") as log:
                    log.write("two\n")
        to_disk(file)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ToolError, match=told):
        await desk.run(action, "move_file", **arguments)
    assert source.read_text() == "one\ntwo\n"
    assert everything_in(small_disk) == ({"log.txt": b"one\n"} if there else before)


async def test_a_disk_that_is_read_only_is_named(desk: Desk, small_disk: Path) -> None:
    desk = await desk.granting(small_disk)
    (small_disk / "a.txt").write_text("old")
    subprocess.run([*AS_ROOT, "mount", "-o", "remount,ro", small_disk], check=True)
    for name, arguments in (
        ("write_file", {"path": "b.txt", "content": "x"}),
        ("delete_file", {"path": "a.txt"}),
    ):
        with pytest.raises(ToolError, match="read-only"):
            await desk.do(name, **arguments)


async def test_a_limit_on_file_sizes_leaves_nothing(desk: Desk) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(ToolError, match="larger than this disk or account allows"):
            await desk.do("write_file", path="new.txt", content="x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert everything_in(desk.root) == {}


async def test_a_folder_without_permission_is_named(home: Path) -> None:
    """As an ordinary user, even where the tests run as root."""
    desk = await asyncio.to_thread(Desk.at, home.parent / "desk")
    (desk.root / "a.txt").write_text("a")
    desk.root.chmod(0o500)
    user, nobody = os.geteuid(), 65534
    if user == 0:
        for path in (home.parent, *home.parent.rglob("*")):
            os.chown(path, nobody, nobody)
        os.seteuid(nobody)
    try:
        for name, arguments in (
            ("write_file", {"path": "b.txt", "content": "x"}),
            ("write_file", {"path": "folder/b.txt", "content": "x"}),
            ("delete_file", {"path": "a.txt"}),
            ("move_file", {"source": "a.txt", "target": "b.txt"}),
        ):
            with pytest.raises(ToolError, match="no permission"):
                await desk.do(name, **arguments)
        assert everything_in(desk.root) == {"a.txt": b"a"}
        desk.root.chmod(0o000)
        with pytest.raises(ToolError):
            await desk.do("read_file", path="a.txt")
    finally:
        desk.root.chmod(0o700)
        os.seteuid(user)
        await asyncio.get_running_loop().shutdown_default_executor()


async def test_text_that_no_file_can_hold_never_reaches_the_disk(desk: Desk) -> None:
    with pytest.raises(ValidationError, match="unicode"):
        await desk.prepare("write_file", path="a.txt", content="\ud800")


async def test_names_of_every_script_and_quirk(desk: Desk) -> None:
    for name in ("日本語.txt", "e\u0301.txt", "😀 . txt", "-rf", "a'b\"c.txt", "trailing. "):
        await desk.do("write_file", path=name, content=name)
        assert (await desk.do("read_file", path=name)).text == name
