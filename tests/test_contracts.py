"""What the tree as a whole promises: who imports whom, no nested event loop, nothing of one machine in a file.

A contract is trusted only because a planted violation of it is seen to fail. `make check` runs the tests named
`test_the_tree_…`; the plants run with all tests.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE_ROOTS = ("engine", "desktop", "resources")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]

# By contract: a file, and a line that breaks the contract when it is added there.
PLANTS = [
    ("engine knows neither Qt nor the desktop", "engine/inara_engine/errors.py", "import PySide6"),
    ("engine knows neither Qt nor the desktop", "engine/inara_engine/errors.py", "import inara_desktop"),
    ("engine layers point down", "engine/inara_engine/errors.py", "import inara_engine.events"),
    ("engine layers point down", "engine/inara_engine/planted.py", "'''In no layer.'''"),
    ("the desktop sees only the face and its values", "desktop/inara_desktop/planted.py", "import inara_engine.store"),
    ("no cycles", "desktop/inara_desktop/planted.py", "import inara_desktop.planted_too"),
]
COMPANION = "import inara_desktop.planted\n"  # desktop/inara_desktop/planted_too.py, the other half of a cycle

NESTED_LOOP = re.compile(
    r"\.exec_?\(|(?<!qasync\.)\bQEventLoop\(|\.processEvents\("
    r"|\b(?:QMessageBox|QFileDialog|QInputDialog|QColorDialog|QFontDialog)"
    r"\.(?:about|aboutQt|critical|information|question|warning|get\w+)\("
)
BEFORE_ANY_LOOP = re.compile(r"desktop/inara_desktop/app\.py:\d+: app\.processEvents\(")  # the first paint
PLAIN_FROZEN = re.compile(r"@dataclass\(frozen=True, slots=True")
REGISTRY_HOST = re.compile(r"https?://[a-z0-9.-]*\b(?:pypi|pythonhosted|npmjs|npm|debian)\.[a-z]+")
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work/|opt/(?!homebrew))[a-z.]|/root/\.(?:pyenv|cache|npmrc|config)")


def lint_imports(tree: Path) -> tuple[dict[str, str], str]:
    """KEPT or BROKEN by contract, for the source roots under `tree`, and the whole report."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=tree,
        env={"PYTHONPATH": ":".join(str(tree / root) for root in SOURCE_ROOTS), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
    assert verdicts, done.stdout + done.stderr
    return verdicts, done.stdout


def own_files() -> Iterator[tuple[str, str]]:
    """Path and text of each file that is ours: what git knows, or would if it were added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, or a file just deleted


def places(pattern: re.Pattern[str], under: str = "") -> list[str]:
    """Where our files match, as "path:line: text"."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in own_files()
        if name.startswith(under)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_tree_keeps_every_import_contract() -> None:
    verdicts, report = lint_imports(ROOT)
    assert verdicts == {contract["name"]: "KEPT" for contract in CONTRACTS}, report


def test_the_tree_opens_no_nested_event_loop() -> None:
    found = [place for place in places(NESTED_LOOP, "desktop/") if not BEFORE_ANY_LOOP.match(place)]
    assert found == []


def test_the_tree_makes_frozen_values_in_one_way() -> None:
    assert places(PLAIN_FROZEN, "engine/") + places(PLAIN_FROZEN, "desktop/") == []


def test_the_tree_names_no_registry_and_no_machine() -> None:
    assert places(REGISTRY_HOST) == []
    assert places(ONE_MACHINE) == []


def test_the_tree_pins_names_and_versions_only() -> None:
    lines = (ROOT / "packaging/constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)] == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (NESTED_LOOP, "dialog.exec()"),
        (NESTED_LOOP, "QMessageBox.question(self, 'Sure?')"),
        (PLAIN_FROZEN, "@dataclass(frozen=True, slots=True)"),
        (REGISTRY_HOST, "index = https://" + "mirror.pypi.org/simple"),
        (ONE_MACHINE, "cp /" + "opt/wheels/x.whl ."),
    ],
)
def test_each_pattern_finds_what_it_is_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def test_every_contract_has_a_plant() -> None:
    assert {contract for contract, _, _ in PLANTS} == {contract["name"] for contract in CONTRACTS}


@pytest.mark.parametrize(("contract", "file", "line"), PLANTS)
def test_a_planted_violation_breaks_its_contract(tmp_path: Path, contract: str, file: str, line: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for root in SOURCE_ROOTS:
        shutil.copytree(ROOT / root, tmp_path / root, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "desktop/inara_desktop/planted_too.py").write_text(COMPANION if "cycle" in contract else "")
    with (tmp_path / file).open("a") as planted:
        planted.write(f"\n{line}\n")

    verdicts, report = lint_imports(tmp_path)
    assert verdicts[contract] == "BROKEN", report
