"""The providers `claude-cli` and `gemini-cli`: a vendor's own command as a model, text only.

For people who have a subscription and no key. The command runs as a child with its tools switched off, the
prompt on its standard input, in a private empty folder, with little of the environment; a version whose
tools can't be switched off is refused, and one that offers or calls a tool all the same is stopped. Gemini
CLI keeps its own record of sessions under ~/.gemini; that can't be switched off.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from pathlib import Path

from inara_engine.errors import ContextTooLong, PicturesRefused, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.events import Stalled
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.command_line_kinds import KINDS, KindName, has_flag
from inara_engine.providers.command_line_output import CommandOutput, TooMuch, plain
from inara_engine.providers.command_line_process import Child, private_folder, remove_folder
from inara_engine.providers.command_line_prompt import prompt_text
from inara_engine.providers.discovery import ServerReport
from inara_engine.providers.hosted import said
from inara_engine.providers.masking import masked
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.openai_errors import read_complaint

__all__ = ["CommandLine"]

_HELP_WITHIN_S = 30.0  # a first start on a slow disk
_MAX_HELP_BYTES = 512 * 1024
_ALSO_IN = (".local/bin", ".claude/local", ".npm-global/bin", ".volta/bin", ".bun/bin")  # desktops have a short PATH
_ALSO_IN_SYSTEM = ("/usr/local/bin", "/opt/homebrew/bin")
_SIGN_IN = re.compile(
    r"/login|log(?:ged)? ?in|sign(?:ed)? ?in|api[ _-]?key|auth method|authentication|unauthorized|oauth|credential"
    r"|\b401\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\d+\.\d+(?:\.\d+)?[\w.-]{0,30}")
_BANNER = re.compile(r"^Loaded cached credentials\.?$", re.MULTILINE)
_PATIENCE = re.compile(r"rate.?limit|usage limit|limit reached|quota|resource_?exhausted|\b429\b", re.IGNORECASE)
_OVERLOADED = re.compile(
    r"overloaded|\b(?:500|502|503|529)\b|unavailable|econnre|enotfound|etimedout|network", re.IGNORECASE
)
_TOO_LONG = re.compile(
    r"prompt is too long|context (?:window|length)|token count.{0,60}exceeds|input.{0,20}too long", re.IGNORECASE
)
_NO_MODEL = re.compile(
    r"model.{0,80}(?:not found|not exist|unknown|invalid|may not)|(?:unknown|invalid) model", re.IGNORECASE
)


class CommandLine:
    """One vendor's command. `label` names the model for people, `config_id` is its id under `[models]`.

    `stall_notice_s`: after so long without a byte a `Stalled` is yielded, again and again. `environ` is where
    the command is looked for and what it gets a part of (else the process's own). `overruled_by`: the folder of
    the machine's own policies, where it is not the usual one. `off_record`: a version that would keep a record of its
    own is refused.
    """

    def __init__(
        self,
        kind: KindName,
        *,
        label: str = "",
        config_id: str = "",
        stall_notice_s: float = 30.0,
        environ: Mapping[str, str] | None = None,
        overruled_by: Path | None = None,
        off_record: bool = False,
    ) -> None:
        self._kind = KINDS[kind]
        self._off_record = off_record
        self._name = label or self._kind.vendor
        self._setting = f"[models.{config_id}]" if config_id else "[models]"
        self._stall_notice_s = stall_notice_s
        self._environ = dict(os.environ if environ is None else environ)
        self._overruled_by = overruled_by or self._kind.overruled_by
        self._help: dict[tuple[Path, tuple[float, int]], str] = {}  # an updated command is asked again
        self._asking_help = asyncio.Lock()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """Ask and yield what comes; see `Provider.stream`. Tools and `extra` are not passed on."""
        try:
            async with aclosing(self._stream(request)) as events:
                async for event in events:
                    yield event
        except ProviderError as error:
            self._mask(error)
            raise

    async def aclose(self) -> None:
        """Nothing is kept between requests."""

    async def check(self) -> ServerReport:
        """Whether it is installed, in which version, and lets its tools be switched off; nobody is asked anything.

        Whether it is signed in only a question would show.
        """
        folder: Path | None = None
        try:
            path, version = await asyncio.to_thread(self._found)
        except Rejected as error:
            return ServerReport("not_installed", error.message, error.next_step)
        try:
            folder = await asyncio.to_thread(private_folder, self._kind.policy)
            help_text = await self._help_of(path, version, folder)
            try:
                self._refuse_tools(help_text)
                await asyncio.to_thread(self._refuse_overruled)
            except Rejected as error:
                return ServerReport("tools_stay_on", error.message, error.next_step)
            number = await self._version_of(path, folder)
        except ProviderError as error:
            self._mask(error)
            return ServerReport("failing", error.message, error.next_step)
        finally:
            if folder is not None:
                await asyncio.to_thread(remove_folder, folder)
        record = "" if self._kind.unrecorded else " It keeps a record of its own of what is said."
        return ServerReport(
            "ready",
            f"{self._kind.vendor}{number} is at {path}; its own tools can be switched off, and are.{record}"
            " Whether it is signed in shows when it is asked.",
            facts=ModelFacts(self._kind.vendor, vision=False),
        )

    async def _version_of(self, path: Path, folder: Path) -> str:
        """A space and a number such as 1.2.3; "" where it does not say."""
        try:
            said = await self._said_by([str(path), "--version"], folder)
        except ProviderError:
            return ""
        found = _VERSION.search(said)
        return f" {found[0]}" if found else ""

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        self._check(request)
        path, version = await asyncio.to_thread(self._found)
        folder = await asyncio.to_thread(private_folder, self._kind.policy)
        try:
            help_text = await self._help_of(path, version, folder)
            self._refuse_tools(help_text)
            self._refuse_record(help_text)
            await asyncio.to_thread(self._refuse_overruled)
            arguments = self._kind.call(help_text, request.model, str(folder / "policy.toml"))
            streams = self._kind.can_stream(help_text)
            text = await asyncio.to_thread(prompt_text, request.messages, escape_at_signs=self._kind.reads_at_paths)
            child = await self._started([str(path), *arguments], text, folder)
            try:
                async with aclosing(self._answer(child, CommandOutput(streams=streams), request.model)) as events:
                    async for event in events:
                        yield event
            finally:
                await child.aclose()
        finally:
            await asyncio.to_thread(remove_folder, folder)

    async def _answer(self, child: Child, output: CommandOutput, model: str) -> AsyncGenerator[ModelEvent]:
        silent_s = 0.0
        try:
            while not output.ended:
                chunk = await child.read(self._stall_notice_s)
                if chunk is None:
                    silent_s += self._stall_notice_s
                    yield Stalled(silent_s)
                    continue
                silent_s = 0.0
                deltas = output.feed(chunk) if chunk else []
                self._stop_at_tools(output)
                for event in deltas:
                    yield event
                if not chunk:
                    break
            last = output.feed_end()
        except TooMuch:
            raise Unavailable(
                f"{self._name} wrote without end, so it was stopped.",
                next_step="What had been said is kept. Try again; if it stays, update the command.",
            ) from None
        status = await child.exit_status()
        self._stop_at_tools(output)
        if status or output.failure:
            words = output.failure or plain(child.complaint).strip() or output.other_words
            raise self._failed(status, words, model)
        for event in last:
            yield event
        reply = output.reply()
        if not reply.text.strip():
            words = plain(child.complaint).strip() or output.other_words
            raise self._failed(None, words, model)
        if output.cut_off:  # a wrapper around the command may hide its status
            raise Unavailable(
                f"{self._name} stopped in the middle of its answer.",
                next_step="What had been said is kept. Try again.",
                transient=True,
            )
        yield reply

    def _check(self, request: ModelRequest) -> None:
        if any(message.images for message in request.messages):
            raise PicturesRefused(
                f"{self._name} takes text only, and there is a picture in this conversation.",
                next_step="Choose a vision model, or ask in a new session without the picture.",
            )
        if request.model and not re.fullmatch(r"[A-Za-z0-9][\w.:@/\[\]-]{0,199}", request.model):
            raise Rejected(
                f"“{request.model[:100]}” is no model's name.", next_step=f"Check `model` of {self._setting}."
            )

    def _found(self) -> tuple[Path, tuple[float, int]]:
        """The command's file, and what changes with an update. Raises: Rejected where it is not installed."""
        home = self._environ.get("HOME", "")
        also = [f"{home}/{folder}" for folder in _ALSO_IN] if home else []
        folders = os.pathsep.join((self._environ.get("PATH", ""), *also, *_ALSO_IN_SYSTEM))
        found = shutil.which(self._kind.command, path=folders)
        if found is None:
            raise Rejected(f"The command `{self._kind.command}` is not installed here.", next_step=self._kind.install)
        path = Path(found).absolute()
        try:
            stat = path.stat()
        except OSError:  # it is being updated this very moment
            return path, (0.0, 0)
        return path, (stat.st_mtime, stat.st_size)

    async def _help_of(self, path: Path, version: tuple[float, int], folder: Path) -> str:
        """What the command says it can do."""
        async with self._asking_help:
            if (path, version) not in self._help:
                self._help[path, version] = await self._said_by([str(path), "--help"], folder)
            return self._help[path, version]

    async def _said_by(self, command: list[str], folder: Path) -> str:
        child = await self._started(command, b"", folder)
        pieces: list[bytes] = []
        try:
            async with asyncio.timeout(_HELP_WITHIN_S):
                while (piece := await child.read(_HELP_WITHIN_S)) and sum(map(len, pieces)) < _MAX_HELP_BYTES:
                    pieces.append(piece)
                status = await child.exit_status()
        except TimeoutError:
            raise Unavailable(
                f"`{self._kind.command} --help` gave no answer within {_HELP_WITHIN_S:.0f} s.",
                next_step=f"Run `{self._kind.command}` in a terminal and see what it says.",
            ) from None
        finally:
            await child.aclose()
        text = plain(b"".join(pieces).decode("utf-8", "replace")) + plain(child.complaint)
        if status:
            raise self._failed(status, text, "")
        return text

    def _refuse_tools(self, help_text: str) -> None:
        lacking = [flag for flag in self._kind.needed if not has_flag(help_text, flag)]
        if lacking:
            raise Rejected(
                f"This version of {self._kind.vendor} can't switch its own tools off (it has no {lacking[0]}), "
                "so Inara doesn't use it.",
                next_step=f"Update it, then try again. {self._kind.install}",
            )

    def _refuse_record(self, help_text: str) -> None:
        flag = self._kind.unrecorded
        if self._off_record and not (flag and has_flag(help_text, flag)):
            raise Rejected(
                f"This version of {self._kind.vendor} keeps its own record of what is said, so it is not asked off the"
                " record.",
                next_step="Update it, or choose another model.",
            )

    def _refuse_overruled(self) -> None:
        """Gemini CLI ignores a policy of ours where the machine's administrator has set one."""
        folder = self._overruled_by
        if self._kind.policy and folder is not None and folder.is_dir() and any(folder.glob("*.toml")):
            raise Rejected(
                f"{self._kind.vendor}'s tools can't be switched off here: its policy is set in {folder}.",
                next_step='Choose another model, or use provider = "gemini" with a key.',
            )

    def _stop_at_tools(self, output: CommandOutput) -> None:
        if output.used_tool:
            raise Rejected(
                f"{self._kind.vendor} had a tool of its own at hand (“{output.used_tool}”) although all were switched "
                "off, so it was stopped.",
                next_step="Update it, or choose another model.",
            )

    async def _started(self, command: list[str], text: bytes, folder: Path) -> Child:
        try:
            return await Child.start(command, text, environ=self._passed_on(folder), folder=folder / "work")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise Unavailable(
                f"`{command[0]}` could not be started: {reason}.", next_step=self._kind.install
            ) from error

    def _passed_on(self, folder: Path) -> dict[str, str]:
        kept = {
            name: value for name, value in self._environ.items() if name in self._kind.environ or name.startswith("LC_")
        }
        path = self._environ.get("PATH", os.defpath)
        return {**kept, **self._kind.settings, "PATH": path, "TMPDIR": str(folder)}

    def _failed(self, status: int | None, words: str, model: str) -> ProviderError:
        """What its words mean."""
        words = _BANNER.sub("", words).strip()
        complaint = read_complaint(words)
        quote, ended = said(complaint.message), f" with status {status}" if status else ""
        if _TOO_LONG.search(words):
            return ContextTooLong(
                f"The conversation is too long for {self._name}.{quote}",
                next_step="Start a new session or send less at once.",
            )
        if _PATIENCE.search(words):
            return RateLimited(
                f"{self._name} asks for patience.{quote}", next_step="Wait a while, or choose another model."
            )
        if _NO_MODEL.search(words):
            return Rejected(
                f"{self._name} doesn't know the model “{model}”.{quote}",
                next_step=f"Check `model` of {self._setting}.",
            )
        if _SIGN_IN.search(words):
            return Rejected(f"{self._name} is not signed in.{quote}", next_step=self._kind.sign_in)
        if not status and not words:
            return Unavailable(f"{self._name} gave an empty answer.", next_step="Try again, or choose another model.")
        return Unavailable(
            f"`{self._kind.command}` failed{ended}.{quote}",
            next_step=f"Try again; if it stays, run `{self._kind.command}` in a terminal and see what it says.",
            transient=bool(_OVERLOADED.search(words)),
        )

    def _mask(self, error: ProviderError) -> None:
        """The command may print the keys it was given."""
        for name, value in self._environ.items():
            if name in self._kind.environ and re.search("KEY|TOKEN|SECRET", name):
                error.message = masked(error.message, value)
                error.next_step = masked(error.next_step, value)
        error.args = (f"{error.message} {error.next_step}".strip(),)
