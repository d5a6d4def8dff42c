"""Where Inara keeps its things, and that only one process writes there."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from inara_engine.errors import StorageError
from inara_engine.home import Lock, documents_folder, find_home, person_folder


def test_inara_home_holds_everything(tmp_path: Path) -> None:
    home = find_home({"INARA_HOME": str(tmp_path / "inara")})

    paths = [*home.folders, home.config_file, home.database, home.lock_file, home.socket]
    assert all(path.is_relative_to(tmp_path / "inara") for path in paths)
    assert home.config_file == tmp_path / "inara" / "config.toml"
    assert home.database == tmp_path / "inara" / "inara.db"
    assert home.socket == tmp_path / "inara" / "run" / "inara.sock"


def test_without_it_the_system_places_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    home = find_home({})

    assert home.config_file == tmp_path / "config" / "inara" / "config.toml"
    assert home.database == tmp_path / "data" / "inara" / "inara.db"
    assert home.cache == tmp_path / "cache" / "inara"
    assert home.lock_file.is_relative_to(home.data), "the lock belongs to the data, not to the login session"


def test_a_relative_or_empty_inara_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_home({"INARA_HOME": "here"}).database == tmp_path / "here" / "inara.db"
    assert find_home({"INARA_HOME": "~/x"}).database == Path.home() / "x" / "inara.db"
    assert find_home({"INARA_HOME": " "}) == find_home({})


def test_a_home_that_the_system_does_not_know_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """`INARA_HOME=~nobody`, and containers that run as a user of no name."""
    with pytest.raises(StorageError, match=r"INARA_HOME is ~nobody-here, .*Set it to a whole path"):
        find_home({"INARA_HOME": "~nobody-here"})
    for name in [name for name in os.environ if name == "HOME" or name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr("pwd.getpwuid", dict[int, str]().__getitem__)
    for known in (lambda: find_home({}), person_folder):
        with pytest.raises(StorageError, match=r"no home folder of yours\. Set HOME"):
            known()


def test_finding_creates_nothing_and_ensure_is_private(tmp_path: Path) -> None:
    home = find_home({"INARA_HOME": str(tmp_path / "new")})
    assert list(tmp_path.iterdir()) == []

    home.ensure()
    home.ensure()

    for folder in home.folders:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_a_folder_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError, match="INARA_HOME to another folder"):
        find_home({"INARA_HOME": str(tmp_path / "taken")}).ensure()
    with pytest.raises(StorageError, match="can't be made: "):
        find_home({"INARA_HOME": str(tmp_path / "taken" / "below")}).ensure()


def test_the_documents_folder_is_the_systems_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Dokumente"\n')

    assert documents_folder() == tmp_path / "Dokumente"


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "inara.lock"), Lock(tmp_path / "inara.lock")

    assert first.acquire()
    assert first.acquire(), "asking again for one's own lock is fine"
    assert not second.acquire()
    assert second.holder() == os.getpid()

    first.release()
    assert second.acquire()
    second.release()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    script = (
        "import sys, signal; from pathlib import Path; from inara_engine.home import Lock\n"
        f"lock = Lock(Path({str(tmp_path / 'inara.lock')!r})); print(lock.acquire(), flush=True); signal.pause()"
    )
    mine = Lock(tmp_path / "inara.lock")
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not mine.acquire()
        assert mine.holder() == other.pid
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert mine.acquire()
    mine.release()


def test_a_lock_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="can't be used"):
        Lock(tmp_path / "missing" / "inara.lock").acquire()
    assert Lock(tmp_path / "missing" / "inara.lock").holder() is None
