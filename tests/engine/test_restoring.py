"""Putting a backup back is killed (SIGKILL, a real process) at whichever step: the next start goes on with it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

from inara_engine.backups import found
from inara_engine.face import Engine, open_engine
from inara_engine.home import Home, find_home
from inara_engine.restoring import put_back

SESSION = '{{"title": "{title}", "messages": [{{"role": "user", "content": "hi"}}]}}'
ROOT = Path(__file__).parents[2]
LATER = 2_000_000_000.0
FORMERLY = {"inara.db", "inara.db-wal", "config.toml", "personas", "prompts"}


async def opened() -> Engine:
    return await open_engine(find_home(), drive=False)


async def wish(home: Home) -> None:
    """A backup of "Then" is to be put back; "Now" ended with a crash: its newest rows stand beside the database."""
    engine = await opened()
    home.config_file.write_text("# then\n")
    await engine.import_session(SESSION.format(title="Then"))
    await engine.files.write("", "identity.md", "Then.")
    await engine.templates.save("letter", "Dear {{name}}, then.")
    backup = await engine.storage.back_up()
    home.config_file.write_text("# now\n")
    await engine.import_session(SESSION.format(title="Now"))
    await engine.files.write("", "identity.md", "Now.")
    await engine.templates.save("letter", "Dear {{name}}, now.", "", "own:letter")
    await engine.storage.restore(backup.name)
    crashed = home.data.with_name("crashed")
    crashed.mkdir()
    for name in ("inara.db", "inara.db-wal"):
        shutil.copyfile(home.data / name, crashed / name)
    await engine.close()
    shutil.copytree(crashed, home.data, dirs_exist_ok=True)
    shutil.rmtree(crashed)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def state_of(home: Home) -> dict[str, bytes]:
    """What a backup holds, and nothing else."""
    return {
        name: content
        for name, content in files_of(home.data).items()
        if name.partition("/")[0] in FORMERLY and not name.endswith("-shm")
    }


def start_killed_before(nth: int) -> int:
    command = [sys.executable, "-m", "tests.support.victim_of_restoring", str(nth)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False).returncode


async def test_after_a_kill_at_any_step_it_is_put_back_whole_and_what_was_there_is_kept_in_one_folder() -> None:
    await wish(find_home())
    await asyncio.to_thread(killed_at_each_step, find_home())
    engine = await opened()
    assert [session.title for session in await engine.sessions()] == ["Then"]
    await engine.close()


def killed_at_each_step(home: Home) -> None:
    now = state_of(home)
    (backup,) = found(home)
    then = files_of(home.backups / backup.name)
    asked = home.data.with_name("asked")
    shutil.copytree(home.data, asked)
    for nth in count(1):
        ended = start_killed_before(nth)
        home.ensure()
        put_back(home, LATER)
        assert state_of(home) == then, f"killed before change {nth}"
        (kept,) = [folder for folder in home.backups.iterdir() if folder.name != backup.name]
        assert kept.name.startswith("before-restore-")
        assert {name: content for name, content in files_of(kept).items() if not name.endswith("-shm")} == now
        assert not [path.name for path in home.data.iterdir() if path.name.startswith(".") or path.name == "restore"]
        if ended == 0:
            assert nth > 20
            return
        assert ended == -signal.SIGKILL
        shutil.rmtree(home.data)
        shutil.copytree(asked, home.data)
