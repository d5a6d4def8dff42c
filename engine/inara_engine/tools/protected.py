"""Places no tool may reach, whatever a model asks and whoever would approve it.

Two lists: places neither read nor written (keys, password stores, browser and mail profiles, Inara's
own files, devices) and places that may be read but never written (whatever runs by itself at the next
login, shell or program start). Both are matched by path and by file identity, so a link, a hard link,
a bind mount or another spelling leads to the same answer.
"""

from __future__ import annotations

import os
import site
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

import inara_engine
from inara_engine.tools.paths import Resolved, key, within

__all__ = ["Guard", "Identity", "Protected", "protected_places"]

Identity = tuple[int, int]  # st_dev, st_ino

# Below the person's home: secrets. Sources: the tools' own documentation of where they keep them.
_SECRET = (
    *(".ssh", ".gnupg", ".pki", ".password-store", ".local/share/keyrings", ".local/share/kwalletd"),
    *(".aws", ".azure", ".kube", ".docker/config.json", ".config/gh", ".config/hub", ".config/gcloud"),
    *(".config/rclone", ".config/op", ".config/doctl", ".terraform.d/credentials.tfrc.json", ".vault-token"),
    *(".netrc", ".pgpass", ".my.cnf", ".git-credentials", ".config/git/credentials", ".npmrc", ".pypirc"),
    *(".cargo/credentials", ".cargo/credentials.toml", ".config/python_keyring", ".local/share/python_keyring"),
    # The keys of other assistants, of which Inara may run the commands, and of what else signs in by itself.
    *(".claude.json", ".claude/.credentials.json", ".codex/auth.json", ".gemini/oauth_creds.json"),
    *(".config/github-copilot", ".local/share/opencode/auth.json", ".huggingface/token", ".cache/huggingface/token"),
    *(".config/containers/auth.json", ".m2/settings.xml", ".gradle/gradle.properties", ".gem/credentials"),
    *(".config/composer/auth.json", ".s3cfg", ".boto", ".config/sops", ".config/msmtp", ".config/filezilla"),
    *(".config/remmina", ".local/share/remmina", ".local/share/TelegramDesktop", ".electrum", ".bitcoin", ".zen"),
    *(".config/Bitwarden", ".config/1Password", ".config/keepassxc", ".config/Signal"),
    *(".mozilla", ".librewolf", ".config/google-chrome", ".config/chromium", ".config/BraveSoftware"),
    *(".config/microsoft-edge", ".config/vivaldi", ".config/opera", ".local/share/epiphany", ".config/epiphany"),
    *("snap/firefox", "snap/chromium", "snap/thunderbird", ".var/app/org.mozilla.firefox"),
    *(".var/app/com.google.Chrome", ".var/app/org.chromium.Chromium", ".var/app/com.brave.Browser"),
    *(".var/app/org.mozilla.Thunderbird", ".thunderbird", ".local/share/evolution", ".config/evolution"),
    *(".local/share/geary", ".config/geary", ".claws-mail", ".local/share/kmail2", ".local/share/local-mail"),
    *("Library/Keychains", "Library/Mail", "Library/Safari", "Library/Application Support/Firefox"),
    "Library/Application Support/Google/Chrome",
)
# Below the person's home: what starts programs.
_STARTS_PROGRAMS = (
    *(".bashrc", ".bash_profile", ".bash_login", ".bash_logout", ".bash_aliases", ".profile", ".inputrc"),
    *(".zshrc", ".zshenv", ".zprofile", ".zlogin", ".zlogout", ".kshrc", ".cshrc", ".tcshrc", ".login"),
    *(".xprofile", ".xinitrc", ".xsession", ".xsessionrc", ".pam_environment", ".config/fish", ".config/direnv"),
    *(".config/autostart", ".config/autostart-scripts", ".config/systemd", ".config/environment.d"),
    *(".config/plasma-workspace", ".config/upstart", ".local/bin", "bin", ".local/lib", ".local/share/applications"),
    *(".local/share/dbus-1", ".local/share/systemd", ".local/share/kservices5", ".local/share/nautilus/scripts"),
    *(".gitconfig", ".config/git", ".vimrc", ".vim", ".config/nvim", ".emacs", ".emacs.d", ".config/emacs"),
    # What terminals, window systems, debuggers and other assistants run when they start.
    *(".tmux.conf", ".config/tmux", ".screenrc", ".gdbinit", ".config/gdb", ".lldbinit", ".Rprofile"),
    *(".config/zsh", ".config/nushell", ".config/powershell", ".config/mise", ".config/kitty", ".config/alacritty"),
    *(".config/sway", ".config/i3", ".config/hypr", ".config/Code/User", ".config/mpv/scripts", ".claude", ".codex"),
    *(".gemini", ".cursor", ".vscode/extensions", ".ipython"),
    *(".pythonrc", ".config/pip", "Library/LaunchAgents"),
)
_SYSTEM_SECRET = ("/proc", "/sys", "/dev", "/run/user", "/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/etc/sudoers.d")
_SYSTEM = ("/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/boot", "/var/spool/cron", "/var/lib/systemd")
_SECRET_SUFFIXES = (".kdbx", ".kdb")  # password databases, wherever they lie

# What Inara keeps in its home; a granted folder of another name may lie beside these.
_OWN = frozenset({"config.toml", "personas", "logs", "cache", "backups", "run", "undo"})


class Guard(IntEnum):
    """How far a place is out of reach."""

    OPEN = 0
    NO_WRITING = 1
    NO_ACCESS = 2


@dataclass(frozen=True)
class Protected:
    """The two lists. `except_below` are granted folders inside Inara's own home that hold none of its files."""

    no_access: tuple[Path, ...]
    no_writing: tuple[Path, ...]
    own: tuple[Path, ...] = ()
    except_below: tuple[Path, ...] = ()

    def now(self) -> ProtectedNow:
        """The lists with the identities their places have at this moment; for one operation."""
        return ProtectedNow(self)

    @cached_property
    def no_access_keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(key, self.no_access))

    @cached_property
    def no_writing_keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(key, self.no_writing))

    @cached_property
    def own_keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(key, self.own))


class ProtectedNow:
    """Answers for one operation, from the file identities found when it began."""

    def __init__(self, places: Protected) -> None:
        self._places = places
        self._no_access = _identities(places.no_access)
        self._no_writing = _identities(places.no_writing)
        self._own = _identities(places.own)

    def guard(self, place: Resolved) -> Guard:
        """What may be done at `place`: the strictest answer for it and for each link that led there."""
        return max(self._guard_of(path) for path in (place.path, *place.crossed))

    def bars(self, folder: Identity) -> bool:
        """Whether an opened folder is itself one that nobody may enter, whatever path led to it."""
        return folder in self._no_access or (folder in self._own and not self._places.except_below)

    def guard_entry(self, path: Path, status: os.stat_result) -> Guard:
        """The same for an entry of a folder that was found open itself: cheap enough for each of 100,000."""
        parts, itself = key(path), (status.st_dev, status.st_ino)
        if parts[-1].endswith(_SECRET_SUFFIXES) or parts in self._places.no_access_keys or itself in self._no_access:
            return Guard.NO_ACCESS
        if parts in self._places.own_keys or itself in self._own:
            return Guard.NO_ACCESS
        if stat.S_ISREG(status.st_mode) and status.st_nlink > 1 and itself in self.secret_files:
            return Guard.NO_ACCESS
        return Guard.OPEN

    @cached_property
    def secret_files(self) -> frozenset[Identity]:
        """Files in no-access places that have more than one name: what a hard link elsewhere may turn out to be.

        Walks those places, so it is asked for only when a file with several names was opened.
        """
        return frozenset(found for place in (*self._places.no_access, *self._places.own) for found in _linked(place))

    def _guard_of(self, path: Path) -> Guard:
        parts = key(path)
        prefixes = {parts[:length] for length in range(1, len(parts) + 1)}
        above = _identities((path, *path.parents))
        if parts[-1].endswith(_SECRET_SUFFIXES) or prefixes & self._places.no_access_keys or above & self._no_access:
            return Guard.NO_ACCESS
        if (prefixes & self._places.own_keys or above & self._own) and not any(
            within(path, granted) for granted in self._places.except_below
        ):
            return Guard.NO_ACCESS
        if prefixes & self._places.no_writing_keys or above & self._no_writing:
            return Guard.NO_WRITING
        return Guard.OPEN


def protected_places(
    home: Path, own: Iterable[Path], *, granted: Iterable[Path] = (), search_path: str | None = None
) -> Protected:
    """The lists for this person and machine.

    `own` are Inara's own folders (data, settings, state, run); `granted` the workspace's roots: one that lies
    inside such a folder, and isn't one of Inara's own files there, stays usable. `search_path` is PATH.
    Looks at the disk: call it in a thread.
    """
    own = tuple(Path(os.path.realpath(folder)) for folder in own)
    programs = (Path(entry) for entry in (search_path or os.environ.get("PATH", "")).split(os.pathsep))
    python = (*site.getsitepackages(), site.getusersitepackages(), str(Path(inara_engine.__file__).parent))
    runs_code = (*programs, *map(Path, python))
    return Protected(
        no_access=_with_real((*(home / name for name in _SECRET), *map(Path, _SYSTEM_SECRET))),
        no_writing=_with_real(
            (
                *(home / name for name in _STARTS_PROGRAMS),
                *map(Path, _SYSTEM),
                *(folder for folder in runs_code if folder.is_absolute() and not within(home, folder)),
            )
        ),
        own=own,
        except_below=tuple(
            root for root in (Path(os.path.realpath(folder)) for folder in granted) if _stands_apart(root, own)
        ),
    )


def _with_real(places: Iterable[Path]) -> tuple[Path, ...]:
    """The places, and where their links lead: a home or a .config may be a link, and the place itself not be there."""
    spelled = tuple(places)
    return tuple(dict.fromkeys((*spelled, *(Path(os.path.realpath(place)) for place in spelled))))


def _stands_apart(root: Path, own: Iterable[Path]) -> bool:
    """Whether a granted folder lies inside Inara's own ones, but under a name that Inara doesn't use there."""
    around = [folder for folder in own if within(root, folder)]
    names = [root.relative_to(folder).parts[:1] for folder in around]
    return bool(names) and all(
        name and name[0].casefold() not in _OWN and not name[0].casefold().startswith("inara.db") for name in names
    )


def _identities(paths: Iterable[Path]) -> frozenset[Identity]:
    return frozenset(identity for path in paths if (identity := _identity(path)))


def _identity(path: Path) -> Identity | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - called for some hundred paths per call: a Path method costs as much again
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _linked(place: Path) -> Iterator[Identity]:
    """Files with several names at and below `place`; nothing of the system's trees, where no file of note is one."""
    if place.parts[:2] in {("/", "proc"), ("/", "sys"), ("/", "dev"), ("/", "run")}:
        return
    folders = [os.path.realpath(place)]
    while folders:
        here = folders.pop()
        try:
            status = os.stat(here)  # noqa: PTH116 - see _identity
            if stat.S_ISREG(status.st_mode) and status.st_nlink > 1:
                yield status.st_dev, status.st_ino
            if not stat.S_ISDIR(status.st_mode):
                continue
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                        continue
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) and status.st_nlink > 1:
                        yield status.st_dev, status.st_ino
        except OSError:  # gone meanwhile, or not ours to read: then a tool can't read it either
            continue
