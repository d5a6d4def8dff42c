#!/bin/bash
# Make this checkout ready:
#
#   setup.sh run     to start Inara: virtual environment, pinned dependencies, the window's system packages
#   setup.sh test    to test it: the above, the tests' dependencies and packages, a llama.cpp server, MCP servers
#
# Does nothing, quickly, when everything is there. PYTHON may name the Python to use (3.11 or newer).
set -euo pipefail

what=${1:?run or test}
cd "$(dirname "$0")/.."

say() { echo "$*" >&2; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 /usr/bin/python3}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Inara needs Python 3.11 or newer. On Debian: sudo apt-get install python3"
    exit 1
}

# What a finished set-up depends on. A virtual environment can't be moved, nor change its Python.
fingerprint() {
    { pwd; readlink -f .venv/bin/python; cat pyproject.toml packaging/*.txt packaging/setup.sh tests/support/fetch_*.sh tests/support/mcp_servers/*; } | sha256sum | cut -d ' ' -f 1
}

is_ready() {
    [ -x .venv/bin/python ] && [ "$(cat ".venv/ready-to-$what" 2>/dev/null)" = "$(fingerprint)" ]
}

make_environment() {
    local python=$1
    # One whose Python is gone, or that was made elsewhere, is made anew.
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1 || ! grep -qsF "$PWD/.venv" .venv/pyvenv.cfg; then
        say "Making a virtual environment with $("$python" --version) …"
        "$python" -m venv --clear "$PWD/.venv"
    fi
}

install_dependencies() {
    local pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
    local install=("${pip[@]}" install --retries 5 --constraint packaging/constraints.txt)
    say "Installing what Inara depends on …"
    "${install[@]}" pip hatchling editables
    if [ "$what" = test ]; then "${install[@]}" --group dev; fi
    "${install[@]}" --no-build-isolation --editable .
}

# Without it each start would compile everything again where writing byte code is switched off.
compile() {
    .venv/bin/python -m compileall -q -j 0 .venv/lib engine desktop resources >/dev/null || true
}

lists=(packaging/system_packages_run.txt)
if [ "$what" = test ]; then lists+=(packaging/system_packages_test.txt); fi

if ! is_ready; then
    python=$(find_python)
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1 && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        packaging/system_packages.sh "${lists[@]}" -- "python$version-venv"
    fi
    make_environment "$python"
    install_dependencies
    compile
    fingerprint >".venv/ready-to-$what"
    if [ "$what" = test ]; then cp .venv/ready-to-test .venv/ready-to-run; fi
fi

if [ "$what" = run ]; then
    # The terminal does without; what the window lacks, it says itself.
    packaging/system_packages.sh "${lists[@]}" || say "Going on without them: the window may not open."
    exit 0
fi

packaging/system_packages.sh "${lists[@]}"
cache=${INARA_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/inara-tests}
[ -e "$cache/mcp-servers/fetched" ] || say "Fetching MCP servers for the tests …"
tests/support/fetch_mcp_servers.sh "$cache/mcp-servers"
if [ -z "${LLAMA_SERVER_BIN:-}" ]; then
    [ -x "$cache/llama-server/llama-server" ] || say "Fetching a llama.cpp server for the tests …"
    tests/support/fetch_llama_server.sh "$cache/llama-server"
fi
