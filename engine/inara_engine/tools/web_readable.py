"""A web page as text a model can read: headings, paragraphs, lists, tables and links in Markdown.

The parser is libxml2's (through lxml), told to report what it meets instead of building a tree: its cost
grows with the page and nothing else. Parsers that follow the HTML standard's repairs to the letter take
minutes for half a million open elements, and a tree of them fills the memory.
What a reader of the page wouldn't see is left out, for
that is where strangers hide orders. Blocks for as long as a large page takes: call it in a thread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen
from inara_engine.tools.web_address import WebAddress

__all__ = ["HTML_BYTES", "Page", "readable"]

HTML_BYTES = 4 << 20
_CHARACTERS = 400_000
_PIECE_BYTES = 64 << 10
_INDENTED = 8

_UNSEEN = frozenset(
    {
        *("head", "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed"),
        *("audio", "video", "map", "dialog", "button", "select", "input", "textarea", "datalist"),
        *("nav", "footer", "aside"),
    }
)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_PARAGRAPHS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "blockquote", "pre", "table"),
        *("figure", "form", "fieldset", "details", "address", "hgroup", "body", "html", *_HEADINGS),
    }
)
_LINES = frozenset({"li", "tr", "dt", "dd", "figcaption", "summary", "caption", "legend", "option"})
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "kbd": "`", "samp": "`"}
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(\.0*)?\s*(;|$)"
    r"|font-size\s*:\s*0[a-z%]*\s*(;|$)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]")


@frozen
class Page:
    """`title` is one line; `text` is Markdown; `cut` where the page was longer than what is read of one."""

    title: str
    text: str
    cut: bool = False


def readable(html: str, base: WebAddress) -> Page:
    """What a page says. `base` is what its links are relative to."""
    etree: Any = import_module("lxml.etree")  # it comes without types
    reader = _Reader(_Writer(base))
    data = html.encode("utf-8", "replace")
    parser = etree.HTMLParser(target=reader, encoding="utf-8", recover=True, no_network=True)
    try:
        for at in range(0, min(len(data), HTML_BYTES), _PIECE_BYTES):
            if reader.full:
                break
            parser.feed(data[at : at + _PIECE_BYTES])
        parser.close()
    except etree.LxmlError:  # nothing in it, or nothing it can go on with: what was read so far is what there is
        pass
    title = _SPACES.sub(" ", "".join(reader.title)).strip()[:300]
    return Page(title, reader.writer.text(), reader.full or len(data) > HTML_BYTES)


class _Reader:
    """What the parser reports to: lets the visible elements and texts through to the writer."""

    def __init__(self, writer: _Writer) -> None:
        self.writer = writer
        self.title: list[str] = []
        self._unseen = 0  # how many elements are open in the innermost one that isn't shown
        self._in_title = False

    @property
    def full(self) -> bool:
        return self.writer.length > _CHARACTERS

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._unseen or _unseen(tag, attributes):
            self._unseen += 1
            self._in_title = tag == "title"
        elif not self.full:
            self.writer.enter(tag, attributes)

    def end(self, tag: str) -> None:
        del tag  # the parser closes what is open in order
        self._in_title = False
        if self._unseen:
            self._unseen -= 1
        else:
            self.writer.leave()

    def data(self, text: str) -> None:
        if self._in_title:
            self.title.append(text)
        elif not self._unseen and not self.full:
            self.writer.words(text)

    def close(self) -> None:
        """The page has ended."""


def _unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in _UNSEEN:
        return True
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDING.search(attributes.get("style", "")))
    )


@dataclass(slots=True)
class _Open:
    tag: str
    at: int  # how many pieces there were when it began
    link: str = ""
    marks: bool = False
    matter: bool = False  # it says of itself that the page is about what is in it


class _Writer:
    """Puts the pieces together; knows where a line is, so that nothing but the text makes new ones."""

    def __init__(self, base: WebAddress) -> None:
        self._base = base
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._fresh = True  # nothing but a line's prefix has been written in this line
        self._lists: list[int] = []  # the number of the last item; -1 in a list without numbers
        self._pre = 0
        self._cells = 0
        self._matters: list[str] = []
        self._in_matter = False
        # One of each is enough; a wrap copies what is in it, and a page may nest them as deep as it likes.
        self._in_link = False
        self._marked: set[str] = set()
        self._begun = False  # a bullet or a quote's mark was written, and its text belongs behind it
        self.length = 0

    def text(self) -> str:
        """The page's matter, where it says what that is and it is much of it, or all; without spare blank lines."""
        while self._open:
            self.leave()
        whole = "".join(self._pieces)
        matter = max(self._matters, key=len, default="")
        chosen = matter if len(self._matters) == 1 and len(matter) * 4 > len(whole) else whole
        lines = (line.rstrip() for line in chosen.split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def words(self, text: str) -> None:
        """A text as it stands in the page."""
        text = _SOFT.sub("", text)
        if not self._pre:
            text = _SPACES.sub(" ", text)
            if self._fresh or (self._pieces and self._pieces[-1].endswith(" ")):
                text = text.lstrip(" ")
        if text:
            self._put(text)
            self._fresh = self._begun = False

    def enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        matter = tag in {"main", "article"} or attributes.get("role") == "main"
        opened = _Open(tag, len(self._pieces))
        if tag in _PARAGRAPHS and not self._cells:
            self._line("\n\n")
            opened.at = len(self._pieces)
        elif tag in _LINES and not (self._cells and tag != "tr"):
            self._line("\n")
            opened.at = len(self._pieces)
        match tag:
            case "br":
                self._line("\n") if not self._cells else self.words(" ")
            case "hr":
                self._line("\n")
                self._put("---")
                self._line("\n")
            case "img":
                if alternative := (attributes.get("alt", "")).strip():
                    self.words(f"[image: {_SPACES.sub(' ', alternative)[:300]}]")
            case "a" if not self._in_link:
                opened.link = self._link(attributes.get("href", ""))
                self._in_link = bool(opened.link)
            case "ul" | "ol":
                self._lists.append(0 if tag == "ol" else -1)
            case "li":
                self._put(self._bullet())
                self._begun = True
            case "pre":
                self._put("```\n")
                self._pre += 1
            case "td" | "th":
                self._put("| " if self._cells == 0 else " | ")
                self._cells += 1
                self._fresh = True
            case "blockquote":
                self._put("> ")
                self._begun = True
            case _ if tag in _HEADINGS:
                self._put(_HEADINGS[tag])
            case _:
                pass
        if matter and not self._in_matter:
            self._in_matter = opened.matter = True
        if tag in _MARKS and not self._pre and tag not in self._marked:
            self._marked.add(tag)
            opened.marks = True
        self._open.append(opened)

    def leave(self) -> None:
        """The innermost element ends."""
        if not self._open:
            return
        ended = self._open.pop()
        if ended.matter:
            self._in_matter = False
            self._matters.append("".join(self._pieces[ended.at :]))
        match ended.tag:
            case "a" if ended.link:
                self._in_link = False
                self._wrap(ended.at, "[", f"]({ended.link})")
            case "ul" | "ol":
                self._lists.pop()
            case "pre":
                self._pre -= 1
                self._put("\n```")
            case "tr":
                if self._cells:
                    self._put(" |")
                self._cells = 0
            case tag if ended.marks:
                self._marked.discard(tag)
                self._wrap(ended.at, _MARKS[tag], _MARKS[tag])
            case _:
                pass
        if ended.tag in _PARAGRAPHS and not self._cells:
            self._line("\n\n")
        elif ended.tag in _LINES and not self._cells:
            self._begun = False
            self._line("\n")

    def _wrap(self, at: int, before: str, after: str) -> None:
        """Put marks around what was written since `at`, the spaces at its ends outside of them."""
        inner = "".join(self._pieces[at:])
        bare = inner.strip()
        if not bare or "\n" in bare:
            return
        start = inner.index(bare)
        del self._pieces[at:]
        self._pieces.append(f"{inner[:start]}{before}{bare}{after}{inner[start + len(bare) :]}")
        self.length += len(before) + len(after)

    def _bullet(self) -> str:
        depth = min(_INDENTED, max(0, len(self._lists) - 1))
        if not self._lists or self._lists[-1] < 0:
            return "  " * depth + "- "
        self._lists[-1] += 1
        return "  " * depth + f"{self._lists[-1]}. "

    def _link(self, href: str) -> str:
        if not href or href.startswith("#"):
            return ""
        try:
            return str(self._base.joined(href)).replace("(", "%28").replace(")", "%29")
        except (ToolError, ValueError):  # mail, scripts, and what is no address at all
            return ""

    def _line(self, ends: str) -> None:
        if self._begun:
            return
        if self._pieces and not (self._fresh and self._pieces[-1].endswith(ends)):
            self._put(ends)
        self._fresh = True

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        self._fresh = True
