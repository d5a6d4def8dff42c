#!/bin/bash
# Build Inara for macOS 12 or newer, on a Mac with Python 3.12 and Xcode's command line tools:
#
#     packaging/macos/package.sh
#
# Leaves dist/inara-VERSION-macos-ARCH.dmg. SIGN="Developer ID Application: …" signs with that identity; without it the
# signature is ad hoc, and macOS asks before the first start. Written against the documentation; not built or tried on
# the machines that test Inara. Known to be missing there: links `inara:` and conversations opened from the Finder come as
# Qt's file-open events, which nothing takes yet, so neither is declared; the quick prompt has no global keys.
set -euo pipefail

cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
venv=build/package/venv
install=("$venv/bin/python" -m pip install --quiet --constraint packaging/constraints.txt)

python3.12 -m venv --clear "$venv"
"${install[@]}" pip hatchling
"${install[@]}" --group package
"$venv/bin/python" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
"${install[@]}" "dist/inara-$version-py3-none-any.whl"

QT_QPA_PLATFORM=offscreen "$venv/bin/python" packaging/draw_icons.py iconset packaging/build/inara.iconset
iconutil --convert icns --output packaging/build/inara.icns packaging/build/inara.iconset
"$venv/bin/pyinstaller" --noconfirm --log-level ERROR --distpath build/package --workpath build/package/work \
    packaging/inara.spec

app=build/package/Inara.app
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist --sign "${SIGN:--}" "$app"
rm -rf build/package/dmg && mkdir -p build/package/dmg
cp -R "$app" build/package/dmg/
ln -s /Applications build/package/dmg/Applications
hdiutil create -quiet -ov -volname Inara -srcfolder build/package/dmg -format UDZO \
    "dist/inara-$version-macos-$(uname -m).dmg"
