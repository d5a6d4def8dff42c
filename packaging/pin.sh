#!/bin/bash
# Write packaging/constraints.txt anew: the newest versions that pyproject.toml allows, as they install together now.
# Run it with the oldest Python we support, then run the tests, then commit.
set -euo pipefail

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3.11}" -m venv "$work/venv"
pip=("$work/venv/bin/python" -m pip --disable-pip-version-check)
"${pip[@]}" --quiet install --upgrade pip setuptools hatchling editables
"${pip[@]}" --quiet install --group dev --group package
"${pip[@]}" --quiet install --no-build-isolation --editable .
{
    echo "# The exact versions that are tested together. Written by packaging/pin.sh."
    "${pip[@]}" list --format=freeze --exclude inara
} >"$work/constraints.txt"
cp "$work/constraints.txt" packaging/constraints.txt
