"""A kill in the middle of a write: the next start takes away what was half written, and nothing that is not ours."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.tools.half_written import half_written, new_name, sweep
from tests.support.desk import Desk, everything_in

STRANGERS = {".inara-0123456789abcdef.tmp": b"somebody's", ".inara-plan.tmp": b"mine", "a.tmp": b"other"}
KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from tests.support.desk import Desk

desk = Desk.at(Path(sys.argv[1]))
setattr(os, sys.argv[2], lambda *given, **named: os.kill(os.getpid(), signal.SIGKILL))
asyncio.run(desk.do("write_file", path=sys.argv[3], content="new", overwrite=True))
"""


def killed_before(desk: Desk, step: str, name: str) -> None:
    """A process that is killed right before it does this step of writing a file."""
    command = [sys.executable, "-c", KILLED, str(desk.home.parent), step, name]
    assert subprocess.run(command, check=False).returncode == -9


@pytest.mark.parametrize(
    ("step", "name", "left"),
    [
        ("fsync", "new.txt", {}),
        ("link", "new.txt", {}),
        ("unlink", "new.txt", {"new.txt": b"new"}),
        ("rename", "old.txt", {}),
        ("fsync", "old.txt", {}),  # in the copy that is made of it first
    ],
)
async def test_what_a_kill_leaves_goes_at_the_next_start(
    desk: Desk, step: str, name: str, left: dict[str, bytes]
) -> None:
    before = {**STRANGERS, "old.txt": b"old"}
    for own, text in before.items():
        (desk.root / own).write_bytes(text)
    await asyncio.to_thread(killed_before, desk, step, name)
    found = [*desk.root.glob(".inara-*"), *desk.workspace.undo_dir.glob(".inara-*.tmp")]
    assert len(found) == 1 + sum(own.startswith(".inara-") for own in STRANGERS)
    assert await asyncio.to_thread(sweep, desk.workspace.undo_dir) == 1
    assert everything_in(desk.root) == before | left
    assert not list(desk.workspace.undo_dir.glob(".inara-*"))


def test_what_is_written_off_the_record_is_swept_as_well(desk: Desk) -> None:
    apart = desk.workspace.off_the_record().undo_dir
    with half_written(apart, desk.root) as name:
        (desk.root / name).write_bytes(b"half")
        assert sweep(desk.workspace.undo_dir) == 1
    assert everything_in(desk.root) == {}


def test_on_a_disk_that_is_not_there_it_waits_for_another_start(desk: Desk, tmp_path: Path) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    with half_written(desk.workspace.undo_dir, stick) as name:
        (stick / name).write_bytes(b"half")
        shutil.move(stick, drawer)
        assert sweep(desk.workspace.undo_dir) == 0
        shutil.move(drawer, stick)
        assert sweep(desk.workspace.undo_dir) == 1
    assert everything_in(stick) == {}


@pytest.mark.parametrize("text", [b"", b"\0", b"relative", b"/nowhere/at/all", b"/etc/passwd", b"\xff" * 5000])
def test_a_note_that_names_nothing_holds_up_no_start(desk: Desk, text: bytes) -> None:
    desk.workspace.undo_dir.mkdir(parents=True)
    (desk.workspace.undo_dir / ".inara-0123456789abcdef.tmp.at").write_bytes(text)
    (desk.workspace.undo_dir / ".inara-0123456789abcdef.tmp").mkdir()
    assert sweep(desk.workspace.undo_dir) == 0


def test_a_link_of_such_a_name_is_left_alone(desk: Desk) -> None:
    (desk.root / "a.txt").write_bytes(b"a")
    with half_written(desk.workspace.undo_dir, desk.root) as name:
        (desk.root / name).symlink_to("a.txt")
        assert sweep(desk.workspace.undo_dir) == 0
        assert (desk.root / name).is_symlink()


async def test_the_engine_sweeps_when_it_opens(home: Path, tmp_path: Path) -> None:
    await asyncio.to_thread((home / "undo").mkdir, parents=True)
    name = new_name()
    (home / "undo" / f"{name}.at").write_text(str(tmp_path))
    (tmp_path / name).write_bytes(b"half")
    (tmp_path / "whole.txt").write_bytes(b"whole")
    engine = await open_engine(find_home(), drive=False)
    await engine.close()
    assert (tmp_path / "whole.txt").exists()
    assert not (tmp_path / name).exists()
