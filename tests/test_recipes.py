"""What the recipes for the systems that can't be built here say of the project, against the project."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PACKAGING = Path(__file__).parents[1] / "packaging"
PROJECT = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text())["project"]
ID = "app.inara.Inara"


def test_the_flatpak_takes_the_bundle_of_this_version() -> None:
    manifest = (PACKAGING / f"flatpak/{ID}.yaml").read_text()
    archives = re.findall(r"path: (\.\./\S+)", manifest)
    bundles = [name for name in archives if name.endswith(".tar.xz")]
    assert bundles == [f"../../dist/inara-{PROJECT['version']}-linux-{arch}.tar.xz" for arch in ("x86_64", "aarch64")]
    for name in set(archives) - set(bundles):
        assert (PACKAGING / "flatpak" / name).exists()


def test_the_newest_release_in_the_metadata_is_this_version() -> None:
    releases = ET.parse(PACKAGING / f"linux/{ID}.metainfo.xml").getroot().iter("release")
    assert next(releases).get("version") == PROJECT["version"]


def test_the_desktop_entry_starts_what_is_installed() -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # names keep their case
    entry.read(PACKAGING / f"linux/{ID}.desktop", encoding="utf-8")
    commands = [entry[section]["Exec"].split()[0] for section in entry.sections()]
    assert {*commands, entry["Desktop Entry"]["TryExec"]} == set(PROJECT["scripts"])


def test_what_other_systems_read_is_well_formed() -> None:
    recipe = (PACKAGING / "inara.spec").read_text()
    ast.parse(recipe)
    assert plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())


@pytest.mark.parametrize("script", ["package.ps1", "inara.iss"])
def test_the_windows_recipe_names_programs_that_are_built(script: str) -> None:
    recipe = (PACKAGING / "inara.spec").read_text()
    made = set(re.findall(r'start\("([\w-]+)"', recipe))
    named = set(re.findall(r"\{app\}\\([\w-]+)\.exe", (PACKAGING / "windows" / script).read_text()))
    assert named <= made
