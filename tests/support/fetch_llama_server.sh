#!/bin/bash
# Fetch a prebuilt llama.cpp server from Debian's unstable release into DIR, beside the system and without root:
#
#   fetch_llama_server.sh DIR        then: DIR/llama-server --model FILE ...
#
# apt resolves the packages in a private root of its own, so that nothing of the system is read or changed but
# which mirror it uses and how it reaches it. The server runs with the libc that comes along: unstable's needs a
# newer one than a stable Debian has. Needs apt-get and dpkg-deb only. What is there already is not fetched again.
set -euo pipefail

# How it is started: with its own loader and libc, and the CPU code that most machines can run. The baseline takes
# six times as long to read a prompt.
write_start() {
    cat >"$1/llama-server" <<'EOF'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
for lib in "$here"/root/usr/lib/*-linux-gnu*; do :; done
code=x64
if grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo; then code=haswell; fi
for backend in "$lib/ggml/backends0/libggml-cpu-$code.so" "$lib"/ggml/backends0/libggml-cpu-armv8.0_1.so; do
    [ -e "$backend" ] && export GGML_BACKEND_PATH="$backend"
done
for loader in "$lib"/ld-linux-*.so.*; do :; done
exec "$loader" --library-path "$lib:$lib/llama" "$here/root/usr/bin/llama-server" "$@"
EOF
    chmod +x "$1/llama-server"
}

target=$(realpath -m "$1")
if [ -d "$target/root" ]; then
    write_start "$target"
    exit 0
fi
for tool in apt-get apt-config dpkg-deb; do
    command -v "$tool" >/dev/null || {
        echo "No $tool here. Set LLAMA_SERVER_BIN to a llama.cpp server of your own (llama-server)." >&2
        exit 1
    }
done

mkdir -p "$(dirname "$target")"
work=$(mktemp -d "$target.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/apt/{state/lists/partial,cache/archives/partial}
: >"$work/apt/status"

mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
    awk '$2 !~ /-/ && !found { print $1; found = 1 }')
[ -n "$mirror" ] || { echo "apt knows no Debian mirror here: look at /etc/apt/sources.list." >&2; exit 1; }
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" >"$work/apt/sources.list"

# The machine's own way to its mirror (proxy, certificates) is kept, everything else of its configuration left out.
apt-config dump Acquire >"$work/apt/apt.conf"
cat >>"$work/apt/apt.conf" <<EOF
Dir::State "$work/apt/state";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt/cache";
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Debug::NoLocking "1";
APT::Sandbox::User "$(id -un)";
APT::Install-Recommends "0";
Acquire::Languages "none";
Acquire::Retries "3";
EOF
export APT_CONFIG="$work/apt/apt.conf"

fetch() { apt-get -qq update && apt-get -qq --yes --download-only install llama.cpp-tools; }
for wait_s in 5 20 0; do
    fetch && break
    [ "$wait_s" -gt 0 ] || { echo "The llama.cpp server could not be fetched; is the network up? Try again later." >&2; exit 1; }
    sleep "$wait_s"
done

for package in "$work"/apt/cache/archives/*.deb; do
    dpkg-deb --extract "$package" "$work/root"
done
rm -rf "$work/apt"

write_start "$work"
"$work/llama-server" --version >/dev/null 2>&1 || { echo "The fetched llama.cpp server does not start." >&2; exit 1; }

chmod 755 "$work"
rm -rf "$target"
mv -T "$work" "$target"
trap - EXIT
