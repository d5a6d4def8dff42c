"""Templates: files of the person's own and what tool servers offer, with blanks that are filled in."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from inara_engine.mcp.values import Prompt, PromptArgument, Resource
from inara_engine.templates import LARGEST, Blank, _of_prompt, _of_resource
from tests.support.engines import engine_with
from tests.support.npm_servers import NODE, npm_server
from tests.support.terminal import run_inara

LETTER = "Write to {{to}} about {{about: the weather}}.\n\nYours, {{to}}'s {{ friend }}"


@pytest.fixture
async def engine(home: Path) -> AsyncIterator[Engine]:
    del home
    engine = await open_engine(find_home())
    yield engine
    await engine.close()


async def test_a_template_is_a_file_that_one_can_also_write_by_hand(engine: Engine, home: Path) -> None:
    kept = await engine.templates.save("letter", LETTER, "A short letter")
    file = home / "prompts" / "letter.md"
    assert file.read_text() == f"---\ndescription: A short letter\n---\n{LETTER}\n"
    assert file.stat().st_mode & 0o777 == 0o600
    (home / "prompts" / "by hand.md").write_text("Just this.\r\n")
    by_hand, letter = await engine.templates.all()
    assert (by_hand.name, by_hand.text, by_hand.description, by_hand.blanks) == ("by hand", "Just this.", "", ())
    assert (letter.id, letter.description, letter.text) == (kept, "A short letter", LETTER)
    assert letter.blanks == (Blank("to"), Blank("about", default="the weather", needed=False), Blank("friend"))


async def test_blanks_are_filled_in_and_an_empty_one_is_named(engine: Engine) -> None:
    letter = await engine.templates.save("letter", LETTER)
    filled = await engine.templates.fill(letter, {"to": "Tom", "friend": "{{to}}"})
    assert filled.text == "Write to Tom about the weather.\n\nYours, Tom's {{to}}"
    with pytest.raises(UserError, match="friend is empty"):
        await engine.templates.fill(letter, {"to": "Tom", "friend": " "})
    with pytest.raises(NotFound):
        await engine.templates.fill("own:no such", {})


async def test_one_is_renamed_and_deleted_and_never_overwritten_by_another(engine: Engine, home: Path) -> None:
    first = await engine.templates.save("one", "1")
    await engine.templates.save("two", "2")
    with pytest.raises(UserError, match="already"):
        await engine.templates.save("two", "1", "", first)
    renamed = await engine.templates.save("uno", "1, changed", "", first)
    assert sorted(path.name for path in (home / "prompts").iterdir()) == ["two.md", "uno.md"]
    await engine.templates.delete(renamed)
    assert [template.name for template in await engine.templates.all()] == ["two"]
    with pytest.raises(NotFound):
        await engine.templates.delete(renamed)


@pytest.mark.parametrize("name", ["", "../evil", "a/b", ".hidden", "con", "x" * 61, "a\nb/c"])
async def test_a_name_is_no_path(engine: Engine, name: str, home: Path) -> None:
    with pytest.raises(UserError, match="can't be called"):
        await engine.templates.save(name, "text")
    assert not (home / "prompts").exists()


async def test_what_is_no_template_is_left_out_and_too_much_is_refused(engine: Engine, home: Path) -> None:
    folder = home / "prompts"
    folder.mkdir()
    (folder / "bytes.md").write_bytes(b"\xff\xfe odd")
    (folder / "huge.md").write_text("x" * (LARGEST + 1))
    (folder / "folder.md").mkdir()
    (folder / "other.txt").write_text("no")
    assert [template.name for template in await engine.templates.all()] == ["bytes"]
    for text, problem in (("  ", "needs a text"), ("x" * (LARGEST + 1), "too long")):
        with pytest.raises(UserError, match=problem):
            await engine.templates.save("new", text)


def test_a_servers_prompt_and_an_address_with_blanks_are_templates_too() -> None:
    prompt = Prompt("greet", "Greeting", "Says hello", (PromptArgument("name", "Whom", required=True),))
    template = _of_prompt("fake", prompt)
    assert (template.id, template.name, template.source) == ("prompt:fake/greet", "Greeting", "fake")
    assert template.blanks == (Blank("name", "Whom"),)
    resource = _of_resource("fake", Resource("file:///{+path}?l={line}", "A line", template=True))
    assert (resource.kind, [blank.name for blank in resource.blanks]) == ("resource", ["path", "line"])


async def test_the_terminal_lists_shows_fills_keeps_and_deletes(home: Path) -> None:
    async with engine_with(home) as (engine, _):
        await engine.close()
        saved = await run_inara("templates", "save", "letter", "--description", "A letter", stdin=LETTER.encode())
        assert saved.status == 0
        listed = await run_inara("templates")
        assert listed.out.split("\n")[0].split() == [
            "letter",
            "yours",
            "blanks:",
            "to,",
            "about,",
            "friend",
            "A",
            "letter",
        ]
        assert (await run_inara("templates", "show", "letter")).out == f"{LETTER}\n"
        filled = await run_inara("templates", "fill", "letter", "to=Tom", "friend=Ada")
        assert filled.out == "Write to Tom about the weather.\n\nYours, Tom's Ada\n"
        missing = await run_inara("templates", "fill", "letter", "to=Tom")
        assert (missing.status, missing.err) == (1, "inara: friend is empty.\n       Fill it in.\n")
        assert (await run_inara("templates", "delete", "letter", "--json")).values == [{"status": "done"}]
        assert (await run_inara("templates", "list", "--json")).values == []


async def test_what_a_real_server_offers_is_filled_in(home: Path) -> None:
    server = json.dumps([npm_server("mcp-server-everything")])
    settings = f"[mcp.servers.everything]\ncommand = {json.dumps(str(NODE))}\nargs = {server}\n"
    async with engine_with(home, settings=settings) as (engine, _):
        assert (await engine.mcp.test("everything")).state == "ready"
        offered = {template.id: template for template in await engine.templates.all()}
        prompt = offered["prompt:everything/args-prompt"]
        assert [(blank.name, blank.needed) for blank in prompt.blanks] == [("city", True), ("state", False)]
        assert "Bonn" in (await engine.templates.fill(prompt.id, {"city": "Bonn"})).text
        with pytest.raises(UserError, match="city is empty"):
            await engine.templates.fill(prompt.id, {})
        resource = next(one for one in offered.values() if one.kind == "resource" and "text" in one.id)
        filled = await engine.templates.fill(resource.id, {blank.name: "7" for blank in resource.blanks})
        assert filled.title == "everything: demo://resource/dynamic/text/7"
        assert "Resource 7" in filled.text
