#!/bin/bash
# Build what people install, into dist/, all from the versions in constraints.txt:
#
#   package.sh wheel     inara-VERSION-py3-none-any.whl, for pipx
#   package.sh bundle    inara-VERSION-linux-ARCH.tar.xz: one folder with everything, Python included
#   package.sh deb       inara_VERSION_ARCH.deb: that folder, with menu entry, icons, MIME type and URL handler
#
# Each builds what it stands on. PYTHON may name the Python to use (3.11 or newer, with a shared library).
set -euo pipefail

what=${1:?wheel, bundle or deb}
cd "$(dirname "$0")/.."
say() { echo "$*" >&2; }

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
# The same commit gives the same files.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
venv=build/package/venv
wheel=dist/inara-$version-py3-none-any.whl
machine=$(uname -m)
bundle=build/package/inara
pip=("$venv/bin/python" -m pip --disable-pip-version-check --quiet)
install=("${pip[@]}" install --retries 5 --constraint packaging/constraints.txt)

make_environment() {
    packaging/system_packages.sh packaging/system_packages_run.txt packaging/system_packages_package.txt
    say "Making an environment of the pinned versions …"
    rm -rf "$venv"
    "${PYTHON:-python3}" -m venv "$venv"
    "${install[@]}" pip hatchling
    "${install[@]}" --group package
}

build_wheel() {
    say "Building the wheel …"
    mkdir -p dist
    "${pip[@]}" wheel --no-deps --no-build-isolation --wheel-dir dist .
}

build_bundle() {
    say "Building the folder …"
    "${install[@]}" --force-reinstall --no-deps "$wheel"
    "${install[@]}" "$wheel"
    "$venv/bin/pyinstaller" --noconfirm --log-level ERROR --distpath build/package --workpath build/package/work \
        packaging/inara.spec
    find "$bundle" -name 'libpython*.so*' -exec strip --strip-unneeded {} +
    # Without it each start would compile again what PyInstaller left as source.
    "$venv/bin/python" -m compileall -q "$bundle" || true
    tar --create --xz --file "dist/inara-$version-linux-$machine.tar.xz" --directory build/package \
        --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" inara
}

depends() { # the packages of a list, as a control file names them
    sed -e '/^#/d' -e '/^$/d' packaging/system_packages_run.txt | paste -sd, | sed 's/,/, /g'
}

needed_libc() { # the newest version of libc that something in the folder asks for
    find "$bundle" -type f \( -name '*.so*' -o -name inara \) -exec objdump -T {} + 2>/dev/null |
        grep -o 'GLIBC_[0-9.]*' | sort -uV | sed -n '$s/GLIBC_//p'
}

complete_in() { # a folder `share`: what shells complete, where Debian's look for it
    local shell file
    for shell in bash:bash-completion/completions/inara zsh:zsh/vendor-completions/_inara \
        fish:fish/vendor_completions.d/inara.fish; do
        file=$1/${shell#*:}
        mkdir -p "$(dirname "$file")"
        "$venv/bin/inara" completion "${shell%%:*}" >"$file"
    done
}

build_deb() {
    say "Building the Debian package …"
    local root=build/package/deb architecture size
    architecture=$(dpkg --print-architecture)
    rm -rf "$root"
    mkdir -p "$root"/DEBIAN "$root"/usr/{bin,lib,share/{applications,metainfo,mime/packages,doc/inara}}
    cp -a "$bundle" "$root/usr/lib/inara"
    ln -s ../lib/inara/inara "$root/usr/bin/inara"
    local id=app.inara.Inara
    cp packaging/linux/$id.desktop "$root/usr/share/applications/"
    cp packaging/linux/$id.metainfo.xml "$root/usr/share/metainfo/"
    cp packaging/linux/$id.mime.xml "$root/usr/share/mime/packages/$id.xml"
    QT_QPA_PLATFORM=offscreen "$venv/bin/python" packaging/draw_icons.py hicolor "$root/usr/share/icons/hicolor"
    complete_in "$root/usr/share"
    cp LICENSE "$root/usr/share/doc/inara/copyright"
    gzip -9n <CHANGELOG.md >"$root/usr/share/doc/inara/changelog.gz"
    find "$root" -type d -exec chmod 755 {} +
    find "$root" -type f ! -path '*/usr/lib/inara/inara' ! -name '*.so*' -exec chmod 644 {} +
    size=$(du -sk --exclude DEBIAN "$root" | cut -f 1)
    cat >"$root/DEBIAN/control" <<CONTROL
Package: inara
Version: $version
Architecture: $architecture
Maintainer: The makers of Inara <maintainers@inara.invalid>
Installed-Size: $size
Depends: libc6 (>= $(needed_libc)), $(depends)
Recommends: gnome-keyring | kwalletmanager, xdg-desktop-portal, fonts-noto-color-emoji
Section: utils
Priority: optional
Description: private desktop assistant on your own machine and models
 Inara answers and does things with a model of your choice: one on your own
 machine, fully offline, or one of a vendor. It asks before it changes
 anything, shows exactly what it would do, and loses nothing.
CONTROL
    find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz --build "$root" "dist/inara_${version}_$architecture.deb" >/dev/null
}

make_environment
build_wheel
case $what in
    wheel) ;;
    bundle) build_bundle ;;
    deb) build_bundle && build_deb ;;
    *) say "wheel, bundle or deb, not $what" && exit 2 ;;
esac
ls -l dist >&2
