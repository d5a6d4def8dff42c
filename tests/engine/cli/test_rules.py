"""`inara rules` and `inara activity`: a rule made at the question, seen, used and taken back; what ran and by whose word."""

from __future__ import annotations

from pathlib import Path

from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.terminal import Command, configure, run_inara


def write(path: str) -> tuple[Turn, Turn]:
    return calls_turn(call("write_file", {"path": path, "content": "x"})), text_turn("Done.")


async def test_always_at_the_question_is_a_rule_that_can_be_seen_and_taken_back(home: Path) -> None:
    async with ScriptedServer([turn for name in ("a.md", "b.md", "c.md") for turn in write(name)]) as server:
        work = configure(home, server.base_url)
        async with Command("ask", "write", tty=True) as inara:
            await inara.until("Allow this once?")
            assert f"always 1: write_file in {work}" in inara.out
            inara.type("always\n")  # which one?
            await inara.until("Which rule? always 1 or always 2.\nAllow this once?")  # before it, no key counts
            inara.type("always 1\n")
            assert (await inara.ended()).status == 0
        assert (await run_inara("ask", "write the next")).status == 0
        assert (work / "b.md").exists()
        listed = await run_inara("rules")
        assert f"write_file in {work}" in listed.out
        assert "used once, last " in listed.out
        [rule] = (await run_inara("rules", "list", "--json")).values
        assert (rule["profile"], rule["source"], rule["hits"]) == ("me", "call", 1)
        ran = await run_inara("activity", "--by", "rule")
        assert f"a rule: write_file in {work}" in ran.out
        listed = await run_inara("activity", "a.md", "--json")
        [entry] = listed.values
        assert (listed.status, listed.err) == (0, "")
        assert (entry["tool"], entry["outcome"], entry["allowed_by"]) == ("write_file", "ok", "you, in the terminal")
        assert (await run_inara("rules", "delete", rule["id"])).status == 0
        again = await run_inara("ask", "write once more")
    assert again.status == 3
    assert not (work / "c.md").exists()


async def test_what_there_is_not_is_said_with_what_there_is(home: Path) -> None:
    async with ScriptedServer() as server:
        configure(home, server.base_url)
        with (home / "config.toml").open("a") as file:
            file.write('[policy]\nallow = ["remember"]\n')
        unknown = await run_inara("rules", "delete", "rule-nowhere")
        of_the_file = await run_inara("rules", "delete", "file:me:allow:1")
        outcome = await run_inara("activity", "--outcome", "great")
        nothing = await run_inara("activity")
        profile = await run_inara("ask", "--profile", "kids", "Hello")
    assert (unknown.status, of_the_file.status, outcome.status, nothing.status, profile.status) == (1, 1, 1, 0, 1)
    assert "There is no rule rule-nowhere." in unknown.err
    assert "config.toml" in of_the_file.err
    assert "ok, failed, declined" in outcome.err
    assert "The profiles are: me." in profile.err
