"""A real llama.cpp router (`--models-dir`): one server, a process of its own for each model file once it is asked for.

The router starts those processes from /proc/self/exe. The server that `fetch_llama_server.sh` brings is started by its
own loader, which that would name; so it is copied here with the loader's place written into it, as it is in the folder
it runs in.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.support.llama_server import START_LIMIT_S, server_program

__all__ = ["llama_router"]

_LOADER = re.compile(rb"/lib[^\0]*/ld-[^\0]+\0")
_HERE = b"./ld.so"


@contextmanager
def llama_router(folder: Path, models: Path) -> Iterator[str]:
    """The base URL of a router over the model files in `models`; what it needs is put into `folder`."""
    program, environ = _runnable(Path(server_program()).resolve(), folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(program), "--models-dir", str(models), "--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environ, stdout=log, stderr=log)
    try:
        _wait_until_it_answers(process, port, folder / "log")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()  # it ends the others
        process.wait(10)


def _runnable(program: Path, folder: Path) -> tuple[Path, dict[str, str]]:
    """A program that is itself what runs, and its environment."""
    real = program.parent / "root/usr/bin/llama-server"
    if not real.exists():  # one of LLAMA_SERVER_BIN
        return program, dict(os.environ)
    [libraries] = (program.parent / "root/usr/lib").glob("*-linux-gnu*")
    shutil.copy(next(libraries.glob("ld-linux-*.so.*")), folder / "ld.so")
    copy = folder / "llama-server"
    content = _LOADER.sub(lambda found: _HERE.ljust(len(found[0]), b"\0"), real.read_bytes(), count=1)
    copy.write_bytes(content)
    copy.chmod(0o700)
    backend = next(
        path for path in libraries.glob("ggml/backends0/libggml-cpu-*") if path.stem.endswith(("x64", "0_1"))
    )
    paths = {"LD_LIBRARY_PATH": f"{libraries}:{libraries / 'llama'}", "GGML_BACKEND_PATH": str(backend)}
    return copy, os.environ | paths


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    ends_at = time.monotonic() + START_LIMIT_S
    while time.monotonic() < ends_at and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/health", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.02)
    raise RuntimeError(f"the router does not answer: {log.read_text(errors='replace')[-2000:]}")
