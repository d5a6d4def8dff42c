"""Colours for one line of code at a time: a state number carries comments and long strings to the next line."""

from __future__ import annotations

import re
from functools import cache

from inara_desktop.wording import translate
from inara_engine.frozen import frozen

__all__ = ["Piece", "highlight", "language_name"]


@frozen
class Piece:
    """`length` characters from `start` (in characters) are of a kind: a keyword, a string."""

    start: int
    length: int
    kind: str


@frozen
class _Language:
    words: str = ""
    line_comment: str = ""
    spans: tuple[tuple[str, str, str], ...] = ()  # (kind, opens, closes): may run over lines
    strings: str = "\"'"
    ignore_case: bool = False
    extra: tuple[tuple[str, str], ...] = ()  # (kind, pattern), before all others


_C_SPANS = (("comment", "/*", "*/"),)
_C_WORDS = (
    "auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern "
    "false final float for friend goto if inline int interface internal long namespace new nullptr null operator "
    "override private protected public record return sealed short signed sizeof static struct super switch template "
    "this throw throws true try typedef typename union unsigned using var virtual void volatile while abstract boolean "
    "byte extends implements import package instanceof string foreach in is as async await get set fun val when object "
    "companion data let guard func self"
)
_JS_WORDS = (
    "abstract any as async await boolean break case catch class const continue debugger declare default delete do else "
    "enum export extends false finally for from function get if implements import in instanceof interface keyof let "
    "namespace never new null number of private protected public readonly return set static string super switch this "
    "throw true try type typeof undefined unknown var void while with yield"
)
_LANGUAGES = {
    "python": _Language(
        "and as assert async await break case class continue def del elif else except False finally for from global if "
        "import in is lambda match None nonlocal not or pass raise return self True try type while with yield",
        "#",
        (("string", '"""', '"""'), ("string", "'''", "'''")),
        extra=(("function", r"^\s*@[\w.]+"),),
    ),
    "javascript": _Language(_JS_WORDS, "//", (*_C_SPANS, ("string", "`", "`"))),
    "json": _Language("true false null", extra=(("function", r'"(?:[^"\\]|\\.)*"(?=\s*:)'),)),
    "bash": _Language(
        "alias case cd do done echo elif else esac exit export fi for function if in local read return select set "
        "shift source sudo then trap unset until while",
        "#",
        extra=(("number", r"\$\{?[\w@#?*!$-]+\}?"), ("function", r"(?<=\s)--?[A-Za-z][\w-]*")),
    ),
    "c": _Language(_C_WORDS, "//", _C_SPANS, extra=(("keyword", r"^\s*#\s*\w+"),)),
    "rust": _Language(
        "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod "
        "move mut pub ref return self Self static struct super trait true type unsafe use where while i32 "
        "i64 u8 u32 u64 "
        "usize f64 bool str String Vec Option Result Some None Ok Err",
        "//",
        _C_SPANS,
        strings='"',
        extra=(("function", r"\b\w+!"), ("number", r"'\w+\b(?!')"), ("comment", r"^\s*#!?\[.*\]")),
    ),
    "go": _Language(
        "break case chan const continue default defer else fallthrough false for func go goto if import interface "
        "iota map nil package range return select string struct switch true type var int int64 float64 bool byte error",
        "//",
        (*_C_SPANS, ("string", "`", "`")),
    ),
    "html": _Language(
        "",
        "",
        (("comment", "<!--", "-->"),),
        extra=(("keyword", r"</?[A-Za-z][\w:-]*|/?>"), ("function", r"\b[\w:@.-]+(?==)"), ("number", r"&\#?\w+;")),
    ),
    "css": _Language(
        "important",
        "",
        _C_SPANS,
        extra=(
            ("function", r"[\w-]+(?=\s*:\s)"),
            ("number", r"\#[0-9a-fA-F]{3,8}\b|\b\d[\w.%]*"),
            ("keyword", r"@[\w-]+|[.\#][A-Za-z][\w-]*"),
        ),
    ),
    "sql": _Language(
        "add all alter and as asc begin between by case check column commit constraint create cross default delete "
        "desc distinct drop else end exists foreign from full group having if in index inner insert integer into is "
        "join key left like limit not null offset on or order outer primary references returning rollback "
        "select set table text "
        "then union unique update using values view when where with",
        "--",
        _C_SPANS,
        ignore_case=True,
    ),
    "yaml": _Language(
        "true false null yes no on off", "#", extra=(("function", r"^\s*(?:-\s+)*[\w.\"'/-]+(?=\s*:(?:\s|$))"),)
    ),
    "toml": _Language(
        "true false",
        "#",
        (("string", '"""', '"""'), ("string", "'''", "'''")),
        extra=(("keyword", r"^\s*\[{1,2}[^\]]*\]{1,2}"), ("function", r"^\s*[\w.\"-]+(?=\s*=)")),
    ),
    "generic": _Language(
        "break case catch class const continue def do else end enum false fn for func function if import in let local "
        "module new nil null package private public return static struct then this throw true try type use var void "
        "while",
        "",
        _C_SPANS,
        extra=(("comment", r"(?:^|\s)(?:\#|//|--)\s.*"),),
    ),
}
_ALIASES = {
    "py": "python", "python3": "python", "pycon": "python", "js": "javascript", "jsx": "javascript", "ts": "javascript",
    "tsx": "javascript", "typescript": "javascript", "node": "javascript", "jsonc": "json", "json5": "json",
    "sh": "bash", "shell": "bash", "zsh": "bash", "console": "bash", "fish": "bash", "dockerfile": "bash",
    "cpp": "c", "c++": "c", "h": "c", "hpp": "c", "java": "c", "cs": "c", "csharp": "c", "kotlin": "c", "kt": "c",
    "swift": "c", "scala": "c", "php": "c", "objc": "c", "dart": "c", "rs": "rust", "golang": "go", "xml": "html",
    "svg": "html", "vue": "html", "xhtml": "html", "scss": "css", "less": "css", "sqlite": "sql", "postgresql": "sql",
    "mysql": "sql", "yml": "yaml", "ini": "toml", "conf": "toml", "patch": "diff",
}  # fmt: skip
_PLAIN = {"text", "txt", "plain", "plaintext", "output", "log", "markdown", "md"}
_NAMES = {
    "bash": "Bash", "c": "C", "cpp": "C++", "cs": "C#", "csharp": "C#", "css": "CSS", "diff": "Diff", "go": "Go",
    "html": "HTML", "ini": "INI", "java": "Java", "javascript": "JavaScript", "js": "JavaScript", "json": "JSON",
    "jsx": "JSX", "kotlin": "Kotlin", "md": "Markdown", "php": "PHP", "py": "Python", "python": "Python",
    "rs": "Rust", "rust": "Rust", "sh": "Shell", "shell": "Shell", "sql": "SQL", "svg": "SVG", "swift": "Swift",
    "toml": "TOML", "ts": "TypeScript", "tsx": "TSX", "typescript": "TypeScript", "xml": "XML", "yaml": "YAML",
    "yml": "YAML", "text": "Text", "txt": "Text",
}  # fmt: skip


def language_name(info: str) -> str:
    """The label over a code block."""
    return _NAMES.get(info.lower(), info) or translate("CodeBlock", "Code")


@cache
def _compiled(language: str) -> tuple[re.Pattern[str], tuple[tuple[str, str, str], ...]] | None:
    spec = _LANGUAGES.get(language)
    if spec is None:
        return None
    groups = [f"(?P<x{i}_{kind}>{pattern})" for i, (kind, pattern) in enumerate(spec.extra)]
    groups += [f"(?P<s{i}>{re.escape(opens)})" for i, (_, opens, _) in enumerate(spec.spans)]
    if spec.line_comment:
        groups.append(rf"(?P<comment>{re.escape(spec.line_comment)}.*)")
    for i, quote in enumerate(spec.strings):
        groups.append(rf"(?P<q{i}_string>{quote}(?:[^{quote}\\]|\\.)*{quote}?)")
    groups.append(r"(?P<number>\b\d[\w.]*\b)")
    if spec.words:
        groups.append(rf"(?P<keyword>\b(?:{'|'.join(spec.words.split())})\b)")
    groups.append(r"(?P<function>\b[A-Za-z_]\w*(?=\())")
    return re.compile("|".join(groups), re.IGNORECASE if spec.ignore_case else 0), spec.spans


def highlight(line: str, info: str, state: int = 0) -> tuple[list[Piece], int]:
    """The coloured pieces of a line and the state for the next one (0: nothing is open)."""
    name = info.lower()
    name = _ALIASES.get(name, name)
    if name == "diff":
        return _diff(line), 0
    if name in _PLAIN:
        return [], 0
    compiled = _compiled(name) or _compiled("generic")
    if compiled is None:
        return [], 0
    pattern, spans = compiled
    pieces: list[Piece] = []
    position = 0
    if state:
        kind, _, closes = spans[state - 1]
        end = line.find(closes)
        if end < 0:
            return [Piece(0, len(line), kind)], state
        position = end + len(closes)
        pieces.append(Piece(0, position, kind))
    while match := pattern.search(line, position):
        group = match.lastgroup or ""
        position = match.end()
        if group[0] == "s" and group[1:].isdigit():
            index = int(group[1:])
            kind, _, closes = spans[index]
            end = line.find(closes, position)
            if end < 0:
                pieces.append(Piece(match.start(), len(line) - match.start(), kind))
                return pieces, index + 1
            position = end + len(closes)
        else:
            kind = group.rpartition("_")[2]
        if position > match.start():
            pieces.append(Piece(match.start(), position - match.start(), kind))
        else:
            position += 1
    return pieces, 0


def _diff(line: str) -> list[Piece]:
    kinds = {"+": "added", "-": "removed", "@": "function"}
    kind = kinds.get(line[:1])
    return [Piece(0, len(line), kind)] if kind else []
