#!/bin/sh
# Collects the window's texts, and what the engine says (sentences.py), into resources/inara_resources/translations/*.ts, and compiles those into *.qm.
#   translate.sh             after texts changed: then fill what is unfinished (pyside6-linguist, or an editor) and run it again
#   translate.sh collect TS  only collect, into one file: what the test compares with
# A new language: touch resources/inara_resources/translations/inara_XX.ts, run this, fill it, add XX to the setting.
set -eu
cd "$(dirname "$0")/.."
bin=${VIRTUAL_ENV:-$PWD/.venv}/bin
tables=$(mktemp -d)
trap 'rm -rf "$tables"' EXIT
[ "${1:-}" = collect ] || "$bin/python" packaging/sentences.py
"$bin/python" - "$tables/tables.py" <<'PYTHON'
import pathlib, sys
from inara_desktop.language import tables
import json
lines = [f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in tables()]
pathlib.Path(sys.argv[1]).write_text("\n".join(lines) + "\n")
PYTHON
collect() {
    "$bin/pyside6-lupdate" -silent -no-obsolete -locations none -source-language en -extensions py -tr-function-alias QT_TRANSLATE_NOOP+=later \
        desktop/inara_desktop "$tables/tables.py" -ts "$1"
}
if [ "${1:-}" = collect ]; then
    collect "$2"
    exit
fi
for ts in resources/inara_resources/translations/*.ts; do
    collect "$ts"
    "$bin/pyside6-lrelease" -silent -nounfinished "$ts" -qm "${ts%.ts}.qm"
done
