"""Backups: made while it runs, put back at the next start, and nothing lost either way."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from inara_engine import backups, restoring
from inara_engine.errors import NotFound, StorageError
from inara_engine.face import Engine, open_engine
from inara_engine.home import Home, find_home

SESSION = '{{"title": "{title}", "messages": [{{"role": "user", "content": "hi"}}]}}'


async def opened() -> Engine:
    return await open_engine(find_home(), drive=False)


async def titles(engine: Engine) -> list[str]:
    return sorted(session.title for session in await engine.sessions())


async def test_a_backup_is_put_back_at_the_next_start_and_what_was_there_becomes_one(home: Path) -> None:
    (home / "config.toml").write_text("# then\n")
    engine = await opened()
    await engine.import_session(SESSION.format(title="Then"))
    await engine.files.write("", "identity.md", "Then.")
    await engine.templates.save("letter", "Dear {{name}}, then.")
    backup = await engine.storage.back_up()
    await engine.import_session(SESSION.format(title="Now"))
    await engine.files.write("", "identity.md", "Now.")
    await engine.templates.save("letter", "Dear {{name}}, now.", "", "own:letter")
    await engine.templates.save("newer", "Hello.")
    (home / "config.toml").write_text("# now\n")
    await engine.storage.restore(backup.name)
    assert (await engine.storage.report()).restoring == backup.name
    assert await titles(engine) == ["Now", "Then"]  # until the next start
    await engine.close()

    engine = await opened()
    assert await titles(engine) == ["Then"]
    assert (home / "personas/inara/identity.md").read_text() == "Then."
    assert (home / "config.toml").read_text() == "# then\n"
    assert [one.text for one in await engine.templates.all()] == ["Dear {{name}}, then."]
    report = await engine.storage.report()
    assert report.restoring == ""
    (before,) = [one for one in report.backups if one.name.startswith("before-restore-")]
    await engine.storage.restore(before.name)
    await engine.close()

    engine = await opened()
    assert await titles(engine) == ["Now", "Then"]
    assert (home / "config.toml").read_text() == "# now\n"
    assert [one.text for one in await engine.templates.all()] == ["Dear {{name}}, now.", "Hello."]
    await engine.close()


async def test_what_was_there_after_a_crash_comes_back_with_its_newest_rows(home: Path, tmp_path: Path) -> None:
    """After a kill they stand in the log beside the database; they are as much a part of the backup as it is."""
    engine = await opened()
    backup = await engine.storage.back_up()
    await engine.import_session(SESSION.format(title="Just before the crash"))
    await engine.storage.restore(backup.name)
    for end in ("", "-wal"):
        shutil.copyfile(home / f"inara.db{end}", tmp_path / f"inara.db{end}")
    await engine.close()
    for end in ("", "-wal"):
        shutil.copyfile(tmp_path / f"inara.db{end}", home / f"inara.db{end}")

    engine = await opened()
    assert await titles(engine) == []
    (before,) = [one for one in (await engine.storage.report()).backups if one.name.startswith("before-restore-")]
    await engine.storage.restore(before.name)
    await engine.close()

    engine = await opened()
    assert await titles(engine) == ["Just before the crash"]
    await engine.close()


@pytest.fixture
def two_disks(home: Path) -> Iterator[Home]:
    """A home whose settings lie on another disk than its data."""
    with TemporaryDirectory(dir="/dev/shm") as elsewhere:
        place = find_home()._replace(config_file=Path(elsewhere) / "config.toml")
        assert place.config_file.parent.stat().st_dev != home.stat().st_dev
        yield place


async def back_up(place: Home) -> None:
    """Make a backup with something in it, change that, and wish for it back."""
    place.config_file.write_text("# then\n")
    engine = await open_engine(place, drive=False)
    await engine.import_session(SESSION.format(title="Then"))
    await engine.files.write("", "identity.md", "Then.")
    backup = await engine.storage.back_up()
    await engine.import_session(SESSION.format(title="Now"))
    await engine.files.write("", "identity.md", "Now.")
    place.config_file.write_text("# now\n")
    await engine.templates.save("letter", "Dear {{name}}, now.")
    await engine.storage.restore(backup.name)
    await engine.close()


async def test_a_backup_is_put_back_where_settings_lie_on_another_disk(two_disks: Home) -> None:
    await back_up(two_disks)
    engine = await open_engine(two_disks, drive=False)
    there = await titles(engine)
    await engine.close()
    assert there == ["Then"]
    assert two_disks.config_file.read_text() == "# then\n"
    assert sorted(path.name for path in two_disks.config_file.parent.iterdir()) == ["config.toml", "prompts"]


@pytest.mark.parametrize("nth", range(1, 7))
async def test_what_can_not_be_put_back_whole_is_not_put_back_at_all(
    home: Path, two_disks: Home, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of its moves the disk refuses."""
    await back_up(two_disks)
    moved, moves = restoring._move, count(1)

    def refusing(source: Path, target: Path) -> None:
        if next(moves) == nth:
            raise OSError(errno.EIO, "Input/output error")
        moved(source, target)

    monkeypatch.setattr(restoring, "_move", refusing)
    with pytest.raises(StorageError, match="could not be put back"):
        await open_engine(two_disks, drive=False)
    engine = await open_engine(two_disks, drive=False)
    there = await titles(engine)
    await engine.close()
    assert there == ["Now", "Then"]
    assert two_disks.config_file.read_text() == "# now\n"
    assert (home / "personas/inara/identity.md").read_text() == "Now."


async def test_a_backup_for_which_there_is_no_room_says_so_and_is_none(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    engine = await opened()
    await engine.files.write("", "identity.md", "Then.")
    monkeypatch.setattr(os, "sendfile", refusing)
    with pytest.raises(StorageError, match="No space left on device"):
        await engine.storage.back_up()
    assert list((home / "backups").iterdir()) == []
    await engine.close()


@pytest.mark.parametrize("full", ["config.toml", "prompts"])
async def test_a_disk_that_fills_up_in_the_middle_of_a_copy_keeps_no_part_of_it(
    two_disks: Home, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = two_disks.config_file.parent
    two_disks.prompts.mkdir()
    (two_disks.prompts / "reply.md").write_text("Dear {{name}}, then.")
    await back_up(two_disks)
    sent, times = os.sendfile, count()

    def refusing(target: int, *rest: Any) -> int:
        copied = str(Path(f"/proc/self/fd/{target}").readlink())
        if copied.startswith(f"{folder}/.{full}.restoring") and not next(
            times
        ):  # what was there before has its room again
            os.write(target, b"#")
            raise OSError(errno.ENOSPC, "No space left on device")
        return sent(target, *rest)

    monkeypatch.setattr(os, "sendfile", refusing)
    with pytest.raises(StorageError, match="could not be put back"):
        await open_engine(two_disks, drive=False)
    assert sorted(path.name for path in folder.iterdir()) == ["config.toml", "prompts"]


async def test_it_says_what_takes_how_much_room(home: Path) -> None:
    engine = await opened()
    session = await engine.import_session(SESSION.format(title="Old"))
    await engine.shelf.trash([session])
    backup = await engine.storage.back_up()
    report = await engine.storage.report()
    rooms = {room.name: room for room in report.rooms}
    assert rooms["database"].size_bytes > 10_000
    assert rooms["backups"].size_bytes >= backup.size_bytes > 10_000
    assert report.trashed == 1
    assert report.free_bytes > 0
    assert (home / "backups" / backup.name / "inara.db").stat().st_mode & 0o077 == 0
    await engine.storage.delete_backup(backup.name)
    assert (await engine.storage.report()).backups == ()
    await engine.close()


@pytest.mark.parametrize("name", ["", "..", "../inara.db", "inara-20260101-000000", "memory-inara-1"])
async def test_only_a_backup_can_be_put_back_or_removed(home: Path, name: str) -> None:
    (home / "backups/memory-inara-1").mkdir(parents=True)
    engine = await opened()
    for act in (engine.storage.restore, engine.storage.delete_backup):
        with pytest.raises(NotFound):
            await act(name)
    await engine.close()


async def test_a_backup_is_one_once_all_is_in_it_and_half_a_one_is_gone_at_the_next_start(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can ask for one that was cut by a kill, and what was deleted since does not live on in it."""
    engine = await opened()
    listed: list[backups.Backup] = []

    def killed(place: Home, folder: Path) -> None:
        listed.extend(backups.found(place))
        shutil.copytree(folder, f"{folder}-1")

    monkeypatch.setattr(backups, "keep_files", killed)
    backup = await engine.storage.back_up()
    assert listed == []
    (left,) = [path for path in (home / "backups").iterdir() if path.name != backup.name]
    assert (left / "inara.db").stat().st_size > 0
    assert [one.name for one in (await engine.storage.report()).backups] == [backup.name]
    await engine.close()

    engine = await opened()
    assert [path.name for path in (home / "backups").iterdir()] == [backup.name]
    await engine.close()


@pytest.mark.parametrize("folder", ["100% mine", "a#b", "why?", "%41"])
async def test_a_backup_is_put_back_in_a_folder_of_any_name(
    home: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("INARA_HOME", str(home / folder))
    engine = await opened()
    await engine.import_session(SESSION.format(title="Then"))
    await engine.storage.restore((await engine.storage.back_up()).name)
    await engine.close()
    engine = await opened()
    assert await titles(engine) == ["Then"]
    assert [path.name for path in home.iterdir()] == [folder]
    await engine.close()


@pytest.mark.parametrize("content", [b"no database " * 2000, b""])
async def test_a_damaged_backup_is_refused_before_anything_is_touched(home: Path, content: bytes) -> None:
    engine = await opened()
    backup = await engine.storage.back_up()
    (home / "backups" / backup.name / "inara.db").write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        await engine.storage.restore(backup.name)
    await engine.close()


async def test_a_backup_that_went_away_is_told_once_and_then_it_goes_on(home: Path) -> None:
    engine = await opened()
    await engine.import_session(SESSION.format(title="Now"))
    backup = await engine.storage.back_up()
    await engine.storage.restore(backup.name)
    await engine.close()
    shutil.rmtree(home / "backups" / backup.name)
    with pytest.raises(NotFound):
        await opened()
    engine = await opened()
    assert await titles(engine) == ["Now"]
    await engine.close()


async def test_a_wish_can_be_taken_back(home: Path) -> None:
    engine = await opened()
    backup = await engine.storage.back_up()
    await engine.storage.restore(backup.name)
    await engine.storage.keep_as_is()
    assert (await engine.storage.report()).restoring == ""
    await engine.close()
