"""What `make package` built, as people install it: a clean Debian, a clean virtual environment, an unpacked folder.

Not part of `make test`: it builds for minutes and needs root. `make test-packages` runs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop_session import DesktopSession

TREE = Path(__file__).parents[2]
PACKAGING = TREE / "packaging"
# Where programs are, and nothing of the checkout or of who runs the tests.
BARE = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}


def built(pattern: str) -> Path:
    """The newest of what was built."""
    found = sorted((TREE / "dist").glob(pattern), key=lambda path: path.stat().st_mtime)
    assert found, f"nothing in dist/ is called {pattern}: run make package first"
    return found[-1]


def output(*command: str | Path, environ: dict[str, str] = BARE) -> str:
    """What a command prints; it must succeed."""
    ended = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=900, check=False)
    assert ended.returncode == 0, f"{command}: {ended.stdout}\n{ended.stderr}"
    return ended.stdout


def opens_its_window(command: list[str | Path], shown: Path) -> None:
    """Start it on a desktop of its own, see its window, keep a picture of it."""
    with DesktopSession(keyring=False, tray=False) as desktop:
        environ = {"HOME": "/tmp", "INARA_HOME": "/tmp/inara-home", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none"}
        process = desktop.start(command, environ=environ)
        desktop.wait_for_window("Inara")
        desktop.screenshot(shown)
        assert process.poll() is None, desktop.log()


@pytest.fixture(scope="module")
def clean_debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A Debian with nothing but the package and what apt brought for it."""
    root = tmp_path_factory.mktemp("debian") / "root"
    environ = BARE | {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    output(TREE / "tests" / "support" / "clean_debian.sh", root, environ=environ)
    package = built("inara_*.deb")
    (root / package.name).write_bytes(package.read_bytes())
    output("mount", "-t", "proc", "proc", root / "proc")
    try:
        in_there = ("chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "--yes")
        output(*in_there, "update", environ=environ)
        output(*in_there, "--no-install-recommends", "install", f"/{package.name}", environ=environ)
        yield root
    finally:
        output("umount", root / "proc")


def test_the_debian_package_runs_where_nothing_else_is(clean_debian: Path, tmp_path: Path) -> None:
    assert not (clean_debian / "usr/bin/python3").exists()  # it brings its own
    assert output("chroot", clean_debian, "inara", "--version").startswith("inara ")
    answer = output("chroot", clean_debian, "env", "INARA_HOME=/root/inara", "inara", "ask", "--mode", "chat", "Hello")
    assert "demo" in answer.lower()
    opens_its_window(["chroot", clean_debian, "inara"], tmp_path / "debian.png")


def test_the_desktop_knows_the_debian_package(clean_debian: Path, tmp_path: Path) -> None:
    share = clean_debian / "usr/share"
    entry = share / "applications/app.inara.Inara.desktop"
    output("desktop-file-validate", entry)
    output("appstreamcli", "validate", "--no-net", share / "metainfo/app.inara.Inara.metainfo.xml")
    types = tmp_path / "mime/packages"
    types.mkdir(parents=True)
    (types / "inara.xml").write_bytes((share / "mime/packages/app.inara.Inara.xml").read_bytes())
    output("update-mime-database", types.parent)
    assert "application/vnd.inara.session+json:*.inara.json" in (types.parent / "globs").read_text()
    for size_px in (16, 48, 256):
        assert (share / f"icons/hicolor/{size_px}x{size_px}/apps/app.inara.Inara.png").read_bytes()[:4] == b"\x89PNG"


def test_it_goes_without_a_trace(clean_debian: Path) -> None:
    output("chroot", clean_debian, "dpkg", "--purge", "inara")
    assert not list(clean_debian.glob("usr/**/*[Ii]nara*"))


def test_the_folder_runs_from_anywhere(tmp_path: Path) -> None:
    with tarfile.open(built("inara-*-linux-*.tar.xz")) as archive:
        archive.extractall(tmp_path / "some where", filter="data")
    program = tmp_path / "some where" / "inara" / "inara"
    assert output(program, "--version").startswith("inara ")
    opens_its_window([program], tmp_path / "folder.png")


def test_the_wheel_installs_as_pipx_does(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    output(sys.executable, "-m", "venv", venv)
    pip = (venv / "bin/python", "-m", "pip", "install", "--quiet", "--constraint", PACKAGING / "constraints.txt")
    output(*pip, built("inara-*.whl"), environ=dict(os.environ))
    assert output(venv / "bin/inara", "--version").startswith("inara ")
    opens_its_window([venv / "bin/inara"], tmp_path / "wheel.png")
