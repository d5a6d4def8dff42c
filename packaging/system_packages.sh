#!/bin/bash
# See that the Debian packages named in the lists are installed:
#
#   system_packages.sh LIST... [-- PACKAGE...]
#
# Installs what is missing when it may (as root, or with a sudo that asks no password). Otherwise it prints the one
# line to type and exits with 1. On a system without dpkg it says what is needed and goes on: names differ there.
set -euo pipefail

wanted=()
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
    while read -r line; do
        case $line in '' | '#'*) ;; *) wanted+=("$line") ;; esac
    done <"$1"
    shift
done
shift || true
wanted+=("$@")

if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian. Inara needs what Debian calls: ${wanted[*]}" >&2
    exit 0
fi

installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "Some system packages are missing. As an administrator, type:" >&2
    echo >&2
    echo "    sudo sh -c 'apt-get update && apt-get install --no-install-recommends ${missing[*]}'" >&2
    echo >&2
    exit 1
fi

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}
echo "Installing system packages: ${missing[*]}"
apt update
apt install --yes --no-install-recommends "${missing[@]}" >/dev/null
