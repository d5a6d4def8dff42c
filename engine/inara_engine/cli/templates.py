"""`inara templates`: texts that are ready, with blanks to be filled in."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.errors import NotFound, UserError
from inara_engine.face import Face, Template

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "show":
            template = await _named(engine, options.template)
            if options.json:
                terminal.lines([asdict(template)])
            else:
                terminal.line(template.text or template.description)
        case "fill":
            template = await _named(engine, options.template)
            filled = await engine.templates.fill(template.id, _values(template, options.values))
            terminal.lines([asdict(filled)]) if options.json else terminal.line(filled.text)
        case "save":
            before = next((one.id for one in await engine.templates.all() if _is(one, options.template)), "")
            await engine.templates.save(options.template, options.text, options.description, before)
        case "delete":
            await engine.templates.delete(f"own:{options.template}")
        case _:
            none = "There are no templates. `inara templates save NAME` keeps one from standard input."
            terminal.listed(await engine.templates.all(), _row, none, as_json=options.json)
    return DONE


async def _named(engine: Face, name: str) -> Template:
    for template in await engine.templates.all():
        if name in {template.name, template.id}:
            return template
    raise NotFound(f"There is no template {name!r}.", next_step="`inara templates` shows them.")


def _is(template: Template, name: str) -> bool:
    return not template.source and template.name == name


def _values(template: Template, words: list[str]) -> dict[str, str]:
    """What each blank is filled in with. Raises UserError; NotFound."""
    values: dict[str, str] = {}
    blanks = [blank.name for blank in template.blanks]
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise UserError(f"{word[:70]!r} is no BLANK=VALUE.", next_step='Write it like "to=Tom".')
        if name not in blanks:
            raise NotFound(
                f"There is no blank {name[:70]!r} in {template.name}.",
                next_step=f"Its blanks are: {', '.join(blanks)}." if blanks else "It has none: leave the values out.",
            )
        values[name] = value
    return values


def _row(template: Template) -> tuple[str, ...]:
    blanks = ", ".join(blank.name for blank in template.blanks)
    return template.name, template.source or "yours", blanks and f"blanks: {blanks}", template.description
