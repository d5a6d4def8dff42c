"""The face's part `templates`: texts that a person has ready, with blanks to be filled in.

Two providers of one kind: the person's own, Markdown files in the folder `prompts` beside config.toml, and what tool
servers offer (their prompts, and resources with blanks in their address). A server's text is a stranger's: it is put
where the person reads it before they send it, or goes along as attached content.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, Protocol
from urllib.parse import quote

from inara_engine.errors import NotFound, StorageError, UserError
from inara_engine.frozen import frozen
from inara_engine.mcp.values import Prompt as ServerPrompt
from inara_engine.mcp.values import Resource
from inara_engine.memory.text import without_hidden
from inara_engine.toolservers import McpServers

__all__ = ["Blank", "Filled", "OwnTemplates", "ServerTemplates", "Template", "TemplateProvider", "Templates"]

MOST: Final = 500  # own templates
LARGEST: Final = 200_000  # bytes of one
MOST_BLANKS: Final = 30
DESCRIPTION_CHARACTERS: Final = 300
_BLANK: Final = re.compile(r"\{\{[ \t]*([^{}:\n]{1,60}?)[ \t]*(?::[ \t]*([^{}\n]{0,500}?)[ \t]*)?\}\}")
_URI_BLANK: Final = re.compile(r"\{(\+?)([A-Za-z_][\w.]{0,59})\}")
_NAME: Final = re.compile(r"\w(?:[\w. -]{0,58}[\w-])?")  # no path, nothing hidden, no end that Windows would drop
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_CHECK_FOLDER: Final = "Check that the disk is not full and that you may write in the folder prompts."
_FRONT: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


@frozen
class Blank:
    """What is to be filled in. One without a default that is needed must be."""

    name: str
    description: str = ""
    default: str = ""
    needed: bool = True


@frozen
class Template:
    """A text with blanks. `source` is "" for the person's own, else the server's name; `text` is known of the own.

    What comes of a "prompt" is put into the message; of a "resource" it goes along as content.
    """

    id: str
    name: str
    description: str = ""
    kind: Literal["prompt", "resource"] = "prompt"
    source: str = ""
    text: str = ""
    blanks: tuple[Blank, ...] = ()


@frozen
class Filled:
    """A template with its blanks filled in. `title` is what content that goes along is called."""

    text: str
    title: str = ""


class TemplateProvider(Protocol):
    """Somebody who has templates. Its ids begin with what tells it from the others."""

    async def templates(self) -> list[Template]:
        """All it has, as it has them now."""
        ...

    async def fill(self, template: Template, values: Mapping[str, str]) -> Filled:
        """What comes of one. Raises InaraError."""
        ...


class Templates:
    """All providers together."""

    def __init__(self, own: OwnTemplates, servers: ServerTemplates) -> None:
        self._own = own
        self._providers: tuple[TemplateProvider, ...] = (own, servers)

    async def all(self) -> list[Template]:
        """The person's own by name, then those of servers. Asking for them starts no server."""
        return [template for provider in self._providers for template in await provider.templates()]

    async def fill(self, template: str, values: dict[str, str]) -> Filled:
        """A template with these values. Raises NotFound; UserError that names a blank that was left empty."""
        for provider in self._providers:
            for each in await provider.templates():
                if each.id == template:
                    filled = _values(each, values)
                    return await provider.fill(each, filled)
        raise NotFound(f"There is no template {template}.", next_step="`inara templates` shows them.")

    async def save(self, name: str, text: str, description: str = "", instead_of: str = "") -> str:
        """Keep a template of the person's own, new or in the place of the one with this id; its id.

        Raises UserError for a name that can't be a file's, or a text that is empty or too long; StorageError.
        """
        return await self._own.save(name, text, description, instead_of)

    async def delete(self, template: str) -> None:
        """Delete one of the person's own. Raises NotFound; StorageError."""
        await self._own.delete(template)


class OwnTemplates:
    """Markdown files in a folder: the name of a file is the template's, `description:` may stand above the text."""

    PREFIX: Final = "own:"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def templates(self) -> list[Template]:
        return await asyncio.to_thread(self._read_all)

    async def fill(self, template: Template, values: Mapping[str, str]) -> Filled:
        def put(match: re.Match[str]) -> str:
            return values.get(match[1], match[0])

        return Filled(_BLANK.sub(put, template.text))

    async def save(self, name: str, text: str, description: str, instead_of: str) -> str:
        """See `Templates.save`."""
        name = " ".join(name.split())
        text = text.encode("utf-8", "replace").decode()
        description = description.encode("utf-8", "replace").decode()
        if not _NAME.fullmatch(name) or _DEVICES.fullmatch(name):
            raise UserError(
                f"A template can't be called {name[:60]!r}.",
                next_step="Use letters, digits, blanks, dots and hyphens, 60 at most.",
            )
        if not text.strip():
            raise UserError("A template needs a text.", next_step="Write what is to be put into the message.")
        if len(text.encode()) > LARGEST:
            raise UserError("This is too long for a template.", next_step=f"{LARGEST // 1000} kB fit.")
        await asyncio.to_thread(self._write, name, text, description, instead_of)
        return self.PREFIX + name

    async def delete(self, template: str) -> None:
        """See `Templates.delete`."""
        if not any(each.id == template for each in await self.templates()):
            raise NotFound("There is no template of your own with this name.", next_step="`inara templates` has all.")
        await asyncio.to_thread(self._remove, self._path(template.removeprefix(self.PREFIX)))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.md"

    def _read_all(self) -> list[Template]:
        try:
            names = sorted((path.stem for path in self._folder.glob("*.md")), key=str.casefold)[:MOST]
        except OSError:
            return []
        found = [self._read(name) for name in names if _NAME.fullmatch(name)]
        return [template for template in found if template is not None]

    def _read(self, name: str) -> Template | None:
        path = self._path(name)
        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                return None
            whole = path.read_text("utf-8", errors="replace").replace("\r\n", "\n")
        except OSError:
            return None
        description, text = "", whole
        if front := _FRONT.match(whole):
            text = whole[front.end() :]
            lines = (line.partition(":") for line in front[1].splitlines())
            description = next((value.strip() for key, _, value in lines if key.strip() == "description"), "")
        return Template(
            self.PREFIX + name, name, description[:DESCRIPTION_CHARACTERS], text=text.strip("\n"), blanks=_blanks(text)
        )

    def _write(self, name: str, text: str, description: str, instead_of: str) -> None:
        before = instead_of.removeprefix(self.PREFIX)
        path = self._path(name)
        if path.exists() and before != name:
            raise UserError(f"There is a template {name!r} already.", next_step="Choose another name.")
        line = " ".join(description.split())[:DESCRIPTION_CHARACTERS]
        head = f"---\ndescription: {line}\n---\n" if line or text.startswith("---\n") else ""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            made = path.with_suffix(".new")
            handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{head}{text.strip(chr(10))}\n")
                file.flush()
                os.fsync(file.fileno())  # a loss of power must not leave an empty one under its name
            made.replace(path)
        except OSError as error:
            raise StorageError(f"The template can't be written: {error.strerror}.", next_step=_CHECK_FOLDER) from error
        if before and before != name:
            self._remove(self._path(before))

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"The template can't be deleted: {error.strerror}.", next_step=_CHECK_FOLDER) from error


class ServerTemplates:
    """The prompts of the tool servers that are on, and their resources with blanks. Filling one starts its server."""

    def __init__(self, servers: McpServers) -> None:
        self._servers = servers

    async def templates(self) -> list[Template]:
        found: list[Template] = []
        for report in await self._servers.all():
            if report.state != "disabled":
                found += [_of_prompt(report.name, prompt) for prompt in report.prompts]
                found += [
                    _of_resource(report.name, resource)
                    for resource in report.resources
                    if resource.template and "{" not in _URI_BLANK.sub("", resource.uri)
                ]
        return found

    async def fill(self, template: Template, values: Mapping[str, str]) -> Filled:
        rest = template.id.partition(":")[2].removeprefix(f"{template.source}/")
        if template.kind == "prompt":
            given = {name: value for name, value in values.items() if value}
            return Filled(without_hidden((await self._servers.get_prompt(template.source, rest, given)).text))

        def put(match: re.Match[str]) -> str:
            return quote(values.get(match[2], ""), safe="/:;,?=&@!$'()*~" if match[1] else "")

        uri = _URI_BLANK.sub(put, rest)
        return Filled((await self._servers.read_resource(template.source, uri)).text, f"{template.source}: {uri}")


def _of_prompt(server: str, prompt: ServerPrompt) -> Template:
    blanks = tuple(Blank(one.name, one.description, needed=one.required) for one in prompt.arguments[:MOST_BLANKS])
    title = prompt.title or prompt.name
    return Template(f"prompt:{server}/{prompt.name}", title, prompt.description, source=server, blanks=blanks)


def _of_resource(server: str, resource: Resource) -> Template:
    names = dict.fromkeys(match[2] for match in _URI_BLANK.finditer(resource.uri))
    blanks = tuple(Blank(name) for name in names)[:MOST_BLANKS]
    return Template(
        f"resource:{server}/{resource.uri}",
        resource.name or resource.uri,
        resource.description or resource.uri,
        "resource",
        server,
        blanks=blanks,
    )


def _blanks(text: str) -> tuple[Blank, ...]:
    """The blanks of a text in order, each once: the first of a name says its default."""
    found: dict[str, Blank] = {}
    for match in _BLANK.finditer(text):
        found.setdefault(match[1], Blank(match[1], default=match[2] or "", needed=match[2] is None))
    return tuple(found.values())[:MOST_BLANKS]


def _values(template: Template, given: Mapping[str, str]) -> dict[str, str]:
    """A value for each blank. Raises UserError for one that was left empty."""
    values = {blank.name: given.get(blank.name, "") or blank.default for blank in template.blanks}
    for blank in template.blanks:
        if blank.needed and not values[blank.name].strip():
            raise UserError(f"{blank.name} is empty.", next_step="Fill it in.")
    return values
