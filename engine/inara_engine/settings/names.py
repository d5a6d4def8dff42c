"""Names in one table that must exist in another: a role's models, a task's profile.

Works on plain data that may be wrong elsewhere, so that a misspelt model id is told in the same
breath as every other problem of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, cast

from inara_engine.settings.faults import Fault

__all__ = ["did_you_mean", "unknown_names"]

_ALWAYS_THERE = "demo"


def unknown_names(document: Mapping[str, Any]) -> list[Fault]:
    """Every name that leads nowhere, with the names that would."""
    models = [*_table(document, "models")]
    profiles = list(dict.fromkeys([_default_profile(document), *_table(document, "profiles")]))
    faults = [
        _unknown(path, name, models, "model")
        for path, name in _role_models(document)
        if name not in models and name != _ALWAYS_THERE
    ]
    faults += [
        _unknown(path, name, profiles, "profile") for path, name in _task_profiles(document) if name not in profiles
    ]
    seen: set[object] = set()
    for index, task in enumerate(_list(document, "schedule")):
        name = task.get("name")
        if isinstance(name, str) and name in seen:
            faults.append(Fault(("schedule", index, "name"), f'"{name}" is there already', "a name of its own"))
        seen.add(name if isinstance(name, str) else None)
    return faults


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names, or "" where none is near."""
    near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def _unknown(path: tuple[str | int, ...], name: str, known: Sequence[str], kind: str) -> Fault:
    if not known:
        return Fault(path, f'there is no {kind} "{name}", and none is configured', f"a table [{kind}s.{name}]")
    names = ", ".join(known)
    return Fault(path, f'there is no {kind} "{name}"', f"one of {names}" if len(known) > 1 else names)


def _role_models(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for role, table in _table(document, "roles").items():
        models: object = cast("Mapping[str, object]", table).get("models") if isinstance(table, Mapping) else None
        if isinstance(models, (list, tuple)):
            for index, name in enumerate(cast("Sequence[object]", models)):
                if isinstance(name, str):
                    yield ("roles", role, "models", index), name


def _task_profiles(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, task in enumerate(_list(document, "schedule")):
        if isinstance(name := task.get("profile"), str):
            yield ("schedule", index, "profile"), name
    for hook, task in _table(document, "hooks").items():
        name = cast("Mapping[str, object]", task).get("profile") if isinstance(task, Mapping) else None
        if isinstance(name, str):
            yield ("hooks", hook, "profile"), name


def _default_profile(document: Mapping[str, Any]) -> str:
    name = _table(document, "defaults").get("profile", "me")
    return name if isinstance(name, str) else "me"


def _table(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = document.get(name)
    return cast("Mapping[str, Any]", table) if isinstance(table, Mapping) else {}


def _list(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The tables of an array; whatever else stands in it counts as an empty one, so that positions stay."""
    items: object = document.get(name)
    if not isinstance(items, (list, tuple)):
        return []
    return [
        cast("Mapping[str, Any]", item) if isinstance(item, Mapping) else {} for item in cast("Sequence[object]", items)
    ]
