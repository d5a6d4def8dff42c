"""The HTTP client brings what it uses, and nothing beside."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.servers import model_server


def test_the_client_leaves_the_command_line_of_its_library_out() -> None:
    """httpx's costs 5 MB where its libraries are installed, as they are here by the tools that check the code."""
    report = "import sys, inara_engine.providers.http_client; print(*{'click', 'rich', 'pygments'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


FIRST_PROMPT = """
import asyncio, sys, threading
loaded_by = {}

def note(event, args):
    if event == "import" and args[0] in {"aiohttp", "httpx", "ssl", "certifi"}:
        loaded_by.setdefault(args[0], threading.current_thread() is threading.main_thread())

sys.addaudithook(note)

async def ask(url):
    from tests.benchmarks.clients import opened_engine, run_job
    async with opened_engine(url) as engine:
        loaded_by.clear()  # what the engine needs to open is another matter
        await run_job(engine, "stream-3")

asyncio.run(ask(sys.argv[1]))
print(*sorted(name for name, on_the_loop in loaded_by.items() if on_the_loop), sep=",")
print(*sorted(loaded_by), sep=",")
"""


def test_the_first_prompt_loads_the_client_in_a_thread() -> None:
    """A third of a second, in which the window would not paint."""
    with model_server() as url:
        done = subprocess.run([sys.executable, "-c", FIRST_PROMPT, url], capture_output=True, text=True, check=True)
    on_the_loop, loaded = done.stdout.splitlines()
    assert {"aiohttp", "httpx"} <= set(loaded.split(","))
    assert on_the_loop == ""
