"""A conversation that stays on this machine: no model elsewhere is asked, not in another's place and not for the answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inara_engine.errors import InaraError, UserError
from inara_engine.events import TaskSubmitted
from inara_engine.face import Prompt
from inara_engine.memory import Marks
from inara_engine.memory.journal import entry
from tests.support.loopback import Loopback, loopback
from tests.support.network_guard import NetworkGuard
from tests.support.scripted_server import error_turn, text_turn

CLOUD = """
[models.cloud]
provider = "openai"
base_url = "https://api.example.com/v1"
model = "large"
label = "Cloud"
"""
STANDS_IN = f'{CLOUD}[roles.orchestrator]\nmodels = ["local", "cloud"]\n'
WRITES = f'{CLOUD}[roles.orchestrator]\nmodels = ["local"]\n[roles.chat]\nmodels = ["cloud"]\n'
NOVEMBER = datetime(2026, 11, 23, 7, tzinfo=UTC)
DOWN = error_turn(503, {"error": {"message": "No slot is free."}})


async def spoken_to(api: Loopback) -> set[str]:
    return {one.host for one in await api.engine.connections.list()}


async def task_of(api: Loopback, job: str) -> TaskSubmitted | None:
    _, state = await api.engine._boards.of(job).jobs.state(job)
    return state.task


async def test_no_model_elsewhere_stands_in_for_a_local_one() -> None:
    async with loopback(*[DOWN] * 9, config=STANDS_IN) as api:
        report = await api.ended(await api.job("hello", local_only=True))
        assert report["status"] == "error"
        assert "Cloud" not in report["error"]
        assert await spoken_to(api) == {"127.0.0.1"}


async def test_who_found_the_answer_writes_it_where_the_writer_is_elsewhere() -> None:
    async with loopback(text_turn("Two birds."), config=WRITES) as api:
        report = await api.ended(await api.job("which birds?", local_only=True))
        assert (report["status"], report["response"], report["backend"]) == ("complete", "Two birds.", "local")
        assert await spoken_to(api) == {"127.0.0.1"}


async def test_a_model_elsewhere_is_refused_before_anything_is_written_down() -> None:
    async with loopback(config=CLOUD) as api:
        with pytest.raises(UserError, match="Cloud is not on this machine, and this conversation stays on it"):
            await api.engine.submit(Prompt(text="hello", model="cloud", local_only=True))
        assert await api.engine.sessions() == []


async def test_it_stays_so_until_the_person_says_otherwise_also_from_the_queue() -> None:
    async with loopback(*[text_turn("Yes.")] * 4, config=CLOUD) as api:
        session = (await api.ended(await api.job("one", local_only=True)))["session_id"]
        second = await api.job("two", session_id=session)
        assert (await api.ended(second))["status"] == "complete"
        with pytest.raises(UserError, match="stays on it"):
            await api.engine.queue.add(Prompt(text="three", model="cloud"), session)
        third = await api.job("four", session_id=session, local_only=False)
        await api.ended(third)
        fourth = await api.job("five", session_id=session)
        said = [task.local_only for job in (second, third, fourth) if (task := await task_of(api, job))]
        assert said == [True, False, None]


@pytest.mark.parametrize("stays", [True, False])
async def test_a_schedule_that_stays_on_this_machine_asks_no_model_elsewhere(
    stays: bool, network_guard: NetworkGuard
) -> None:
    morning = f"""{STANDS_IN}
[[schedule]]
name = "morning"
cron = "0 7 * * *"
task = "Summarise my notes"
local_only = {str(stays).lower()}
"""
    async with loopback(*[DOWN] * 9, config=morning) as api:
        await api.ended(await api.engine.schedule.run("morning"))
        assert await spoken_to(api) == {"127.0.0.1", *(() if stays else ("api.example.com",))}
    network_guard.attempts.clear()  # of the one that may


@pytest.mark.parametrize("stays", [True, False])
async def test_memory_that_is_folded_on_this_machine_is_read_by_no_model_elsewhere(
    stays: bool, network_guard: NetworkGuard
) -> None:
    async with loopback(config=f'{CLOUD}[roles.distill]\nmodels = ["cloud"]\n') as api:
        await (await api.engine._personas.memory("inara")).journal(entry(NOVEMBER, "I live in Bern", "Noted.", Marks()))
        with pytest.raises(InaraError):
            await api.engine.memory.distill(local_only=stays)
        assert await spoken_to(api) == (set() if stays else {"api.example.com"})
    network_guard.attempts.clear()


async def test_a_hook_that_stays_on_this_machine_asks_no_model_elsewhere() -> None:
    hook = f'{STANDS_IN}[hooks.gitea]\ntask = "Say what happened"\nlocal_only = true\n'
    async with loopback(*[DOWN] * 9, config=hook) as api:
        started = await api.post("/hooks/gitea", {"pushed": 1})
        await api.ended(started.json()["job_id"])
        assert await spoken_to(api) == {"127.0.0.1"}
