"""/schedule: tasks at set times, listed and started."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.refusals import answer
from inara_engine.api.service import Call, Service

__all__ = ["CALLS"]

UNKNOWN = {404: "There is no such schedule."}


async def _list(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer([asdict(schedule) for schedule in await service.engine.schedule.all()])


async def _run(service: Service, request: Request) -> ASGIApp:
    job_id = await service.engine.schedule.run(request.path_params["name"])
    status = (await service.engine.job(job_id))["status"] if job_id else "running"
    return await answer({"job_id": job_id or None, "status": status})


CALLS = (
    Call(
        "GET",
        "/schedule",
        _list,
        "Tasks at set times, each with its next and its last run and what was missed.",
        {200: "A list of schedules."},
    ),
    Call(
        "POST",
        "/schedule/{name}/run",
        _run,
        "Run one now, whatever its times. job_id is null where it folds the memory.",
        {200: "The job's id and status.", 409: "Its last run has not ended.", **UNKNOWN},
    ),
)
