"""A whole desktop for one test, invisible and alone: X server, window manager, bus, keyring, tray, screen reader.

    with DesktopSession() as desktop:
        app = desktop.start([sys.executable, "-m", "inara_desktop"])
        desktop.wait_for_window("Inara")
        desktop.type("hello")
        desktop.key("Return")
        desktop.screenshot(Path("hello.png"))

It shares nothing with the desktop it runs on: own HOME, own XDG folders, own bus. What it started
ends with it, also when the test fails, and also when the test run itself is killed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from tests.support.accessible import SYSTEM_PYTHON, Accessibility, wait_until

__all__ = ["DesktopSession"]

KEYRING_PASSWORD = "a test's own"
START_LIMIT_S = 20

# Nothing is started by being called: what a test doesn't start isn't there.
BUS_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class DesktopSession:
    """The desktop. `environ` is what a program that runs in it is given; `home` is its HOME."""

    def __init__(
        self,
        *,
        size: tuple[int, int] = (1600, 1000),
        scheme: Literal["light", "dark"] = "light",
        keyring: bool = True,
        tray: bool = True,
    ) -> None:
        self._size = size
        self._scheme = scheme
        self._keyring = keyring
        self._tray = tray
        self._stack = ExitStack()
        self._keys: list[str] = []  # characters that were put on keys of their own
        self._said = b""  # by the services, the line that is not whole yet
        self._unread: list[str] = []
        self.environ: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _open(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="inara-desktop-"))
        self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
        self.home = folder / "home"
        # Before the bus: what it starts inherits its environment.
        self.environ = _clean_environ(folder)
        for variable in ("HOME", "INARA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            Path(self.environ[variable]).mkdir(mode=0o700, parents=True)
        self._log = self._stack.enter_context((folder / "services.log").open("wb"))
        self._start_screen()
        self._start_bus()
        self._service("openbox")
        if self._keyring:
            self._start_keyring()
        self._start_accessibility()
        if self._tray:
            self._start_services()

    def _start_screen(self) -> None:
        read, write = os.pipe()
        width, height = self._size
        geometry = ("-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset")
        self._service("Xvfb", "-displayfd", str(write), *geometry, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            self.environ["DISPLAY"] = f":{answer.readline().strip()}"

    def _start_bus(self) -> None:
        socket = Path(self.environ["XDG_RUNTIME_DIR"]) / "bus"
        config = socket.with_name("bus.conf")
        config.write_text(BUS_CONFIG.format(socket=socket), encoding="utf-8")
        self._service("dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile")
        wait_until(socket.exists, "the bus listens", timeout_s=START_LIMIT_S)
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"

    def _start_keyring(self) -> None:
        arguments = ("--unlock", "--foreground", "--components=secrets")
        process = self._service("gnome-keyring-daemon", *arguments, stdin=subprocess.PIPE)
        assert process.stdin
        process.stdin.write(KEYRING_PASSWORD.encode())
        process.stdin.close()
        self._wait_for_name("org.freedesktop.secrets")

    def _start_accessibility(self) -> None:
        self._service("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        self._wait_for_name("org.a11y.Bus")
        switch = ("org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>")
        self._run(
            "gdbus",
            "call",
            "--session",
            "--dest",
            "org.a11y.Bus",
            "--object-path",
            "/org/a11y/bus",
            "--method",
            *switch,
        )

    def _start_services(self) -> None:
        script = Path(__file__).with_name("desktop_services.py")
        command = (SYSTEM_PYTHON, str(script), self._scheme)
        self._services = self._service(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._services.stdout
        os.set_blocking(self._services.stdout.fileno(), False)
        self._expect_line("ready")

    def _wait_for_name(self, name: str) -> None:
        self._run("gdbus", "wait", "--session", "--timeout", str(START_LIMIT_S), name)

    def notices(self) -> list[str]:
        """The notifications that were shown since the last time this was asked, as "TITLE: TEXT"."""
        lines = [*self._unread, *self._hear()]
        self._unread = [line for line in lines if not line.startswith("notice ")]
        return [line.removeprefix("notice ") for line in lines if line.startswith("notice ")]

    def _hear(self) -> list[str]:
        """The lines that the services have said meanwhile."""
        assert self._services.stdout
        with suppress(BlockingIOError):
            while piece := os.read(self._services.stdout.fileno(), 65_536):
                self._said += piece
        *lines, self._said = self._said.split(b"\n")
        return [line.decode().strip() for line in lines]

    def _expect_line(self, line: str) -> None:
        def heard() -> bool:
            self._unread += self._hear()
            return line in self._unread

        wait_until(heard, f"the desktop says {line!r} ({self.log()})", timeout_s=START_LIMIT_S)
        del self._unread[: self._unread.index(line) + 1]

    def bring_tray(self) -> None:
        """Let the tray, notices and settings come only now, as slow panels do (of a desktop made with `tray=False`)."""
        self._start_services()

    def set_scheme(self, scheme: Literal["light", "dark"]) -> None:
        """Make the whole desktop dark or light, as a person would in its settings."""
        assert self._services.stdin
        self._services.stdin.write(f"{scheme}\n".encode())
        self._services.stdin.flush()
        self._expect_line(scheme)

    def start(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        environ: Mapping[str, str] | None = None,
        output: int | IO[bytes] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; it is killed at the end if it still runs. `environ` is added to ours."""
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            env=self.environ | dict(environ or {}),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=output if output is not None else self._log,
            stderr=subprocess.STDOUT,
        )
        self._stack.callback(_end, process)
        return process

    def accessibility(self, pid: int) -> Accessibility:
        """The window of a process, as a screen reader sees it."""
        return self._stack.enter_context(Accessibility(self.environ, pid))

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for character in sorted(set(text)):
            if not character.isascii() and character not in self._keys:
                self._give_key(character)
        self._run("xdotool", "type", "--clearmodifiers", "--delay", "4", "--", text)

    def _give_key(self, character: str) -> None:
        """Put a character on a key that has none, for good: xdotool would do it for a moment, too short for some."""
        self._keys.append(character)
        keymap = self._run("xmodmap", "-pke")
        free = [line.split()[1] for line in keymap.splitlines() if line.endswith("=")]
        self._run("xmodmap", "-e", f"keycode {free[-1]} = U{ord(character):04X} U{ord(character):04X}")

    def key(self, *combinations: str) -> None:
        """Press keys, each as xdotool names them: "Return", "ctrl+n", "Escape"."""
        self._run("xdotool", "key", "--clearmodifiers", "--", *combinations)

    def click(self, x: int, y: int, *, button: int = 1) -> None:
        """Click at a point of the screen."""
        self._run("xdotool", "mousemove", "--sync", str(x), str(y), "click", str(button))

    def take_up(self, x: int, y: int) -> None:
        """Press the button of the mouse at a point, and keep it."""
        self._run("xdotool", "mousemove", "--sync", str(x), str(y), "mousedown", "1")

    def move_to(self, x: int, y: int) -> None:
        """Move the pointer there, in two steps: a drag begins with the first."""
        self._run("xdotool", "mousemove", "--sync", str(x - 20), str(y - 20), "mousemove", "--sync", str(x), str(y))

    def let_go(self) -> None:
        """Let the button of the mouse go."""
        self._run("xdotool", "mouseup", "1")

    def wait_for_window(self, title: str = "", *, pid: int = 0, timeout_s: float = 30) -> str:
        """The X id of the first visible window with that title (a pattern) or of that process, once it is there."""
        wanted = ("--pid", str(pid)) if pid else ("--name", title)
        found: list[str] = []

        def look() -> bool:
            search = ["xdotool", "search", "--onlyvisible", *wanted]
            answer = subprocess.run(search, env=self.environ, capture_output=True, text=True, check=False)
            found[:] = answer.stdout.split()
            return bool(found)

        wait_until(look, f"a window of {title or pid}", timeout_s=timeout_s)
        return found[0]

    def windows(self, pid: int) -> list[str]:
        """The X ids of the visible windows of a process."""
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
        return subprocess.run(search, env=self.environ, capture_output=True, text=True, check=False).stdout.split()

    def is_visible(self, window: str) -> bool:
        """Whether a window, by its X id, is on the screen."""
        command = ["xwininfo", "-id", window]
        said = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False).stdout
        return "Map State: IsViewable" in said

    def has_keyboard(self, window: str) -> bool:
        """Whether keys go to this window, by its X id: it is shown a moment before."""
        command = ["xdotool", "getactivewindow"]
        said = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False).stdout
        return said.strip() == window

    def minimise(self, window: str) -> None:
        """Put a window, by its X id, out of the way."""
        self._run("xdotool", "windowminimize", window)

    def set_background(self, color: str) -> None:
        """The colour of the screen behind all windows."""
        self._run("xsetroot", "-solid", color)

    def screenshot(self, path: Path) -> None:
        """The whole screen as a PNG file."""
        self._run("import", "-window", "root", str(path))

    def log(self) -> str:
        """What the desktop's own services said, for a test that fails."""
        return Path(self._log.name).read_text(encoding="utf-8", errors="replace")

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def _service(
        self, *command: str, pass_fds: tuple[int, ...] = (), stdin: int = subprocess.DEVNULL, stdout: int | None = None
    ) -> subprocess.Popen[bytes]:
        """One of the desktop's own programs; it dies with this process, however this one dies."""
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", *command],
            env=self.environ,
            stdin=stdin,
            stdout=stdout if stdout is not None else self._log,
            stderr=self._log,
            pass_fds=pass_fds,
        )
        self._stack.callback(_end, process)
        return process


def _clean_environ(folder: Path) -> dict[str, str]:
    """What a program finds in its environment on a fresh desktop, and nothing of this machine's own."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder / "home"),
        "INARA_HOME": str(folder / "inara"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QPA_PLATFORMTHEME": "xdgdesktopportal",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask, then insist."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
