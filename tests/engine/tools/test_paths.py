"""One path, many spellings: what a tool is given leads to the one place the system would open, or nowhere."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inara_engine.errors import ToolError
from inara_engine.tools.paths import key, printable, resolve, spelled, within

HOME = Path("/home/anna")
ROOT = Path("/home/anna/Documents")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ROOT),
        ("a.txt", ROOT / "a.txt"),
        ("~", HOME),
        ("~/x", HOME / "x"),
        ("/etc/passwd", Path("/etc/passwd")),
        ("$HOME/x", ROOT / "$HOME" / "x"),  # no shell here
        ("-rf", ROOT / "-rf"),
    ],
)
def test_where_a_path_starts(text: str, path: Path) -> None:
    assert spelled(text, ROOT, HOME) == path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\0b", "control characters"),
        ("a\nb", "control characters"),
        ("a\x1b[2Kb", "control characters"),
        ("\ud800", "control characters"),
        ("x" * 256, "too long"),
        ("ü" * 128, "too long"),
        ("x" * 250 + ("/" + "x" * 250) * 20, "too long"),
        ("x/" * 300, "200 folders deep"),
        ("~root/x", "another person"),
        ("file:///etc/passwd", "is a URL"),
    ],
)
def test_what_is_no_path_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ToolError, match=words):
        spelled(text, ROOT, HOME)


def test_links_are_followed_and_remembered(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to(tmp_path / "real")
    found = resolve(tmp_path / "a" / "new" / ".." / "x")
    assert found.path == tmp_path / "real" / "x"
    assert found.crossed == (tmp_path / "a", tmp_path / "b")
    assert resolve(tmp_path / "a", follow_last=False).path == tmp_path / "a"


def test_two_dots_after_a_link_go_up_from_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "link").symlink_to("far/away")
    assert resolve(tmp_path / "link" / ".." / "x").path == tmp_path / "far" / "x"


def test_links_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(ToolError, match="in circles"):
        resolve(tmp_path / "a")


NAMES = st.sampled_from(["a", "b", "c", "..", "."])


@settings(deadline=None)
@given(
    links=st.dictionaries(
        st.sampled_from(["a", "b", "c", "a/b", "a/c", "b/a"]), st.lists(NAMES, min_size=1, max_size=4)
    ),
    asked=st.lists(NAMES, min_size=1, max_size=6),
)
def test_it_ends_where_the_system_would_end(links: dict[str, list[str]], asked: list[str]) -> None:
    """The law: the same place as the C library's realpath, for any tangle of links."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(os.path.realpath(folder), "tree")
        for name in ("a", "b", "c", "a/b"):
            if name not in links and not (tree / name).is_symlink() and name.split("/")[0] not in links:
                (tree / name).mkdir(parents=True, exist_ok=True)
        tree.mkdir(exist_ok=True)
        for name, target in links.items():
            if (tree / name).parent.is_dir() and not os.path.lexists(tree / name):
                (tree / name).symlink_to("/".join(target))
        path = tree.joinpath(*asked)
        try:
            expected = os.path.realpath(path, strict=True)
        except OSError:
            return  # the system would open nothing
        assert str(resolve(path).path) == expected


@settings(deadline=None)
@given(st.text())
def test_any_name_can_be_shown_and_stored(name: str) -> None:
    shown = printable(name)
    shown.encode()
    assert all(character.isprintable() or character > "\x9f" for character in shown)


def test_within_goes_by_parts() -> None:
    assert within(ROOT / "a", ROOT)
    assert within(ROOT, ROOT)
    assert not within(Path("/home/anna/Documents-evil/a"), ROOT)


@pytest.mark.parametrize("other", ["/home/anna/.SSH", "/home/anna/.ssh.", "/home/anna/.ssh ", "/home/anna/.ſsh"])
def test_spellings_that_some_disk_takes_for_the_same(other: str) -> None:
    assert key(Path(other)) == key(Path("/home/anna/.ssh"))
