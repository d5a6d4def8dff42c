"""What `make package` built, as people install it: a clean Debian, a clean virtual environment, an unpacked folder.

Not part of `make test`: it builds for minutes and needs root. `make test-packages` runs it.
"""

from __future__ import annotations

import ast
import asyncio
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.accessible import wait_until
from tests.support.desktop_session import DesktopSession
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn

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
    """Start it on a desktop of its own, see its window and its settings, keep a picture of them."""
    with DesktopSession(keyring=False, tray=False) as desktop:
        environ = {"HOME": "/tmp", "INARA_HOME": "/tmp/inara-home", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none"}
        process = desktop.start(command, environ=environ)
        window = desktop.wait_for_window("Inara")
        wait_until(lambda: desktop.has_keyboard(window), "keys go there")
        desktop.key("ctrl+comma")
        desktop.wait_for_window("Settings")
        desktop.screenshot(shown)
        assert process.poll() is None, desktop.log()
        assert "Traceback" not in desktop.log()


async def answers_from_a_server(command: list[str | Path], home: Path, inside: str) -> None:
    """A real job against a model server of this machine: a tool call, its result, an answer. `inside` is `home` to it."""
    server = ScriptedServer([calls_turn(call("calculate", {"expression": "6*7"})), text_turn("It is ", "42.")])
    async with server:
        home.mkdir(parents=True, exist_ok=True)
        (home / "config.toml").write_text(
            f'[models.tiny]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "tiny"\n'
        )
        said = await asyncio.to_thread(
            output, *command, "ask", "What is 6*7?", environ=BARE | {"INARA_HOME": inside, "HOME": inside}
        )
    assert said.strip().endswith("It is 42.")
    assert server.requests[-1].json["messages"][-1]["content"] == "42"  # the tool ran


def named_modules(wheel: ZipFile) -> set[str]:
    """What Inara's own code imports, also late and by its name, as far as it exists on this system."""
    found: set[str] = set()
    for source in (name for name in wheel.namelist() if name.endswith(".py")):
        for node in ast.walk(ast.parse(wheel.read(source))):
            match node:
                case ast.Import(names=names):
                    found.update(alias.name for alias in names)
                case ast.ImportFrom(module=str(module), level=0):
                    found.add(module)
                case ast.Call(
                    func=ast.Name("import_module") | ast.Attribute(attr="import_module"), args=[ast.Constant(name)]
                ):
                    found.add(name)
    return {name for name in found if name not in sys.builtin_module_names and exists(name)}


def exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


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
    opens_its_window(["chroot", clean_debian, "inara"], tmp_path / "debian.png")


def test_every_library_of_the_debian_package_is_there(clean_debian: Path) -> None:
    """Of GTK's theme Qt tries to load what a desktop with GTK has; all else is brought or depended upon."""
    command = "find /usr/lib/inara -name '*.so*' -type f ! -name libqgtk3.so -exec env LD_LIBRARY_PATH=/usr/lib/inara/_internal ldd {} +"
    missing = [line for line in output("chroot", clean_debian, "sh", "-c", command).splitlines() if "not found" in line]
    assert not missing


def test_it_answers_without_any_network(clean_debian: Path) -> None:
    asked = ("env", "INARA_HOME=/root/offline", "inara", "ask", "--mode", "chat", "Hello")
    assert "demo" in output("unshare", "--net", "chroot", clean_debian, *asked).lower()


async def test_it_does_a_job_with_a_model_server(clean_debian: Path) -> None:
    await answers_from_a_server(["chroot", clean_debian, "inara"], clean_debian / "root/served", "/root/served")


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
    completions = (
        "bash-completion/completions/inara",
        "zsh/vendor-completions/_inara",
        "fish/vendor_completions.d/inara.fish",
    )
    for file in completions:
        assert "schedule" in (share / file).read_text()


def test_flatpak_builder_reads_the_manifest(tmp_path: Path) -> None:
    elsewhere = ("env", f"--chdir={tmp_path}")  # it leaves a folder where it runs
    said = output(*elsewhere, "flatpak-builder", "--show-manifest", PACKAGING / "flatpak/app.inara.Inara.yaml")
    manifest = json.loads(said)
    assert manifest["command"] == "inara"
    sources = [PACKAGING / "flatpak" / source["path"] for source in manifest["modules"][0]["sources"]]
    assert built("inara-*-linux-*.tar.xz").resolve() in {source.resolve() for source in sources}
    assert all(source.exists() for source in sources if source.suffix != ".xz")


def test_it_goes_without_a_trace(clean_debian: Path) -> None:
    output("chroot", clean_debian, "dpkg", "--purge", "inara")
    assert not list(clean_debian.glob("usr/**/*[Ii]nara*"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one-folder bundle, unpacked where no installer would put it."""
    place = tmp_path_factory.mktemp("folder") / "some where"
    with tarfile.open(built("inara-*-linux-*.tar.xz")) as archive:
        archive.extractall(place, filter="data")
    return place / "inara"


async def test_the_folder_runs_from_anywhere(folder: Path, tmp_path: Path) -> None:
    assert output(folder / "inara", "--version").startswith("inara ")
    await answers_from_a_server([folder / "inara"], tmp_path / "home", str(tmp_path / "home"))
    await asyncio.to_thread(opens_its_window, [folder / "inara"], tmp_path / "folder.png")


def test_the_folder_has_every_module_and_resource(folder: Path) -> None:
    inside = folder / "_internal"

    def is_there(module: str) -> bool:
        path = inside / module.replace(".", "/")
        by_itself = path.with_name(path.name + ".pyc").exists() or (path / "__init__.pyc").exists() or path.is_dir()
        return by_itself or any(path.parent.glob(f"{path.name}.*so")) or any(inside.rglob(f"lib-dynload/{module}.*so"))

    with ZipFile(built("inara-*.whl")) as wheel:
        named = named_modules(wheel)
        resources = [name for name in wheel.namelist() if name.startswith("inara_resources/")]
    assert not sorted(name for name in named if not is_there(name))
    wanted = {name for name in resources if Path(name).suffix not in {".py", ".ts"}}
    assert len(wanted) > 60
    assert not sorted(name for name in wanted if not (inside / name).exists())
    in_the_tree = {
        str(file.relative_to(TREE / "resources")) for file in (TREE / "resources").rglob("inara_resources/**/*.*")
    }
    assert not {name for name in in_the_tree - set(resources) if Path(name).suffix != ".pyc"}


def test_the_folder_compiles_nothing_at_its_start(folder: Path) -> None:
    """PySide's own Python modules too are files with byte code: from inside its library they take 30 ms each time."""
    modules = list((folder / "_internal/shiboken6/files.dir").rglob("*.py"))
    assert len(modules) > 10
    assert not [file for file in modules if not list(file.parent.glob(f"__pycache__/{file.stem}.*.pyc"))]


def test_what_the_folder_starts_has_its_own_libraries(folder: Path, tmp_path: Path) -> None:
    """A program that the bundle runs (here a tool server) must not be given the bundle's libraries."""
    home, seen = tmp_path / "home", tmp_path / "seen"
    home.mkdir()
    script = f"env > {seen}; exit 1"
    (home / "config.toml").write_text(f"[mcp.servers.probe]\ncommand = '/bin/sh'\nargs = ['-c', '{script}']\n")
    environ = BARE | {"INARA_HOME": str(home), "HOME": str(home)}
    subprocess.run(
        [folder / "inara", "mcp", "test", "probe"], env=environ, capture_output=True, timeout=120, check=False
    )
    assert "PATH=" in seen.read_text()
    assert "LD_LIBRARY_PATH" not in seen.read_text()


async def test_the_wheel_installs_as_pipx_does(tmp_path: Path) -> None:
    environ = dict(os.environ) | {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    environ |= {"PIP_CONSTRAINT": str(PACKAGING / "constraints.txt")}
    await asyncio.to_thread(
        output, "pipx", "install", "--python", sys.executable, built("inara-*.whl"), environ=environ
    )
    program = tmp_path / "bin" / "inara"
    assert output(program, "--version").startswith("inara ")
    await answers_from_a_server([program], tmp_path / "home", str(tmp_path / "home"))
    await asyncio.to_thread(opens_its_window, [program], tmp_path / "wheel.png")
