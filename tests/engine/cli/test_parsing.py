"""What a command line means does not depend on where its options stand."""

from __future__ import annotations

import pytest

from inara_engine.cli.parser import parser
from inara_engine.cli.parsing import parsed


def of(*arguments: str) -> dict[str, object]:
    return vars(parsed(parser(), arguments))


@pytest.mark.parametrize(
    ("verb", "words", "options"),
    [
        (["ask"], ["what", "is", "it?"], [["--local"], ["--tier", "2"], ["--model=local"]]),
        (["schedule", "add"], ["daily", "0 7 * * *", "look", "around"], [["--local"], ["--persona", "inara"]]),
        (["queue", "edit"], ["prompt-1", "other words"], [["--json"]]),
        (["sessions", "rename"], ["session-1", "a title"], [["--json"]]),
        (["sessions", "search"], ["red", "house"], [["--json"]]),
        (["sessions", "move"], ["session-1", "session-2"], [["--folder", "Work"], ["--json"]]),
        (["templates", "fill"], ["letter", "to=Tom", "about=tea"], [["--json"]]),
        (["activity"], ["garden", "gate"], [["--outcome", "ok"], ["--limit", "3"]]),
        (["mcp", "approve"], ["files", "read", "write"], [["--yes"]]),
    ],
    ids=str,
)
def test_options_stand_before_between_and_behind_the_words(
    verb: list[str], words: list[str], options: list[list[str]]
) -> None:
    first = of(*verb, *(part for option in options for part in option), *words)
    for option in options:
        others = [part for other in options if other != option for part in other]
        for place in range(len(words) + 1):
            assert of(*verb, *others, *words[:place], *option, *words[place:]) == first
            assert of(*verb, *words[:place], *option, *words[place:], *others) == first


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--", "--help", "is", "what?"], ["--help", "is", "what?"]),
        (["explain", "--", "ls", "-l"], ["explain", "ls", "-l"]),
        (["--local", "--", "-5"], ["-5"]),
        (["-5", "and", "3"], ["-5", "and", "3"]),
        (["- a list's item", "of --two"], ["- a list's item", "of --two"]),
        (["-"], ["-"]),
        ([], []),
    ],
    ids=str,
)
def test_words_may_begin_with_a_dash(arguments: list[str], text: list[str]) -> None:
    assert of("ask", *arguments)["text"] == text


def test_a_scheduled_task_may_too() -> None:
    added = of("schedule", "add", "daily", "@daily", "--local", "--", "-v", "--distill")
    assert (added["task"], added["local"], added["distill"]) == (["-v", "--distill"], True, False)


def test_an_option_may_be_cut_short_and_its_value_left_out() -> None:
    assert of("ask", "hello", "--sess", "session-1", "you")["session"] == "session-1"
    assert of("activity", "--verify")["verify"] == ""
    assert of("activity", "--verify", "ab12")["verify"] == "ab12"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["ask", "explain", "ls", "-l"],
            "inara ask: error: unrecognized arguments: -l; after -- a word may begin with",
        ),
        (["doctor", "nope"], "inara doctor: error: unrecognized arguments: nope\n"),
        (
            ["jobs", "show", "--reason", "x"],
            "inara jobs show: error: unrecognized arguments: --reason; after -- a word",
        ),
        (["jobs", "show"], "inara jobs show: error: the following arguments are required: ID"),
        (["queue", "move", "a", "1", "2"], "inara queue move: error: unrecognized arguments: 2\n"),
        (["ask", "hello", "--tier"], "inara ask: error: argument --tier: expected one argument"),
        (["xyz"], "inara: error: there is no `inara xyz`; there are ask, chat, jobs,"),
        (["jbos"], "inara: error: there is no `inara jbos`; did you mean `inara jobs`?\n"),
        (["Jobs", "list"], "inara: error: there is no `inara Jobs`; did you mean `inara jobs`?\n"),
        (["import", "talk.json"], "did you mean `inara sessions import` or `inara mcp import`?\n"),
        (["jobs", "halt"], "inara jobs: error: there is no `inara jobs halt`; there are list, show,"),
        (["jobs", "stopp"], "there is no `inara jobs stopp`; did you mean `inara jobs stop`?\n"),
        (["--nope"], "inara: error: unrecognized arguments: --nope"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_of_the_command_it_is_in(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        of(*arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--model", "--tier", "--persona"])
def test_two_dashes_are_no_value(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        of("ask", f"{option}=--", "hello")
    assert f"argument {option}: expected one argument" in capsys.readouterr().err
