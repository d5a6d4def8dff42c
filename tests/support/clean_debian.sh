#!/bin/bash
# Make DIR a minimal Debian of this machine's release, with nothing in it but what Debian puts there.
#
#   clean_debian.sh DIR
#
# From the mirror that this machine's apt uses. Needs root and debootstrap.
set -euo pipefail

root=${1:?a folder}
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || { tail -20 "$root.log" >&2; exit 1; }
# How this machine reaches the mirror (a proxy, say) holds in there as well.
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
