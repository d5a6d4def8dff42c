"""Markdown inside a line: what is still open at the end of a text, where it can be cut, what math it holds.

Qt's Markdown reader works on whole texts. A stream ends anywhere, and a paragraph of a megabyte must be
laid out in pieces, so the open markers at a place have to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inara_engine.frozen import frozen

__all__ = ["FORMULA", "Run", "cut_position", "heal", "open_markers", "protect_math", "runs"]

# Each alternative begins with a letter: `re` then looks for those alone, in a ninth of the time.
_TOKEN = re.compile(r"\\.|``*|\*\*{0,2}|__{0,2}|~~|!\[|\[|\](?:\([^()\s]*(?:\)|$))?", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*(?:\s+|$)|[。！？]")
_SPACE = re.compile(r"\s+")
_TAIL_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,400})\]\([^()\n]*$")
_TAIL_BRACKET = re.compile(r"(?<!\\)!?\[(?!\s*[xX ]?\]?$)([^\[\]\n]{0,200})$")
_TAIL_MARKER = re.compile(r"(?:\*{1,3}|_{1,3}|~{1,2}|!\[?|\\|\[)$")
_MATH = re.compile(
    r"(?P<code>(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`))"
    r"|(?P<escaped>\\[\\`*_$])"
    r"|(?P<tex>\\\((?:[^\\]|\\(?!\))){1,2000}?\\\)|\\\[(?:[^\\]|\\(?!\])){1,2000}?\\\]"
    r"|\$\$[^$]{1,2000}\$\$"
    r"|(?<![\w$\\])\$(?![\s$])(?:[^$\n\\`]|\\[^()\n`]){1,300}?(?<![\s\\])\$(?![\d$]))",
    re.DOTALL,
)
_MATH_TAIL = re.compile(  # half a formula: what a dollar begins is one only where it has a sign of it
    r"(?P<tex>\\\((?:[^\\`]|\\(?!\)))*\\?|(?<![\w$\\])\$(?![\s$])(?=[^$\n`]*[\\^_{])[^$\n`]*)\Z"
)
_WORDS = re.compile(r"(?:^|\s)[^\W\d_]{2,}(?:\s|$)")
_SIGNS = re.compile(r"[\\^_{}=<>]")
_TAIL_ROOM = 300  # characters that are looked at for half a formula

FORMULA = "\ufdd2", "\ufdd3"
"""What TeX stands between in prepared Markdown: noncharacters, which text that is shown doesn't have."""


def open_markers(text: str) -> list[str]:
    """The markers (`**`, `_`, backticks …) that are open at the end of `text`, outermost first."""
    stack: list[str] = []
    code = ""
    for code, _ in _walk(text, stack):  # noqa: B007 - the last one counts
        pass
    return [*stack, code] if code else stack


def _walk(text: str, stack: list[str]) -> Iterator[tuple[str, int]]:
    """Go through the markers, keeping those that are open in `stack`; yields the open code run and where one is."""
    code = ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if code:
            code = "" if token == code else code
        elif token[0] == "`":
            code = token
        elif token[0] in "*_~":
            _toggle(stack, token, text, match.start(), match.end())
        yield code, match.end()


def _neutral(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` in which no marker is open."""
    found: list[tuple[int, int]] = []
    stack: list[str] = []
    start = 0
    for code, end in _walk(text, stack):
        if start >= 0 and (code or stack):
            found.append((start, end - 1))
            start = -1
        elif start < 0 and not code and not stack:
            start = end
    if start >= 0:
        found.append((start, len(text)))
    return found


def _toggle(stack: list[str], token: str, text: str, start: int, end: int) -> None:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if token in stack and not before.isspace():
        del stack[stack.index(token) :]
    elif not after.isspace() and not (token[0] == "_" and before.isalnum()):
        stack.append(token)


def heal(text: str) -> str:
    """`text` as it should look while more is to come: open markers closed, half a link shown as its label."""
    if link := _TAIL_LINK.search(text):
        text = f"{text[: link.start()]}{link[2]}"
    elif bracket := _TAIL_BRACKET.search(text):
        text = text[: bracket.start()] + bracket[1]
    tail = _TAIL_MARKER.search(text)
    if tail and tail[0] not in open_markers(text[: tail.start()]):
        text = text[: tail.start()]  # it opens nothing yet, or is half of what closes
    markers = open_markers(text)
    if markers and markers[-1][0] == "`" and text.endswith("`"):
        text = text.rstrip("`")  # what opens no code yet, or is half of what closes it
        markers = open_markers(text)
    body = text.rstrip()
    return body + "".join(reversed(markers)) + text[len(body) :] if markers else text


def cut_position(text: str, limit: int) -> int:
    """Where to cut a long paragraph: the last sentence end before `limit` with no marker open, else a space.

    Always in 1…limit; depends on `text[:limit]` alone, so that a stream is cut the same wherever it was torn.
    """
    head = text[:limit]
    neutral = _neutral(head)
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(head, limit // 3)]
        index = len(neutral) - 1
        for end in reversed(ends):
            while index > 0 and neutral[index][0] > end:
                index -= 1
            if index >= 0 and neutral[index][0] <= end <= neutral[index][1]:
                return end
    spaces = [match.end() for match in _SPACE.finditer(head, limit // 3)]
    return spaces[-1] if spaces else limit


def protect_math(text: str, *, open_end: bool = False) -> str:
    """TeX turned into code spans between `FORMULA` signs: Markdown leaves its backslashes, stars and lines alone.

    With `open_end` half a formula at the end is code too (without the signs), until the other half comes.
    """
    if "$" not in text and "\\" not in text:
        return text
    text = _MATH.sub(_as_code, text)
    if open_end and (tail := _MATH_TAIL.search(text, max(0, len(text) - _TAIL_ROOM))):
        text = text[: tail.start()] + _code(tail["tex"])
    return text


def _as_code(match: re.Match[str]) -> str:
    tex = match["tex"]
    if tex is None or not _is_formula(tex):
        return match[0]
    return _code(tex.join(FORMULA))


def _is_formula(tex: str) -> bool:
    """Whether what stands between two dollars is one, and not words between two amounts of money."""
    return not _WORDS.search(tex) or bool(_SIGNS.search(tex))


def _code(tex: str) -> str:
    ticks = "`" * (1 + max((len(run) for run in re.findall(r"`+", tex)), default=0))
    return f"{ticks}{' '.join(tex.split())}{ticks}"


@frozen
class Run:
    """A stretch of plain text with its formats; `href` is the whole link target, `math` says that it is TeX."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    href: str = ""
    math: bool = False


_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<tick>`+)(?P<code>.+?)(?<!`)(?P=tick)(?!`)"
    r"|(?P<tex>\\\(.{1,500}?\\\)|(?<![\w$])\$(?![\s$])(?:[^$\n\\`]|\\[^()\n`]){1,300}?(?<![\s\\])\$(?![\d$]))"
    r"|!?\[(?P<label>[^\[\]]{0,300})\]\((?P<href>[^()\s]{0,2000})(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<auto>https?://[^<>\s]{1,2000})>"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~)",
    re.DOTALL,
)


def runs(text: str) -> list[Run]:
    """The inline Markdown of one table cell; what isn't understood stays as it was written."""
    found: list[Run] = []
    open_: dict[str, bool] = {}
    position = 0

    def put(piece: str, *, code: bool = False, href: str = "", math: bool = False) -> None:
        if piece:
            emphasis = "".join(mark for mark, on in open_.items() if on)
            stars = emphasis.count("*"), emphasis.count("_")
            bold = any(count >= 2 for count in stars)
            italic = any(count % 2 for count in stars)
            found.append(Run(piece, bold=bold, italic=italic, strike="~" in emphasis, code=code, href=href, math=math))

    for match in _INLINE.finditer(text):
        put(text[position : match.start()])
        position = match.end()
        if match["escaped"]:
            put(match["escaped"])
        elif match["code"]:
            put(match["code"].strip() or match["code"], code=True)
        elif match["tex"]:
            math = _is_formula(match["tex"])
            put(match["tex"], code=math, math=math)
        elif match["auto"]:
            put(match["auto"], href=match["auto"])
        elif match["href"] is not None:
            put(match["label"] or match["href"], href=match["href"])
        elif not _switch(open_, match, text):
            put(match[0])
    put(text[position:])
    return found


def _switch(open_: dict[str, bool], match: re.Match[str], text: str) -> bool:
    mark, start, end = match["mark"], match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if open_.get(mark):
        if before.isspace():
            return False
        open_[mark] = False
        return True
    closes_later = mark in text[end:]
    if after.isspace() or not closes_later or (mark[0] == "_" and before.isalnum()):
        return False
    open_[mark] = True
    return True
