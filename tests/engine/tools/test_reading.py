"""Listing and reading: what a model is told of the person's files."""

from __future__ import annotations

import codecs
import os

import pytest
from pydantic import ValidationError

from inara_engine.dates import minute
from inara_engine.errors import ToolError
from inara_engine.messages import Capability, Risk
from inara_engine.tools.workspace import Workspace
from tests.support.desk import TOOLS, Desk, details


async def test_a_text_is_read_as_it_stands(desk: Desk) -> None:
    (desk.root / "notes.txt").write_text("milk\nbread\n")
    assert (await desk.do("read_file", path="notes.txt")).text == "milk\nbread"


async def test_reading_in_a_granted_folder_needs_no_question_and_says_what_it_touches(desk: Desk) -> None:
    (desk.root / "notes.txt").write_text("milk")
    action = await desk.prepare("read_file", path="notes.txt")
    assert action.summary == "Read ~/Documents/notes.txt"
    assert action.risk == Risk.READS
    assert action.capabilities == {Capability.READS_PRIVATE, Capability.READS_UNTRUSTED}
    assert action.paths == (str(desk.root / "notes.txt"),)


@pytest.mark.parametrize("spelling", ["notes.txt", "~/Documents/notes.txt", "./x/../notes.txt", "{root}//notes.txt"])
async def test_a_file_has_many_spellings_and_one_path(desk: Desk, spelling: str) -> None:
    (desk.root / "notes.txt").write_text("milk")
    action = await desk.prepare("read_file", path=spelling.format(root=desk.root))
    assert details(action, "Path") == [str(desk.root / "notes.txt")]


async def test_a_long_text_comes_in_pieces_that_say_how_to_go_on(desk: Desk) -> None:
    (desk.root / "log").write_text("".join(f"line {number}\n" for number in range(1, 1001)))
    first = (await desk.do("read_file", path="log")).text
    assert first.endswith("line 500\n[lines 1 to 500 of 1000; go on with offset=501]")
    rest = (await desk.do("read_file", path="log", offset=501)).text
    assert rest.startswith("line 501\n")
    assert rest.endswith("line 1000\n[lines 501 to 1000 of 1000]")


async def test_one_endless_line_is_cut_and_says_so(desk: Desk) -> None:
    (desk.root / "data.json").write_text("x" * 100_000)
    text = (await desk.do("read_file", path="data.json")).text
    assert len(text) < 41_000
    assert "60000 more characters of this line are not shown" in text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "[The file is empty.]"),
        ("Grüße".encode(), "Grüße"),
        (codecs.BOM_UTF8 + "Grüße".encode(), "Grüße\n[encoded as UTF-8-SIG]"),
        ("Grüße".encode("utf-16"), "Grüße\n[encoded as UTF-16]"),
        ("Grüße".encode("cp1252"), "Grüße\n[not UTF-8; read as Windows-1252, some characters may be wrong]"),
        (b"a\r\nb\r\n", "a\nb\n[Windows line ends]"),
    ],
)
async def test_odd_encodings_are_read_and_named(desk: Desk, data: bytes, text: str) -> None:
    (desk.root / "file").write_bytes(data)
    assert (await desk.do("read_file", path="file")).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"\x89PNG\r\n\x1a\n", "a PNG picture"), (b"%PDF-1.7", "a PDF document"), (b"a\0b", "binary data")],
)
async def test_what_is_no_text_is_named(desk: Desk, data: bytes, what: str) -> None:
    (desk.root / "file").write_bytes(data)
    with pytest.raises(ToolError, match=f"is {what}, not text"):
        await desk.do("read_file", path="file")


async def test_a_huge_file_is_refused_before_it_fills_the_memory(desk: Desk) -> None:
    os.truncate(os.open(desk.root / "disk.img", os.O_CREAT | os.O_WRONLY), 1 << 40)
    with pytest.raises(ToolError, match="larger than"):
        await desk.do("read_file", path="disk.img")


async def test_a_pipe_a_folder_and_nothing_are_told_apart(desk: Desk) -> None:
    os.mkfifo(desk.root / "pipe")
    (desk.root / "folder").mkdir()
    for name, words in (("pipe", "not an ordinary file"), ("folder", "is a folder"), ("gone", "There is no")):
        with pytest.raises(ToolError, match=words):
            await desk.do("read_file", path=name)
    with pytest.raises(ToolError, match="is not a folder"):
        await desk.do("list_files", path="pipe")


async def test_reading_past_the_end_says_where_the_end_is(desk: Desk) -> None:
    (desk.root / "a").write_text("1\n2\n")
    with pytest.raises(ToolError, match="only 2 lines"):
        await desk.do("read_file", path="a", offset=3)


async def test_a_listing_has_folders_first_and_sizes(desk: Desk) -> None:
    (desk.root / "b.txt").write_text("12345")
    (desk.root / "A.txt").write_text("")
    (desk.root / "zoo").mkdir()
    (desk.root / "zoo" / "inner.txt").write_text("")
    (desk.root / "link").symlink_to("/etc/hostname")
    lines = (await desk.do("list_files")).text.splitlines()
    assert lines[0] == "~/Documents/"
    assert [line.split("  (")[0] for line in lines[1:]] == ["zoo/", "A.txt", "b.txt", "link -> /etc/hostname"]
    assert "(5 bytes, " in lines[3]
    deeper = (await desk.do("list_files", depth=2)).text
    assert "\n  inner.txt  (0 bytes, " in deeper


@pytest.mark.parametrize("seconds", [1e12, -1e12, 1e30])
def test_a_time_that_no_calendar_has_is_still_told(seconds: float) -> None:
    """tmpfs, btrfs and xfs keep what an archive or a clock gone wrong claimed; one such file hid its whole folder."""
    assert minute(seconds) == "at no date"


async def test_an_empty_and_a_crowded_folder(desk: Desk) -> None:
    assert (await desk.do("list_files")).text == "~/Documents/\n(empty)"
    for number in range(510):
        (desk.root / f"{number:03}").touch()
    lines = (await desk.do("list_files")).text.splitlines()
    assert len(lines) == 502
    assert lines[-1].startswith("… and 10 more")


async def test_a_name_with_control_characters_or_stray_bytes_is_shown_escaped(desk: Desk) -> None:
    (desk.root / "a\x1b[2Kb").touch()
    os.close(os.open(os.fsencode(desk.root) + b"/\xff", os.O_CREAT))
    text = (await desk.do("list_files")).text
    assert "a\\x1b[2Kb" in text
    assert "\\udcff" in text
    text.encode()  # can be stored


async def test_a_granted_folder_that_nobody_has_made_is_listed_as_empty(desk: Desk) -> None:
    desk.root.rmdir()
    text = (await desk.do("list_files")).text
    assert text.startswith("~/Documents/\n(empty")
    assert not desk.root.exists()  # looking makes nothing


async def test_searching_a_granted_folder_that_is_missing_names_the_way_out(desk: Desk) -> None:
    desk.root.rmdir()
    with pytest.raises(ToolError) as caught:
        await desk.do("search_files", name="*.md")
    assert caught.value.message == "The granted folder ~/Documents doesn't exist yet."
    assert "settings" in caught.value.next_step


async def test_without_a_granted_folder_a_relative_path_leads_nowhere(desk: Desk) -> None:
    bare = Desk(desk.home, desk.root, desk.own, Workspace((), desk.workspace.protected, desk.own / "undo", desk.home))
    with pytest.raises(ToolError, match="No folder is granted"):
        await bare.do("list_files")


async def test_other_granted_folders_are_mentioned(desk: Desk) -> None:
    two = await desk.granting(desk.root, desk.home / "Music")
    assert (await two.do("list_files")).text.endswith("Other granted folders: ~/Music")


async def test_secrets_by_name_are_asked_about_even_in_a_granted_folder(desk: Desk) -> None:
    secrets = (".env", "server.pem", ".credentials.json", ".bash_history", "auth.json")
    for name, risk in (*((name, Risk.REVERSIBLE) for name in secrets), (".env.example", Risk.READS)):
        (desk.root / name).write_text("TOKEN=1")
        assert (await desk.prepare("read_file", path=name)).risk == risk


async def test_another_file_in_its_place_is_not_read(desk: Desk) -> None:
    (desk.root / "a").write_text("shown")
    action = await desk.prepare("read_file", path="a")
    (desk.root / "b").write_text("other")
    (desk.root / "b").replace(desk.root / "a")
    with pytest.raises(ToolError, match="changed since"):
        await desk.run(action, "read_file", path="a")


@pytest.mark.parametrize(
    "arguments", [{"path": ""}, {"path": "a", "offset": 0}, {"path": "a", "more": 1}, {"path": "x" * 5000}, {}]
)
def test_arguments_are_strict(arguments: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TOOLS["read_file"].arguments.model_validate(arguments)


def test_each_argument_is_explained_to_the_model() -> None:
    for tool in TOOLS.values():
        for field in tool.spec.parameters["properties"].values():
            assert len(field["description"]) > 10
        assert tool.spec.parameters["additionalProperties"] is False
