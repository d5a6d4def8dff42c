"""The face's part `requests`: exactly what a model was told, at any round of any job, made anew from the log."""

from __future__ import annotations

import json
from collections.abc import Sequence

from inara_engine import asking, context
from inara_engine.boards import Boards
from inara_engine.errors import NotFound
from inara_engine.events import JobId, ModelAsked, PromptSet, Recorded, is_durable
from inara_engine.folding import apply
from inara_engine.frozen import frozen
from inara_engine.jobs.history import left_by
from inara_engine.jobs.repair import ready
from inara_engine.messages import Message, ToolSpec
from inara_engine.state import HandOff, JobState, next_step
from inara_engine.tokens import estimated

__all__ = ["Requests", "Told", "ToldPart"]


@frozen
class ToldPart:
    """A piece of a request. `kind` is system, tool (its description), user, assistant or result; `tokens` estimated."""

    kind: str
    text: str
    tokens: int
    name: str = ""
    images: int = 0


@frozen
class Told:
    """One request to a model. `rounds` are all of the job; `window` is in tokens, None where it was not known."""

    job_id: JobId
    round: int
    rounds: tuple[int, ...]
    at: float
    role: str
    model: str
    model_label: str
    window: int | None
    tokens: int
    parts: tuple[ToldPart, ...]


class Requests:
    """Reads the boards' stores and changes nothing."""

    def __init__(self, boards: Boards) -> None:
        self._boards = boards

    async def told(self, job: JobId, round: int = 0) -> Told:  # noqa: A002 - the field's word
        """What the model was told in a round of a job; 0 is the last one. Raises NotFound."""
        store = self._boards.of(job).store
        row = await store.job(job)
        if row is None:
            raise NotFound(f"There is no job {job}.", next_step="`inara jobs list` shows them.")
        asked = [(one, one.event) for one in await store.job_events(job) if isinstance(one.event, ModelAsked)]
        rounds = tuple(dict.fromkeys(event.round for _, event in asked))
        if not rounds or (round and round not in rounds):
            known = f"Its rounds are: {', '.join(map(str, rounds))}." if rounds else "It never asked a model."
            raise NotFound(f"The job {job} has no round {round or 1}.", next_step=known)
        recorded, event = [one for one in asked if one[1].round == (round or rounds[-1])][-1]
        jobs: dict[JobId, JobState] = {}
        prompts: dict[str, PromptSet] = {}
        after, until = 0, recorded.seq
        while after < until and (page := await store.events(row.session_id, after)):
            _fold(page, until, jobs, prompts)
            after = page[-1].seq
        return _told(job, rounds, recorded.at, event, jobs, prompts)


def _fold(page: Sequence[Recorded], until: int, jobs: dict[JobId, JobState], prompts: dict[str, PromptSet]) -> None:
    for recorded in page:
        if recorded.seq >= until or not recorded.job_id or not is_durable(recorded.event):
            continue
        if isinstance(recorded.event, PromptSet):
            prompts[recorded.event.digest] = recorded.event
        jobs[recorded.job_id] = apply(jobs.get(recorded.job_id, JobState()), recorded.event)


def _told(
    job: JobId,
    rounds: tuple[int, ...],
    at: float,
    asked: ModelAsked,
    jobs: dict[JobId, JobState],
    prompts: dict[str, PromptSet],
) -> Told:
    state, history = jobs.get(job, JobState()), left_by(jobs, job)
    prompt = prompts.get(asked.prompt)
    if isinstance(next_step(state), HandOff):
        messages = asking.to_writer(history, state)
    else:
        messages = asking.to_orchestrator(history, state, concluding=asked.concluding)
    system = Message("system", prompt.system if prompt is not None else "")
    tools = prompt.tools if prompt is not None and not asked.concluding else ()
    whole = context.window(ready((system, *messages)), asked.room or asked.window, tools)
    parts = (*_system(whole[0]), *map(_tool, tools), *map(_said, whole[1:]))
    return Told(
        job,
        asked.round,
        rounds,
        at,
        asked.role,
        asked.model,
        asked.model_label,
        asked.window,
        sum(part.tokens for part in parts),
        parts,
    )


def _system(message: Message) -> tuple[ToldPart, ...]:
    return (ToldPart("system", message.text, context.estimated_tokens(message)),) if message.text else ()


def _tool(tool: ToolSpec) -> ToldPart:
    schema = json.dumps(tool.parameters, ensure_ascii=False, indent=2)
    return ToldPart("tool", f"{tool.description}\n\n{schema}", estimated(tool.description + schema), tool.name)


def _said(message: Message) -> ToldPart:
    calls = [f"→ {call.name} {json.dumps(call.arguments, ensure_ascii=False)}" for call in message.calls]
    text = "\n".join(filter(None, (message.text, *calls)))
    kind = "result" if message.role == "tool" else message.role
    return ToldPart(kind, text, context.estimated_tokens(message), images=len(message.images))
