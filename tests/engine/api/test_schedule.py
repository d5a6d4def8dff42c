"""/schedule and a job's trace, from outside."""

from __future__ import annotations

from tests.support.loopback import loopback
from tests.support.scripted_server import text_turn

CONFIG = '\n[[schedule]]\nname = "morning"\ncron = "0 7 * * 1-5"\ntask = "Summarise my notes"\n'


async def test_schedules_are_listed_run_and_traced() -> None:
    async with loopback(text_turn("Nothing new."), config=CONFIG) as api:
        (listed,) = (await api.get("/schedule")).json()
        assert (listed["name"], listed["words"]) == ("morning", "At 07:00 on Monday through Friday")
        started = await api.post("/schedule/morning/run")
        assert started.status_code == 200
        job = started.json()["job_id"]
        assert (await api.ended(job))["response"] == "Nothing new."
        assert [one["job_id"] for one in (await api.get("/orchestrate?origin=schedule")).json()] == [job]
        assert (await api.get("/orchestrate?origin=hook")).json() == []
        trace = (await api.get(f"/orchestrate/{job}/trace")).json()
        assert [entry["kind"] for entry in trace] == [
            "task_submitted",
            "prompt_set",
            "model_asked",
            "model_finished",
            "job_finished",
        ]
        assert trace[0]["event"]["origin"] == "schedule"
        assert (await api.post("/schedule/none/run")).status_code == 404
        assert (await api.get("/orchestrate/none/trace")).status_code == 404
