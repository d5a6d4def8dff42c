"""The engine beside other agent libraries, and both beside a bare reader: CPU a tool round and for streamed tokens.

The peers (peers.txt) are installed by name into an environment of their own in the temporary folder, at the first run.
`python -m tests.benchmarks engine_peers`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Figures, child_environ, medians, print_table, sample
from tests.benchmarks.servers import model_server

HERE = Path(__file__).parent
PLACE = Path(tempfile.gettempdir()) / "inara-benchmark-peers"
PEERS = ("pydantic-ai", "openai-agents")
ROUNDS = (10, 50, 200)
TOKENS = 20_000  # a peer takes seconds for them


def installed() -> Path:
    """The Python of the peers' environment."""
    python = PLACE / "bin" / "python"
    wanted = (HERE / "peers.txt").read_text()
    done = PLACE / "installed.txt"
    if not done.exists() or done.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", PLACE], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--requirement", HERE / "peers.txt"]
        subprocess.run(pip, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        done.write_text(wanted)
    return python


def peer(python: Path, name: str, url: str, script: str) -> Figures:
    """One run of a peer in a process of its own."""
    command = [python, HERE / "peer_script.py", name, url, script]
    done = subprocess.run(command, env=child_environ(), capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _a_round(python: Path, name: str, url: str, rounds: int) -> Figures:
    return {"cpu_ms": peer(python, name, url, f"rounds-{rounds}")["cpu_s"] * 1000 / rounds}


def main(runs: int = 3) -> None:
    """Print the tables."""
    python = installed()
    with model_server() as url:
        rounds = {
            count: medians(
                {
                    **{
                        name: partial(sample, "engine_rounds", name, url, "asyncio", count)
                        for name in ("raw", "engine")
                    },
                    **{name: partial(_a_round, python, name, url, count) for name in PEERS},
                },
                runs,
            )
            for count in ROUNDS
        }
        rows: list[tuple[object, ...]] = []
        for name in ("raw", "engine", *PEERS):
            each = [rounds[count][name]["cpu_ms"] for count in ROUNDS]
            rows.append((name, *each, each[-1] / each[0]))
        head = ("", *(f"{count} rounds" for count in ROUNDS), f"growth {ROUNDS[0]} → {ROUNDS[-1]}")
        print_table("ms of CPU per tool round, asyncio", head, rows, "the engine's has two durable commits a round")
        script = f"stream-{TOKENS}"
        streams = medians(
            {
                **{name: partial(sample, "engine_stream", name, url, "asyncio", script) for name in ("raw", "engine")},
                **{name: partial(peer, python, name, url, script) for name in PEERS},
            },
            runs,
        )
        scale = 100_000 / TOKENS
        print_table(
            "CPU s per 100k streamed tokens, full speed, asyncio",
            ("", "CPU s", "wall s"),
            [(name, figures["cpu_s"] * scale, figures["wall_s"] * scale) for name, figures in streams.items()],
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
