"""A real llama.cpp router: a model that is not loaded yet is told as such, answers, and is loaded then."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from tests.support.llama_router import llama_router
from tests.support.terminal import configure, run_inara
from tests.support.tiny_model import cached_model


async def test_the_first_answer_loads_the_model_and_that_is_said_before(home: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    models.mkdir()
    await asyncio.to_thread(shutil.copy, cached_model(), models / "tiny.gguf")
    await asyncio.to_thread(shutil.copy, cached_model(), models / "other.gguf")
    router = llama_router(tmp_path, models)
    url = await asyncio.to_thread(router.__enter__)
    try:
        configure(home, url)
        before = await run_inara("models", "test", "local")
        assert "not loaded yet: the first answer takes longer" in before.out
        answered = await run_inara("ask", "--mode", "chat", "Hello")
        assert (answered.status, answered.out.strip()) == (0, "Hello there! I am a tiny scripted model.")
        after = await run_inara("models", "test", "local")
        assert "not loaded" not in after.out
        assert "context of " in after.out
    finally:
        await asyncio.to_thread(router.__exit__, None, None, None)
