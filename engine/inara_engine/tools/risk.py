"""How much a call on a file may do, judged from the resolved place alone."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path

from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Risk
from inara_engine.tools.protected import Guard
from inara_engine.tools.workspace import Place

__all__ = ["FILE_READS", "Judged", "check_permitted", "is_sensitive", "of_reading", "of_writing", "refused"]

FILE_READS = frozenset({Capability.READS_PRIVATE, Capability.READS_UNTRUSTED})

_SENSITIVE = (
    *(".env", ".env.*", ".envrc", "*.pem", "*.key", "*.p12", "*.pfx", "*.jks", "*.keystore", "*.ovpn"),
    *("id_rsa*", "id_dsa*", "id_ecdsa*", "id_ed25519*", ".htpasswd", "credentials", "credentials.*", "secrets.*"),
    *(".credentials", ".credentials.*", ".*_history", "auth.json", "oauth_creds.json", ".msmtprc", ".fetchmailrc"),
    *(".mbsyncrc", ".offlineimaprc", "*.jwk"),
)
_HARMLESS = ("*.pub", "*.example", "*.sample", "*.template")
# Folders and files that make other programs run things: version control, CI, builds, launchers.
_RUNNING_FOLDERS = frozenset(
    {
        *(".git", ".hg", ".svn", ".github", ".gitlab", ".gitea", ".forgejo", ".circleci", ".husky"),
        *(".vscode", ".idea", ".devcontainer", "node_modules", ".venv", ".claude", ".codex", ".cursor", ".gemini"),
    }
)
_RUNNING_FILES = (
    *(".env", ".env.*", ".envrc", ".git*", ".gitlab-ci*", ".travis.yml", ".drone.yml", "azure-pipelines*"),
    *("appveyor.yml", "bitbucket-pipelines*", "jenkinsfile*", ".pre-commit-config.*", ".bazelrc", ".npmrc"),
    *("makefile*", "gnumakefile", "*.mk", "cmakelists.txt", "*.cmake", "configure", "configure.ac", "meson.build"),
    *("build", "build.*", "workspace.bazel", "justfile", "rakefile", "gemfile*", "package.json", "package-lock.json"),
    *("yarn.lock", "pnpm-lock.yaml", "setup.py", "setup.cfg", "pyproject.toml", "conftest.py", "tox.ini"),
    *("noxfile.py", "sitecustomize.py", "usercustomize.py", "*.pth", "dockerfile*", "*compose.y*ml", "gradlew*"),
    *("settings.gradle*", "*.gradle", "pom.xml", "cargo.toml", "go.mod", "*.desktop", "*.service", "*.timer"),
    *(".exrc", ".nvimrc", ".vimrc", ".gdbinit", ".lldbinit", ".pdbrc", ".dir-locals.el", ".mcp.json", "mise.toml"),
    *(".mise.toml", "taskfile.y*ml", "vagrantfile*", "*.code-workspace", "flake.nix", "shell.nix", "default.nix"),
)
_SHARED_NAMES = frozenset(
    {
        *("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "icloud drive"),
        *("megasync", "pclouddrive", "seafile", "syncthing", "box sync", "gvfs"),
    }
)
_SHARED_AT_HOME = frozenset({"public", "sync", "mega", "icloud", "box"})  # elsewhere too ordinary a name
_SHARED_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".sync_folder")


@frozen
class Judged:
    """The risk, what the call touches, and the lines that tell a person why."""

    risk: Risk
    capabilities: frozenset[Capability]
    details: tuple[Detail, ...] = ()


def of_reading(place: Place) -> Judged:
    """Reading a file or folder that isn't out of reach."""
    if place.root is None:
        return Judged(Risk.IRREVERSIBLE, FILE_READS, (_outside(place),))
    if is_sensitive(place.path):
        return Judged(Risk.REVERSIBLE, FILE_READS, (Detail(label="Note", value="Such files often hold secrets."),))
    return Judged(Risk.READS, FILE_READS)


def of_writing(place: Place) -> Judged:
    """Making, replacing or moving a file with an undo copy kept. May look at the folders above it. Blocks."""
    risk, capabilities = Risk.REVERSIBLE, {Capability.MUTATES}
    details: list[Detail] = []
    if place.root is None:
        risk = Risk.IRREVERSIBLE
        details.append(_outside(place))
    if _makes_programs_run(place):
        risk = Risk.IRREVERSIBLE
        details.append(Detail(label="Note", value="Other programs run what stands in this file."))
    if shared := _shared_folder(place):
        risk = Risk.IRREVERSIBLE
        capabilities.add(Capability.CAN_EXFILTRATE)
        details.append(Detail(label="Note", value=f"{shared} is synced or shared: others may get to read it."))
    return Judged(risk, frozenset(capabilities), tuple(details))


def refused(place: Place, summary: str, *, writes: bool) -> Action | None:
    """The action that policy denies, where `place` is out of reach for this; None where it isn't."""
    if place.guard is Guard.OPEN or (place.guard is Guard.NO_WRITING and not writes):
        return None
    why = (
        f"{place.shown} is protected: it may hold keys, passwords, mail or Inara's own files."
        if place.guard is Guard.NO_ACCESS
        else f"{place.shown} is protected: what stands there runs by itself or belongs to the system."
    )
    return Action(
        summary=summary,
        details=(Detail(label="Path", value=str(place.path)), Detail(label="Refused", value=why)),
        risk=Risk.FORBIDDEN,
        capabilities=frozenset({Capability.MUTATES}) if writes else FILE_READS,
        facts={"path": str(place.path)},
        paths=(str(place.path),),
    )


def check_permitted(action: Action) -> None:
    """Refuse to run what `refused` made, whoever asks for it. Raises ToolError."""
    if action.risk is Risk.FORBIDDEN:
        raise ToolError("No tool may do this.", next_step="Use a file that isn't protected.")


def is_sensitive(path: Path) -> bool:
    """Whether the name is one under which secrets are usually kept."""
    return _matches(path, _SENSITIVE) and not _matches(path, _HARMLESS)


def _makes_programs_run(place: Place) -> bool:
    folders = {part.casefold() for part in place.path.parts[:-1]}
    if folders & _RUNNING_FOLDERS or _matches(place.path, _RUNNING_FILES):
        return True
    return place.is_file and place.status is not None and bool(place.status.st_mode & 0o111)


def _matches(path: Path, patterns: tuple[str, ...]) -> bool:
    name = path.name.casefold()
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _shared_folder(place: Place) -> str:
    shown = place.shown.split("/")
    if len(shown) > 2 and shown[0] == "~" and shown[1].casefold() in _SHARED_AT_HOME:
        return shown[1]
    for folder in place.path.parents:
        if folder.name.casefold() in _SHARED_NAMES or folder.name.casefold().startswith("onedrive - "):
            return folder.name
        if any(os.path.lexists(folder / mark) for mark in _SHARED_MARKS):
            return folder.name
    return ""


def _outside(place: Place) -> Detail:
    return Detail(label="Note", value=f"{place.shown} lies outside the granted folders.")
