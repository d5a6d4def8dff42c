"""What the declarations say of a setting: its words in the window's language, and what kind of value it takes."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from inara_desktop.wording import later, translate
from inara_engine import settings

__all__ = ["Declared", "as_sentence", "choice_words", "declared", "settings_words", "words"]

Kind = Literal["switch", "choice", "number", "text", "lines", "rules", "json", "table"]
_TABLES: tuple[type[BaseModel], ...] = (
    settings.ApiSettings,
    settings.AppearanceSettings,
    settings.DefaultsSettings,
    settings.DesktopSettings,
    settings.HookSettings,
    settings.LlamaServerSettings,
    settings.McpServerSettings,
    settings.ModelSettings,
    settings.PolicySettings,
    settings.PriceSettings,
    settings.ProfileSettings,
    settings.RoleSettings,
    settings.ScheduleSettings,
    settings.ToolsSettings,
    settings.WebSearchSettings,
    settings.WorkspaceSettings,
)
_RISKS = ("0", "1", "2", "3", "4")
# What a choice is called where its name in the file is no word for people.
_CHOICES = {
    "system": later("Settings", "as the system"),
    "light": later("Settings", "light"),
    "dark": later("Settings", "dark"),
    "en": "English",
    "de": "Deutsch",
    "agent": later("Settings", "with tools"),
    "chat": later("Settings", "only talking"),
    "owner": later("Settings", "owner: every tool up to the highest risk"),
    "guest": later("Settings", "guest: only what can be undone, in the folders granted"),
    "0": later("Settings", "0: only what computes"),
    "1": later("Settings", "1: also what reads"),
    "2": later("Settings", "2: also what can be undone"),
    "3": later("Settings", "3: also what can't be undone"),
    "4": later("Settings", "4: as 3; what is forbidden stays so"),
    "searxng": "SearXNG",
    "brave": "Brave Search",
    "tavily": "Tavily",
}


class Declared(NamedTuple):
    """One setting of a table. `convert` makes its value of a text, where it is typed as one."""

    name: str
    kind: Kind
    title: str
    description: str
    default: Any
    optional: bool
    convert: type
    choices: tuple[str, ...] = ()
    table: type[BaseModel] | None = None
    example: str = ""


def declared(table: type[BaseModel]) -> list[Declared]:
    """The settings of a table that have a form, in its order; tables by name have pages of their own."""
    found: list[Declared] = []
    for name, info in table.model_fields.items():
        inner = _without_none(info.annotation)
        kind, convert, choices, below = _kind(inner) if name != "max_risk" else ("choice", int, _RISKS, None)
        if kind is None:
            continue
        required = info.is_required()
        example = "" if not info.examples else str(info.examples[0])
        found.append(
            Declared(
                name,
                kind,
                info.title or name,
                info.description or "",
                None if required else info.get_default(call_default_factory=True),
                not required and inner is not _plain(info.annotation),
                convert,
                choices,
                below,
                example if kind in {"text", "number"} else "",
            )
        )
    return found


def choice_words(choice: str) -> str:
    """What a choice is called in the language of the window."""
    return translate("Settings", _CHOICES.get(choice, choice))


def as_sentence(text: str) -> str:
    """The text with a capital first; `str.capitalize` would take those of German nouns away."""
    return text[:1].upper() + text[1:]


def words(text: str) -> str:
    """A setting's title or description in the language of the window."""
    return translate("Settings", text)


def settings_words() -> Iterator[str]:
    """Every text of the declarations that a form may show, for whoever translates."""
    for table in _TABLES:
        for one in declared(table):
            yield from (one.title, one.description)


def _kind(kind: Any) -> tuple[Kind | None, type, tuple[str, ...], type[BaseModel] | None]:
    if kind is bool:
        return "switch", bool, (), None
    if get_origin(kind) is Literal:
        return "choice", str, tuple(map(str, get_args(kind))), None
    if get_origin(kind) is tuple:
        item = _without_none(get_args(kind)[0])
        if item is settings.Rule:
            return "rules", str, (), None
        if item is str or get_origin(item) is Literal:
            return "lines", str, (), None
        return None, str, (), None
    if get_origin(kind) is dict:
        return ("json" if _without_none(get_args(kind)[1]) in {Any, str} else None), dict, (), None
    if kind in {int, float}:
        return "number", kind, (), None
    if kind is str:
        return "text", str, (), None
    if (
        isinstance(kind, type)
        and issubclass(kind, BaseModel)
        and all(one.kind not in {"table", "json"} for one in declared(kind))
    ):
        return "table", dict, (), kind
    return None, str, (), None


def _plain(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _without_none(kind: Any) -> Any:
    kind = _plain(kind)
    if get_origin(kind) in {Union, UnionType}:
        rest = [choice for choice in get_args(kind) if choice is not NoneType]
        kind = rest[0]
    return _plain(kind)
