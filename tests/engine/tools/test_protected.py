"""The places no tool reaches, whatever leads there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inara_engine.tools.paths import resolve
from inara_engine.tools.protected import Guard, Protected, protected_places


@pytest.fixture
def person(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def places(person: Path, *granted: Path, search_path: str = "/usr/bin") -> Protected:
    return protected_places(person, (person / "inara",), granted=granted, search_path=search_path)


@pytest.mark.parametrize(
    ("path", "guard"),
    [
        ("~/.ssh/id_ed25519", Guard.NO_ACCESS),
        ("~/.ssh", Guard.NO_ACCESS),
        ("~/.SSH/authorized_keys", Guard.NO_ACCESS),
        ("~/.gnupg/private-keys-v1.d/x", Guard.NO_ACCESS),
        ("~/.aws/credentials", Guard.NO_ACCESS),
        ("~/.docker/config.json", Guard.NO_ACCESS),
        ("~/.docker/notes.txt", Guard.OPEN),
        ("~/.netrc", Guard.NO_ACCESS),
        ("~/.local/share/keyrings/login.keyring", Guard.NO_ACCESS),
        ("~/.config/gh/hosts.yml", Guard.NO_ACCESS),
        ("~/.mozilla/firefox/x/logins.json", Guard.NO_ACCESS),
        ("~/.claude/.credentials.json", Guard.NO_ACCESS),
        ("~/.codex/auth.json", Guard.NO_ACCESS),
        ("~/.codex/config.toml", Guard.NO_WRITING),
        ("~/.config/Code/User/settings.json", Guard.NO_WRITING),
        ("~/.config/chromium/Default/Cookies", Guard.NO_ACCESS),
        ("~/.thunderbird/x/Mail", Guard.NO_ACCESS),
        ("~/Documents/all.kdbx", Guard.NO_ACCESS),
        ("~/Documents/all.kdb", Guard.NO_ACCESS),
        ("~/Documents/all.KDBX", Guard.NO_ACCESS),
        ("~/inara/config.toml", Guard.NO_ACCESS),
        ("~/inara/inara.db-wal", Guard.NO_ACCESS),
        ("/proc/self/environ", Guard.NO_ACCESS),
        ("/proc/1/root/etc/hostname", Guard.NO_ACCESS),
        ("/proc/self/cwd/x", Guard.NO_ACCESS),
        ("/dev/sda", Guard.NO_ACCESS),
        ("/sys/power/state", Guard.NO_ACCESS),
        ("/run/user/1000/bus", Guard.NO_ACCESS),
        ("/etc/shadow", Guard.NO_ACCESS),
        ("~/.bashrc", Guard.NO_WRITING),
        ("~/.profile", Guard.NO_WRITING),
        ("~/.config/autostart/x.desktop", Guard.NO_WRITING),
        ("~/.config/systemd/user/x.service", Guard.NO_WRITING),
        ("~/.local/bin/ls", Guard.NO_WRITING),
        ("~/.local/share/applications/x.desktop", Guard.NO_WRITING),
        ("~/.gitconfig", Guard.NO_WRITING),
        ("/usr/bin/ls", Guard.NO_WRITING),
        ("/etc/cron.d/x", Guard.NO_WRITING),
        ("/var/spool/cron/root", Guard.NO_WRITING),
        ("~/Documents/notes.txt", Guard.OPEN),
        ("~/.sshfs-notes", Guard.OPEN),
        ("/tmp/x", Guard.OPEN),
    ],
)
def test_the_lists(person: Path, path: str, guard: Guard) -> None:
    """Whether or not the place exists."""
    spelled = Path(str(person) + path[1:]) if path.startswith("~") else Path(path)
    assert places(person).now().guard(resolve(spelled)) is guard


def test_a_place_that_is_itself_a_link_protects_where_it_leads(person: Path, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "id").touch()
    (person / ".ssh").symlink_to(tmp_path / "keys")
    now = places(person).now()
    assert now.guard(resolve(person / ".ssh" / "id")) is Guard.NO_ACCESS
    assert now.guard(resolve(tmp_path / "keys" / "id")) is Guard.NO_ACCESS


def test_what_is_not_there_yet_is_protected_behind_links_too(person: Path, tmp_path: Path) -> None:
    """Some systems link /home, some people link ~/.config."""
    (tmp_path / "link-to-home").symlink_to(person)
    (person / "dotfiles").mkdir()
    (person / ".config").symlink_to("dotfiles")
    now = places(tmp_path / "link-to-home").now()
    for name in ("home/.bashrc", "link-to-home/.bashrc", "home/.config/autostart/x", "home/dotfiles/autostart/x"):
        assert now.guard(resolve(tmp_path / name)) is Guard.NO_WRITING
    for name in ("home/.ssh/authorized_keys", "home/dotfiles/gh/hosts.yml"):
        assert now.guard(resolve(tmp_path / name)) is Guard.NO_ACCESS


def test_a_link_through_a_protected_place_is_refused_wherever_it_ends(person: Path) -> None:
    (person / "x").symlink_to("/proc/self/root/etc/hostname")
    found = resolve(person / "x")
    assert found.path == Path("/etc/hostname")
    assert places(person).now().guard(found) is Guard.NO_ACCESS


def test_another_name_of_a_protected_file_is_known(person: Path) -> None:
    (person / ".ssh").mkdir()
    (person / ".ssh" / "id").write_text("key")
    (person / ".ssh" / "config").write_text("only one name")
    os.link(person / ".ssh" / "id", person / "innocent")
    status = (person / "innocent").stat()
    assert places(person).now().secret_files == {(status.st_dev, status.st_ino)}
    (person / "inara").mkdir()
    (person / "inara" / "inara.db").write_text("all that was said")
    os.link(person / "inara" / "inara.db", person / "harmless")
    own = (person / "harmless").stat()
    assert places(person).now().secret_files == {(status.st_dev, status.st_ino), (own.st_dev, own.st_ino)}


def test_a_granted_folder_beside_inaras_own_files_stays_usable(person: Path) -> None:
    own = person / "inara"
    for name in ("work", "backups"):
        (own / name).mkdir(parents=True)
    now = places(person, own / "work", own / "backups").now()
    assert now.guard(resolve(own / "work" / "a.txt")) is Guard.OPEN
    assert now.guard(resolve(own / "backups" / "a.txt")) is Guard.NO_ACCESS
    assert now.guard(resolve(own / "config.toml")) is Guard.NO_ACCESS


@pytest.mark.parametrize("name", ["backups", "Backups", "undo", "inara.db", "inara.db-wal"])
def test_granting_something_of_inaras_own_by_its_name_opens_nothing(person: Path, name: str) -> None:
    """Also in capitals, which are the same file on some disks."""
    own = person / "inara"
    now = places(person, own / name).now()
    assert now.guard(resolve(own / name)) is Guard.NO_ACCESS
    assert now.guard(resolve(own / name / "a.txt")) is Guard.NO_ACCESS


def test_granting_inaras_own_folder_opens_nothing(person: Path) -> None:
    own = person / "inara"
    (own / "undo" / "deep").mkdir(parents=True)
    folders = protected_places(person, (own, own / "undo"), granted=(own, own / "undo" / "deep")).now()
    assert folders.guard(resolve(own / "undo" / "deep" / "x")) is Guard.NO_ACCESS
    assert places(person, own).now().guard(resolve(own / "config.toml")) is Guard.NO_ACCESS


def test_a_home_on_the_search_path_does_not_close_the_home(person: Path) -> None:
    now = places(person, search_path=f"{person}:relative:{person}/tools").now()
    assert now.guard(resolve(person / "a.txt")) is Guard.OPEN
    assert now.guard(resolve(person / "tools" / "ls")) is Guard.NO_WRITING


def test_inaras_own_code_is_not_written() -> None:
    import inara_engine

    code = Path(inara_engine.__file__)
    assert places(Path("/home/anna")).now().guard(resolve(code)) is Guard.NO_WRITING
