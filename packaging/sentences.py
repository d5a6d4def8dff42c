"""Collects what the engine says to people, from its source, into resources/inara_resources/translations/sentences.json.

The engine speaks English: terminal, API, log and models read it. The window recognises each sentence when it shows it
(`inara_desktop.said`), and for that has them all as patterns: "There is no model {1}.". What reads like words counts,
unless something below says that nobody sees it in the window. A condition inside a text makes two patterns of it.

- `sentences`: errors and their next steps, findings, refusals, reasons, notices, progress, one by one
- `deeds`: what a call will do (`Action.summary`), too short to be looked for anywhere else
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "engine/inara_engine"
TARGET = ROOT / "resources/inara_resources/translations/sentences.json"

ELSEWHERE = (  # modules that speak to terminals, programs, models, files
    "frozen.py",  # as the standard decorator
    *("cli/", "api/", "remote/frames.py", "tracing.py", "logs.py"),
    *("attached.py", "context.py", "jobs/history.py", "memory/prompts.py", "titles.py", "exports.py", "jobs/repair.py"),
    *("imports/chatgpt.py", "imports/claude.py", "imports/own.py", "mcp/results.py", "tools/web_readable.py"),
    *("providers/command_line_prompt.py", "providers/command_line_process.py", "providers/demo.py"),
    *("providers/gemini_schema.py", "settings/starter.py", "store/schema.py", "store/search.py", "store/usage.py"),
    *("store/jobs.py", "scheduling/wall_timer.py", "tools/fetching_values.py"),
)
SHOWN_THOUGH = ("api/server.py",)  # why the interface for other programs is not open
SILENT_CALLS = {  # what these are given describes arguments to models, is a format, SQL, a name, a bug
    *("Field", "ToolOutput", "Message", "StringConstraints", "TypeError", "OSError", "CronSimError", "cast"),
    *("Path", "compile", "search", "strftime", "create_task", "startswith", "gaierror", "removeprefix"),
    *("execute", "executemany", "executescript", "_rows", "_read", "read", "_delete", "create_item", "insert", "words"),
    "SessionRenamed",
}
SILENT_LISTS = {"shown", "head"}  # `shown.append`: for models
SILENT_NAMES = {  # tables and prompts
    *("DESCRIBED", "TITLES", "MEMORY", "HELLO", "LOOK", "_ROLE", "PATH", "CONTINUE"),
    *("_RISK_DESCRIPTION", "_CAPABILITIES_DESCRIPTION", "_SHARED_NAMES"),
}
SILENT_ARGUMENTS = {"kind", "group", "name", "preview_kind", "vendor"}
SAID_CALLS = {"Fault", "Problem", "Detail", "Finding", "Confirm", "Deny"}  # what these are given may be a single word
SPELLED = {  # what comes out of a function, where words depend on it
    "counted(content)": ["1 line", "\0 lines"],
    "_WORDS.get(kind, 'a value')": ["text", "true or false", "a value"]
    + [
        f"{number}{bounds}"
        for number in ("a number", "a whole number")
        for bounds in ("", " from \0 to \0", " from \0 on", " above \0")
    ],
    "bounds": [""],
    "f'{field.title} is {pattern[1]}.'": [
        *("\0 is an e-mail address, such as ada@example.org.", "\0 is an address, such as https://example.org."),
        *("\0 is a date, such as 2026-01-31.", "\0 is a date and time, such as 2026-01-31T08:30:00Z."),
    ],
    "f'{summary}, replacing what is there'": ["Move \0 to \0, replacing what is there"],
    "f'{action.summary} for “{words}”'": ["Search the files in \0 for “\0”"],
    "allowed_by": ["window", "terminal"],
    "f'Off the record nothing is {what}.'": [
        f"Off the record nothing is {what}." for what in ("remembered", "written", "forgotten", "distilled", "kept")
    ],
    "f'there is no {kind} \"{name}\"'": ['there is no model "\0"', 'there is no profile "\0"'],
    "f'there is no {kind} \"{name}\", and none is configured'": [
        'there is no model "\0", and none is configured',
        'there is no profile "\0", and none is configured',
    ],
}
NO_WORDS = re.compile(
    r"^[A-Z]+ [A-Z]|^AND |SELECT |_at\b|session_id|\\[dswS]|[?]:|= \?|%[YHs]|^[/(^\[']|^<!--|^#|-->$|\n|<<<"  # SQL
    r"|^\d{3} [A-Z]|HTTP/1|Mozilla|^Library/|^Connection: |^application/|^gzip|^Bearer "  # the wire
    r"|^Value error|^a frame |^… |  \(|\]$|\[…|^private, |^Yours to edit|^You are \{|^A note marked|^sign-in "  # models
    r"|Go back to Inara|^You can close|^Thank you"  # in the browser
)
WORDS = re.compile(
    r"[A-Za-z’'{}0-9”“`]{2,}[,:;.]? .*[A-Za-z]{2,}|[a-z]{2,} \{|\} [a-z]{2,}|^[A-Z][a-z]+(…|\.)$|^an? [a-z]+"
)
OF_THE_SYSTEM = {  # what stands in fields, where the system's own language is English
    *("Operation not permitted", "No such file or directory", "Input/output error", "Permission denied", "File exists"),
    *("Not a directory", "Is a directory", "Too many open files", "No space left on device", "Read-only file system"),
    *("File name too long", "Too many levels of symbolic links", "Connection refused", "Disk quota exceeded"),
}
FIELD = re.compile(r"\{\d+\}")
PLACE = re.compile(r"\{[a-z_]*\}")  # what `format` fills in later
SENTENCE_END = re.compile("(?:(?<!e\\.g\\.)(?<=[.?!])|(?<=: \0)|(?<=[.?!]\0))\\s+(?=[A-Z“`\0])")
STATUS = re.compile("^(complete|error|skipped): ")  # of a schedule's run, kept before its result
LEAST_LETTERS = 4  # beside the fields
SHORT = {"{1} at {2}: {3}"}  # known again though it says less
MOST_VARIANTS = 24

Names = Mapping[str, list[str]]


def templates(node: ast.AST, names: Names) -> list[str]:
    """What a text may be, with a NUL for each field; one for each way its conditions go. [] where it is no text.

    `names` are variables and what they may hold, as templates.
    """
    match node:
        case ast.Constant(value=str(text)):
            return [PLACE.sub("\0", text)]
        case ast.IfExp(body=body, orelse=orelse):
            return [*templates(body, names), *templates(orelse, names)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            sides = templates(left, names), templates(right, names)
            return [a + b for a, b in product(sides[0] or ["\0"], sides[1] or ["\0"])] if any(sides) else []
        case ast.JoinedStr() if (whole := ast.unparse(node)) in SPELLED:
            return SPELLED[whole]
        case ast.JoinedStr(values=values):
            parts = [_filled(value, names) for value in values]
            if len(variants := ["".join(each) for each in product(*parts)]) <= MOST_VARIANTS:
                return variants
            return ["".join(each[0] if len(each) == 1 else "\0" for each in parts)]
        case _:
            return []


def _filled(value: ast.expr, names: Names) -> list[str]:
    match value:
        case ast.FormattedValue(value=ast.IfExp() as either):
            return _either(either, names)
        case ast.FormattedValue(value=ast.Name(id=name)) if name in names:
            return names[name]
        case ast.FormattedValue(value=inner):
            return SPELLED.get(ast.unparse(inner), ["\0"])
        case _:
            return templates(value, names)


def _either(node: ast.expr, names: Names) -> list[str]:
    """As `templates`, and a field where something else than a text may come."""
    if isinstance(node, ast.IfExp) and templates(node, names):
        return [each for side in (node.body, node.orelse) for each in _either(side, names)]
    return templates(node, names) or ["\0"]


def texts_of(function: ast.AST) -> dict[str, list[str]]:
    """The variables of a function that hold nothing but texts and go nowhere but into others."""
    within = [node for node in ast.walk(function) if isinstance(node, ast.FormattedValue)]
    inside = Counter(node.value.id for node in within if isinstance(node.value, ast.Name))
    loads = Counter(
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    )
    stores = Counter(
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    found: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Assign)
            and isinstance(name := node.targets[0], ast.Name)
            and loads[name.id] == inside[name.id]
            and templates(node.value, {})
        ):
            found.setdefault(name.id, []).extend(_either(node.value, {}))
            stores[name.id] -= 1
    return {name: made for name, made in found.items() if stores[name] == 0 and inside[name]}


def sentences(template: str) -> Iterator[str]:
    """A template's sentences, their fields numbered. What is a field alone is none."""
    start = 0
    for end in [*(match for match in SENTENCE_END.finditer(template)), None]:
        text = template[start : end.start() if end else len(template)]
        if end and (text.count("“") > text.count("”") or text.count("(") > text.count(")")):
            continue
        start = end.end() if end else len(template)
        text = re.sub("(?<=[.?!])\0+$", "", STATUS.sub("", text.strip()).lstrip(" ;,:")).rstrip(" ;,")
        yield numbered(re.sub("^\0\\s*(?=[A-Z`])", "", text))


def numbered(template: str) -> str:
    """The fields as {1}, {2}."""
    count = iter(range(1, 100))
    return re.sub("\0+", lambda _: f"{{{next(count)}}}", template)


def said_in(
    node: ast.AST, kind: str = "sentences", names: Names = MappingProxyType({}), *, alone: bool = False
) -> Iterator[tuple[str, str]]:
    """Kind and pattern of each text below; `alone` where a single word is one too."""
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            names = texts_of(node)
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if (
            name in names or name in SILENT_NAMES
        ):
            return
        case ast.Compare(left=left, comparators=others):  # what is looked for
            for side in (left, *others):
                if not isinstance(side, ast.Constant):
                    yield from said_in(side, kind, names)
            return
        case ast.Tuple() | ast.List():
            alone = False
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
            return
        case ast.Call(func=ast.Attribute(attr="append", value=ast.Name(id=name))) if name in SILENT_LISTS:
            return
        case ast.Call(func=ast.Name(id="prepare_reading"), args=[*_, ast.Constant(value=str(text))]):
            yield "deeds", PLACE.sub("{1}", text)
            return
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in SILENT_CALLS:
            return
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            alone = name in SAID_CALLS
        case ast.Dict(keys=[ast.Constant(value="summary"), *_], values=[ast.JoinedStr() as text, *_]):
            yield "deeds", numbered(*templates(text, names))
            return
        case ast.keyword(arg=name) if name in SILENT_ARGUMENTS:
            return
        case ast.keyword(arg="summary") | ast.Assign(targets=[ast.Name(id="summary")]):
            kind = "deeds"
        case ast.expr() if made := templates(node, names):
            whole = [one for each in made for one in ([numbered(each)] if kind == "deeds" else sentences(each))]
            yield from ((kind, each) for each in whole if worth(kind, each, alone=alone))
            for inner in ast.walk(node):  # the texts within its fields
                if isinstance(inner, ast.FormattedValue):
                    yield from said_in(inner.value, "sentences", names)
            return
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        yield from said_in(child, kind, names, alone=alone)


def worth(kind: str, text: str, *, alone: bool) -> bool:
    """Whether it reads like words, and says enough to be known again."""
    words = FIELD.sub("", text)
    letters = sum(map(str.isalpha, words))
    if NO_WORDS.search(text) or not letters:
        return False
    if kind == "deeds" or text in SHORT:
        return True
    if alone and not FIELD.search(text):
        return letters > 1
    return bool(WORDS.search(text)) and (letters >= LEAST_LETTERS or not FIELD.search(text))


def collected(engine: Path = ENGINE) -> dict[str, list[str]]:
    """All there is, sorted."""
    found: dict[str, set[str]] = {"sentences": {*OF_THE_SYSTEM}, "deeds": set()}
    for path in sorted(engine.rglob("*.py")):
        name = path.relative_to(engine).as_posix()
        if name.startswith(ELSEWHERE) and name not in SHOWN_THOUGH:
            continue
        source = path.read_text("utf-8")
        if name.startswith("mcp/"):  # where a server's name stands in its place
            source = source.replace(" NAME", " {name}")
        for kind, text in said_in(ast.parse(source)):
            found[kind].add(text)
    return {kind: sorted(texts) for kind, texts in found.items()}


def main() -> None:
    """Write the file."""
    text = json.dumps(collected(), ensure_ascii=False, indent=1)
    (Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET).write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
