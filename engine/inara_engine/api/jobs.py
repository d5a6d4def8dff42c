"""/orchestrate: jobs, submitted, looked at, followed and answered."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api import bodies
from inara_engine.api.bodies import CallDecision, ConfirmBody, DenyBody, SubmitBody, UndoBody
from inara_engine.api.events import job_events
from inara_engine.api.refusals import Refused, answer
from inara_engine.api.service import Call, Service
from inara_engine.api.streaming import EventStream, data
from inara_engine.errors import Conflict, NotFound
from inara_engine.events import RuleOffer
from inara_engine.face import Decision, JobSummary, Prompt, Settings

__all__ = ["CALLS"]

ENDED = frozenset({"complete", "error", "cancelled"})
MOST = 1000  # jobs in one answer
LARGEST_ROW = 2**63 - 1


async def _submit(service: Service, request: Request) -> ASGIApp:
    body = await bodies.read(request, SubmitBody)
    await _check_names(service, body)
    prompt = Prompt(
        text=body.task,
        mode=body.mode,
        persona=body.persona or "",
        tier=body.tier,
        profile=body.user or "",
        respond_with_final=body.respond_with_final,
        include_long=body.include_long,
        include_mid=body.include_mid,
        include_short=body.include_short,
        off_record=body.off_record,
        local_only=body.local_only,
        chat_role=body.chat_role or "",
        follows=body.follows,
        origin="http",
    )
    job_id = await service.engine.submit(prompt, body.session_id)
    return await _status(service, job_id)


async def _check_names(service: Service, body: SubmitBody) -> None:
    """Raises Refused where a name leads nowhere."""
    settings = await service.engine.settings()
    _check_known("profile", body.user, settings.profile_names())
    _check_known("role", body.chat_role, role_names(settings))
    _check_known("persona", body.persona, await service.personas())


def role_names(settings: Settings) -> tuple[str, ...]:
    """The roles there are, those that are there without being configured first."""
    return tuple(dict.fromkeys(("orchestrator", "chat", *settings.roles)))


def _check_known(kind: str, name: str | None, known: Any) -> None:
    if name is not None and known is not None and name not in known:
        raise Refused(400, f"There is no {kind} {name[:70]!r}.", next_step=f"There are: {', '.join(known)}.")


async def _list(service: Service, request: Request) -> ASGIApp:
    limit = request.query_params.get("limit", "100")
    if not re.fullmatch(r"[1-9][0-9]{0,8}", limit):
        raise Refused(400, "limit is a number from 1 on.")
    before = request.query_params.get("before", "")
    if before:
        await service.engine.job(before)  # raises NotFound
    origin = request.query_params.get("origin", "")
    jobs = await service.engine.jobs(min(int(limit), MOST), before, origin=origin)
    return await answer([_listed(job) for job in jobs])


def _listed(job: JobSummary) -> dict[str, Any]:
    return {
        "job_id": job.job_id,
        "status": job.status,
        "task": job.task,
        "created_at": job.created_at,
        "completed_at": job.updated_at if job.status in ENDED else None,
        "session_id": job.session_id,
        "origin": job.origin,
    }


async def _told(service: Service, request: Request) -> ASGIApp:
    number = request.query_params.get("round", "0")
    if not re.fullmatch(r"[0-9]{1,6}", number):
        raise Refused(400, "round is a number; 0 is the last one.")
    told = await service.engine.requests.told(request.path_params["job_id"], int(number))
    return await answer(asdict(told))


async def _trace(service: Service, request: Request) -> ASGIApp:
    return await answer(await service.engine.trace(request.path_params["job_id"]))


async def _show(service: Service, request: Request) -> ASGIApp:
    return await answer(await service.engine.job(request.path_params["job_id"]))


async def _stream(service: Service, request: Request) -> ASGIApp:
    job_id = request.path_params["job_id"]
    report = await service.engine.job(job_id)
    after = _after(request)
    last = [after]
    return EventStream(
        _pieces(service, job_id, report["session_id"], after, last),
        alive=lambda: data({"type": "keepalive"}, last[0]),
        silence=service.silence,
        closing=service.closing,
    )


async def _pieces(service: Service, job_id: str, session_id: str, after: int, last: list[int]) -> AsyncGenerator[bytes]:
    async with aclosing(job_events(service.engine, job_id, session_id, after)) as events:
        async for place, event in events:
            last[0] = place
            yield data(event, place)


def _after(request: Request) -> int:
    """Where to go on from; a reader that comes back by itself says it in a header."""
    given = request.headers.get("last-event-id") or request.query_params.get("after") or "0"
    if not re.fullmatch(r"[0-9]{1,19}", given) or int(given) > LARGEST_ROW:
        raise Refused(400, "after (or Last-Event-ID) is the id of an event.")
    return int(given)


async def _confirm(service: Service, request: Request) -> ASGIApp:
    body = await bodies.read(request, ConfirmBody)
    job_id = request.path_params["job_id"]
    pending = await _pending(service, job_id)
    if body.decisions is None:
        decisions = [(call_id, Decision(True, call["digest"], by="http")) for call_id, call in pending.items()]
    else:
        decisions = [(one.call_id, _decision(one, pending.get(one.call_id, {}))) for one in body.decisions]
    # All are looked at before one is given: half an answer would be nobody's.
    if len(dict(decisions)) < len(decisions):
        raise Refused(422, "A call is answered twice.", next_step="Send one decision for each.")
    for call_id, decision in decisions:
        if call_id not in pending:
            raise NotFound(f"The call {call_id[:70]!r} waits for nobody.", next_step="Ask for the job again.")
        if decision.digest != pending[call_id]["digest"]:
            raise Conflict("What the call would do is not what the digest stands for.", next_step="Look at it again.")
    for call_id, decision in decisions:
        await service.engine.answer(call_id, decision)
    return await _status(service, job_id)


def _decision(said: CallDecision, call: Mapping[str, Any]) -> Decision:
    """Raises Refused for a rule that the call doesn't offer."""
    rule: RuleOffer | None = None
    if said.remember is not None:
        offers = [RuleOffer.model_validate(offer) for offer in call.get("rules", ())]
        wanted = said.remember
        rule = next((one for one in offers if (one.tool, one.under) == (wanted.tool, wanted.under)), None)
        if rule is None or not said.approve:
            known = "; ".join(offer.words for offer in offers) or "none"
            raise Refused(422, "This rule can't be made from this call.", next_step=f"It offers: {known}.")
    return Decision(said.approve, said.digest, said.reason, by="http", remember=rule)


async def _deny(service: Service, request: Request) -> ASGIApp:
    body = await bodies.read(request, DenyBody)
    job_id = request.path_params["job_id"]
    for call_id, call in (await _pending(service, job_id)).items():
        await service.engine.answer(call_id, Decision(False, call["digest"], body.reason, by="http"))
    return await _status(service, job_id)


async def _pending(service: Service, job_id: str) -> dict[str, dict[str, Any]]:
    """The calls that wait, by their ids. Raises NotFound, or Conflict where the job asks for nothing."""
    report = await service.engine.job(job_id)
    if report["status"] != "awaiting_confirmation" and not report["pending_confirmation"]:
        raise Conflict(f"The job asks for nothing: its status is {report['status']}.")
    if not report["pending_confirmation"]:
        asked = report["questions"]
        raise NotFound(
            "No call waits for consent.",
            next_step=f"It asks something else: POST /questions/{asked[0]['question_id']}." if asked else "",
        )
    return {call["call_id"]: call for call in report["pending_confirmation"]["tools"]}


async def _undo(service: Service, request: Request) -> ASGIApp:
    body = await bodies.read(request, UndoBody)
    lines = await service.engine.undo_job(request.path_params["job_id"], body.call_id)
    return await answer({"job_id": request.path_params["job_id"], "files": lines})


async def _stop(service: Service, request: Request) -> ASGIApp:
    job_id = request.path_params["job_id"]
    await service.engine.stop(job_id)
    return await _status(service, job_id)


async def _cancel(service: Service, request: Request) -> ASGIApp:
    job_id = request.path_params["job_id"]
    await service.engine.cancel(job_id)
    return await _status(service, job_id)


async def _status(service: Service, job_id: str) -> ASGIApp:
    report = await service.engine.job(job_id)
    return await answer({"job_id": job_id, "status": report["status"]})


UNKNOWN = {404: "There is no such job."}
ONE = "/orchestrate/{job_id}"

CALLS = (
    Call(
        "POST",
        "/orchestrate",
        _submit,
        "Give a task.",
        {200: "The job's id and status.", 400: "A name is unknown.", 422: "A field does not fit."},
        SubmitBody,
    ),
    Call(
        "GET",
        "/orchestrate",
        _list,
        "Jobs, the most recent first.",
        {200: "A list of jobs."},
        queries={
            "limit": "At most so many (100).",
            "before": "The id of the job to go on behind.",
            "origin": "Only of those given by window, terminal, http, schedule or hook.",
        },
    ),
    Call("GET", ONE, _show, "One job, whole.", {200: "The job.", **UNKNOWN}),
    Call(
        "GET",
        f"{ONE}/told",
        _told,
        "What the model was told in a round: system prompt, tools and messages, with estimated tokens.",
        {200: "The request.", 400: "The round is no number.", 404: "There is no such job or round."},
        queries={"round": "Which round; 0 or absent is the last one."},
    ),
    Call(
        "GET",
        f"{ONE}/trace",
        _trace,
        "Every stored event of a job with its time, in words: what was asked, decided, by whom, and what came of it.",
        {200: "A list of events.", **UNKNOWN},
    ),
    Call(
        "GET",
        f"{ONE}/stream",
        _stream,
        "What a job says, as server-sent events, to its end. Last-Event-ID or after goes on from an event's id; "
        "a reply that was running then is told anew, behind an event of the type reset.",
        {200: "Events.", **UNKNOWN},
        queries={"after": "The id of the last event that was received."},
        stream=True,
    ),
    Call(
        "POST",
        f"{ONE}/confirm",
        _confirm,
        "Answer what a job asks for; without a body all of it is approved.",
        {200: "The job's id and status.", 404: "Nothing is pending.", 409: "It does not ask, or asks something else."},
        ConfirmBody,
    ),
    Call(
        "POST",
        f"{ONE}/deny",
        _deny,
        "Refuse what a job asks for; it goes on without.",
        {200: "The job's id and status.", 404: "Nothing is pending.", 409: "It does not ask."},
        DenyBody,
    ),
    Call(
        "POST",
        f"{ONE}/undo",
        _undo,
        "Takes back what an ended job's tools did to files, as far as nobody changed them since.",
        {
            200: "A sentence for each file.",
            400: "It changed none.",
            **UNKNOWN,
            409: "It has not ended, or was undone.",
        },
        UndoBody,
    ),
    Call(
        "POST",
        f"{ONE}/stop",
        _stop,
        "Stop the answer: a tool at work comes to its end, nothing follows it; what it had said stays.",
        {200: "The job's id and status (running until the tool has ended).", 409: "It has ended.", **UNKNOWN},
    ),
    Call(
        "POST",
        f"{ONE}/cancel",
        _cancel,
        "Stop a job at once; what it had said stays.",
        {200: "The job's id and status.", 409: "It has ended.", **UNKNOWN},
    ),
)
