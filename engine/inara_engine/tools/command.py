"""`run_command`: start a program, with everything about it shown and agreed to before.

Whatever runs code can do all the person can, so it is always asked for; nothing in the arguments makes it
less dangerous, and no list of harmless programs exists (`git status` runs what a repository says).
"""

from __future__ import annotations

import asyncio
import codecs
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.command_elevation import elevates
from inara_engine.tools.command_files import code_in
from inara_engine.tools.command_process import FLOOD_BYTES, Ended, Start, run_to_end
from inara_engine.tools.effects import changed
from inara_engine.tools.failures import explained
from inara_engine.tools.paths import PATH_BYTES, printable
from inara_engine.tools.protected import Guard
from inara_engine.tools.risk import check_permitted, refused
from inara_engine.tools.text import size
from inara_engine.tools.workspace import Place, Workspace, identity, same_file
from inara_engine.tools.writing import hashed

__all__ = ["command_tools"]

_T = TypeVar("_T")

_CAPABILITIES = frozenset(Capability)
_SEARCH_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
_SHELL = "/bin/sh"
_INHERITED = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME", "TZ", "USER", "LOGNAME")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HASHED_BYTES = 256_000_000
_ARGUMENT_BYTES = 131_071  # MAX_ARG_STRLEN less its NUL

_Argument = Annotated[str, StringConstraints(max_length=100_000)]


class RunCommand(BaseModel):
    """Arguments of run_command."""

    model_config = ConfigDict(extra="forbid")
    argv: list[_Argument] = Field(
        default_factory=list[str],
        max_length=1000,
        description='The program and its arguments, each an item: ["ls", "-l", "My folder"]. Nothing is expanded.',
    )
    command: str = Field(
        "",
        max_length=100_000,
        description="Instead of argv, and only where pipes or redirections are needed: a line for /bin/sh.",
    )
    cwd: str = Field(
        "", max_length=PATH_BYTES, description="Folder to run it in, inside the granted ones; empty for the first."
    )
    timeout_s: int = Field(60, ge=1, le=600, description="Seconds after which it is ended.")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.argv) == bool(self.command):
            raise ValueError("give argv (or command, for a shell line), and not both")
        return self

    @property
    def words(self) -> tuple[str, ...]:
        """What is started, as a list."""
        return (_SHELL, "-c", self.command) if self.command else tuple(self.argv)


def command_tools() -> tuple[Tool, ...]:
    """Running programs."""
    return (
        Tool(
            name="run_command",
            description=(
                "Run a program on the person's computer and get what it prints and its exit status. It can't ask "
                "back, has no terminal, and is ended with everything it started when its time is over. The person "
                "sees it and is asked first."
            ),
            arguments=RunCommand,
            risk=Risk.IRREVERSIBLE,
            prepare=_prepare,
            run=_run,
            capabilities=_CAPABILITIES,
        ),
    )


async def _prepare(context: ToolContext, arguments: RunCommand) -> Action:
    return await asyncio.to_thread(_action, context.workspace, arguments)


async def _run(context: ToolContext, arguments: RunCommand, action: Action) -> ToolOutput:
    check_permitted(action)
    ended = await _in_own_thread(lambda stop: _started(context.workspace, arguments, action, stop))
    return ToolOutput(await asyncio.to_thread(_told, ended, arguments.timeout_s))


def _action(workspace: Workspace, arguments: RunCommand) -> Action:
    words = arguments.words
    _refuse_impossible(words)
    folder = _folder(workspace, arguments.cwd)
    summary = (
        f"Run {printable(words[0])} in {folder.shown}"
        if not arguments.command
        else f"Run a shell line in {folder.shown}"
    )
    if (forbidden := refused(folder, summary, writes=True)) is not None:
        return forbidden
    if why := elevates(words, Path(words[0]).name):
        return _forbidden(summary, arguments, why)
    program = _program(workspace, words[0], folder)
    if (forbidden := refused(program, summary, writes=False)) is not None:
        return forbidden
    if why := elevates(words, program.path.name):
        return _forbidden(summary, arguments, why)
    facts = _facts(workspace, folder, program, words)
    notes = [Detail(label="Note", value="A program can do everything you can, and it can't be undone.")]
    if facts["sha256"]:
        notes.append(Detail(label="Note", value=f"{program.shown} is a file that can be changed without a password."))
    return Action(
        summary=summary,
        details=(
            *_shown_words(arguments),
            Detail(label="Program", value=str(program.path)),
            Detail(label="Folder", value=str(folder.path)),
            Detail(label="Environment", value=", ".join(sorted(_environment(workspace)))),
            Detail(label="Time limit", value=f"{arguments.timeout_s} s"),
            *notes,
        ),
        risk=Risk.IRREVERSIBLE,
        capabilities=_CAPABILITIES,
        facts=facts,
        paths=(str(folder.path), str(program.path)),
    )


def _started(workspace: Workspace, arguments: RunCommand, action: Action, stop: threading.Event) -> Ended:
    """Look once more whether all is as it was shown, then run it."""
    words = arguments.words
    folder = _folder(workspace, arguments.cwd)
    program = _program(workspace, words[0], folder)
    if max(folder.guard, program.guard) is Guard.NO_ACCESS or _facts(workspace, folder, program, words) != action.facts:
        raise changed(program.shown)
    with workspace.folder(folder) as opened:
        if same_file(os.fstat(opened)) != action.facts["folder_file"]:
            raise changed(folder.shown)
        # Through the descriptor, a folder swapped in the last moment is not where it runs.
        here = f"/proc/self/fd/{opened}" if sys.platform == "linux" else str(folder.path)
        start = Start(str(program.path), words, here, _environment(workspace), arguments.timeout_s)
        with explained(program.shown):
            return run_to_end(start, stop)


def _refuse_impossible(words: tuple[str, ...]) -> None:
    if not words[0]:
        raise ToolError("The first item of argv is empty.", next_step="It names the program.")
    for word in words:
        if "\0" in word:
            raise ToolError("An argument has a NUL in it, which no program can be given.", next_step="Leave it out.")
        if len(word.encode()) > _ARGUMENT_BYTES:
            raise ToolError(
                f"An argument is longer than {size(_ARGUMENT_BYTES)}.", next_step="Write it to a file and name that."
            )


def _folder(workspace: Workspace, given: str) -> Place:
    place = workspace.locate(given)
    if place.guard is not Guard.OPEN:
        return place
    if not place.is_folder:
        raise ToolError(f"There is no folder {place.shown}.", next_step="list_files shows what is there.")
    if place.root is None:
        raise ToolError(
            f"{place.shown} lies outside the granted folders.",
            next_step="Run it in one of them and give full paths as arguments.",
        )
    return place


def _program(workspace: Workspace, name: str, folder: Place) -> Place:
    """The file that `name` starts: a plain name is looked for where the system keeps its programs."""
    if "/" in name or name.startswith("~"):
        place = workspace.locate(name if name.startswith(("/", "~")) else str(folder.path / name))
    else:
        found = shutil.which(name, path=_SEARCH_PATH)
        if found is None:
            raise ToolError(
                f"There is no program “{printable(name[:200])}” where the system keeps them.",
                next_step="Check its name, or give its full path.",
            )
        place = workspace.locate(found)
    if place.guard is Guard.NO_ACCESS:
        return place
    if not place.is_file or place.status is None:
        raise ToolError(f"There is no program {place.shown}.", next_step="Check its path.")
    if not place.status.st_mode & 0o111:
        raise ToolError(
            f"{place.shown} is not marked as a program.", next_step="Name its interpreter first, such as python3."
        )
    return place


def _facts(workspace: Workspace, folder: Place, program: Place, words: tuple[str, ...]) -> dict[str, str]:
    code = code_in(words, folder.path, workspace.home)
    return {
        "folder": str(folder.path),
        "folder_file": same_file(folder.status) if folder.status else "absent",
        "program": str(program.path),
        "program_file": identity(program.status),
        "sha256": _hash_if_mine(workspace, program),
        "environment": ",".join(sorted(_environment(workspace))),
        **({"code": code} if code else {}),
    }


def _hash_if_mine(workspace: Workspace, program: Place) -> str:
    """SHA-256 of a program this user (and so a tool) could have changed; "" for the system's own."""
    status = program.status
    if status is None or status.st_size > _HASHED_BYTES:
        return ""
    writable = os.geteuid() != 0 and any(os.access(path, os.W_OK) for path in (program.path, program.path.parent))
    if program.guard is not Guard.OPEN and not writable:
        return ""
    with workspace.file(program) as (opened, _), explained(program.shown):
        return hashed(opened)


def _environment(workspace: Workspace) -> dict[str, str]:
    """What the program gets to see of ours: where it is and how it is spoken to, never a key or a switch."""
    told = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**told, "PATH": _SEARCH_PATH, "HOME": str(workspace.home), "TERM": "dumb", "NO_COLOR": "1"}


def _forbidden(summary: str, arguments: RunCommand, why: str) -> Action:
    return Action(
        summary=summary,
        details=(*_shown_words(arguments), Detail(label="Refused", value=why)),
        risk=Risk.FORBIDDEN,
        capabilities=_CAPABILITIES,
    )


def _shown_words(arguments: RunCommand) -> tuple[Detail, ...]:
    """Every item on a line of its own, as it stands: whoever shows it makes what can't be seen visible."""
    if arguments.command:
        return (Detail(label="Shell line", value=arguments.command),)
    return (
        Detail(label="Command", value=arguments.argv[0]),
        *(Detail(label=f"Argument {number}", value=word) for number, word in enumerate(arguments.argv[1:], start=1)),
    )


def _told(ended: Ended, timeout_s: int) -> str:
    match ended.why:
        case "exited" if ended.status < 0:
            how = f"It was ended by signal {-ended.status}."
        case "exited":
            how = f"Exit status {ended.status}."
        case "timeout":
            how = f"It was ended after {timeout_s} s, its time limit, with everything it had started."
        case "flood":
            how = f"It was ended because it printed more than {size(FLOOD_BYTES)}."
        case "stopped":
            how = "It was stopped."
    if not ended.head:
        return f"{how} It printed nothing."
    if not ended.left_out:
        return f"{how} It printed:\n{_text(ended.head + ended.tail)}"
    return f"{how} It printed:\n{_text(ended.head)}\n[{size(ended.left_out)} left out here]\n{_text(ended.tail)}"


def _text(data: bytes) -> str:
    """What a program printed, as text: colours and cursor moves dropped, other control characters written out."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data, final=True)
    text = _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(lambda match: f"\\x{ord(match.group()):02x}", text).rstrip("\n")


async def _in_own_thread(work: Callable[[threading.Event], _T]) -> _T:
    """Run `work` in a thread of its own, which then ends; on cancel its event is set and its end awaited."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[_T] = loop.create_future()
    stop = threading.Event()

    def settle(result: _T | None, error: BaseException | None) -> None:
        if ended.done():
            return
        if error is not None:
            ended.set_exception(error)
        else:
            ended.set_result(result)  # pyright: ignore[reportArgumentType] - without an error there is one

    def body() -> None:
        try:
            result = work(stop)
        except BaseException as error:  # noqa: BLE001 - carried over to whoever waits
            loop.call_soon_threadsafe(settle, None, error)
        else:
            loop.call_soon_threadsafe(settle, result, None)

    threading.Thread(target=body, name="command", daemon=True).start()
    try:
        return await asyncio.shield(ended)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait({ended})
        if not ended.cancelled():
            ended.exception()  # it was heard
        raise
