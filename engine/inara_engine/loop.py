"""The run loop: from a job's state to its next events, until it is done or waits for a person.

`advance` is a generator of events. Its consumer (`jobs`) makes durable ones rows *before* it
takes the next: so `ToolStarted` is on disk before the effect begins (a call without one has its row
with its result's), and a question is on disk before anybody sees it. When a person must decide, the
generator simply ends; nothing waits in memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from inara_engine.deciding import context_of, decide
from inara_engine.deps import Deps, Speaker, Voice
from inara_engine.errors import (
    ContextTooLong,
    PicturesRefused,
    ProviderError,
    RateLimited,
    ToolsRefused,
    Unavailable,
)
from inara_engine.events import (
    DurableEvent,
    ErrorInfo,
    Event,
    JobFinished,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Progress,
    PromptSet,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    ToolStarted,
    is_durable,
)
from inara_engine.messages import Capability, Risk
from inara_engine.providers.base import Reply
from inara_engine.running import Ready
from inara_engine.state import (
    STUCK,
    AskModel,
    CallState,
    Finish,
    HandOff,
    Interrupted,
    JobState,
    RunTools,
    Wait,
    next_step,
    repeats,
)

__all__ = ["advance"]


BUSY_TRIES = 4
LONGEST_WAIT_S = 60.0  # a server that wants more patience is an error the person should see


async def advance(state: JobState, deps: Deps) -> AsyncGenerator[tuple[Event, ...]]:
    """Events of a job from its state on; ends when it is finished, waits, or was cut before.

    Durable events come together where nothing leaves the machine between them (a reply and the start
    of its calls; a result and the next question to the model), so that one commit makes them rows.
    Raises: ProviderError where the model's server fails for good (after what it said was yielded).
    """
    await deps.tasks.take_up(call for call in state.round_calls if call.phase == "running")
    while (said := await deps.tasks.hear()) is not None:  # what is still at work of a job that stood still
        state = deps.fold(state, said) if is_durable(said) else state
        yield (said,)
    held: tuple[Event, ...] = ()
    compacted = False
    if not state.asked:
        for notice in deps.notices:
            yield (Progress(notice),)
    while True:
        if deps.stopping() and state.ended is None:
            yield (*held, *_cut_short(state), JobFinished(status="cancelled"))
            return
        match next_step(state):
            case AskModel() if deps.sight is not None and deps.sight.due(state):
                steps = deps.sight.describe(state)
            case AskModel() if deps.compaction is not None and not compacted and deps.compaction.due(state):
                compacted = True
                steps = deps.compaction.sum_up(state)
            case AskModel(round=number):
                steps = _ask(state, deps, deps.orchestrator, number)
            case HandOff(round=number) if deps.writer is not None:
                steps = _ask(state, deps, deps.writer, number)
            case RunTools(calls=calls):
                steps = _run_tools(state, deps, calls)
            case Wait() | Interrupted():
                if held:
                    yield held
                return
            case Finish() | HandOff():
                if state.ended is None:
                    yield (*held, JobFinished(status="complete"))
                return
        async with aclosing(steps):
            async for event in steps:
                if is_durable(event):
                    state = deps.fold(state, event)
                    if _may_wait(event, state):
                        held = (*held, event)
                        continue
                yield (*held, event)
                held = ()


def _cut_short(state: JobState) -> Iterator[Event]:
    """The ends of what will not come any more, once the person has stopped it."""
    for call in state.round_calls:
        if call.phase != "done":  # one that runs was begun by an app that crashed
            yield ToolFinished(call_id=call.call.call_id, outcome="unknown" if call.phase == "running" else "cancelled")
    if state.asking:
        yield ModelStopped(reason="cancelled")


def _may_wait(event: DurableEvent, state: JobState) -> bool:
    """Whether an event's row may be written with the next one's.

    A whole reply, the last result of a round, and the start of a call that has no effect: a crash loses
    nothing by it but the time of asking again.
    """
    match event:
        case ModelFinished() | PromptSet() | ToolStarted(risk=Risk.PURE):
            return True
        case ToolFinished():
            return not state.runnable and not state.waiting
        case _:
            return False


async def _ask(state: JobState, deps: Deps, speaker: Speaker, number: int) -> AsyncGenerator[Event]:
    """One round of a role: its first model that answers. Failing over ends with the first token or tool."""
    fresh = not (state.calls or state.continues)
    voices = _voices(state, speaker, deps)
    while voices:
        voice, said = voices.pop(0), False
        try:
            async with aclosing(_ask_voice(state, deps, speaker, voice, number)) as events:
                async for event in events:
                    said = said or isinstance(event, TextDelta | ThinkingDelta)
                    yield event
        except ContextTooLong as error:
            if said or not error.again:
                raise
            yield ModelStopped(reason="error", error=_info(error))
            return  # the next step sums up, then asks again
        except ProviderError as error:
            if isinstance(error, PicturesRefused) and not said and deps.sight and deps.sight.refused(voice.id, state):
                yield ModelStopped(reason="error", error=_info(error))
                return  # the next step has them described, then asks again
            refused_tools = isinstance(error, ToolsRefused) and voice.without_tools is not None
            if said or not (refused_tools or (fresh and voices)):
                raise
            yield ModelStopped(reason="error", error=_info(error))
            if isinstance(error, ToolsRefused) and voice.without_tools is not None:
                voices.insert(0, voice.without_tools())
            else:
                yield Progress(f"{voice.label}: {error.message} Asking {voices[0].label}.")
        else:
            return


def _voices(state: JobState, speaker: Speaker, deps: Deps) -> list[Voice]:
    """Who may be asked, in order: only who has spoken already, as long as the settings name that model."""
    goes_on = state.continues or (state.calls and speaker is deps.orchestrator)
    spoke = [voice for voice in speaker.voices if voice.id == state.model] if goes_on else []
    return spoke or list(speaker.voices)


async def _ask_voice(state: JobState, deps: Deps, speaker: Speaker, voice: Voice, number: int) -> AsyncGenerator[Event]:
    writes = speaker is deps.writer
    hands_off = deps.writer is not None and not writes
    stuck = not writes and repeats(state) >= STUCK
    last = stuck or (not writes and number > deps.max_rounds)
    if voice.prompt is not None and voice.prompt.digest not in deps.prompts | state.prompts:
        yield voice.prompt
    yield ModelAsked(
        round=number,
        model=voice.id,
        model_label=voice.label,
        role=speaker.role,
        window=voice.window(),
        room=voice.room(),
        prompt=voice.prompt.digest if voice.prompt is not None else "",
        concluding=last,
        private=deps.told.private,
        untrusted=deps.told.untrusted,
    )
    if deps.stopping():
        return
    if stuck:
        yield Progress(f"{voice.label} makes the same call again and again. Asking for its answer.")
    elif voice.notice:
        yield Progress(voice.notice)
    started = deps.clock()
    first: float | None = None
    reply = Reply()
    patience = _Patience()
    request = voice.request(state, last)
    while True:
        try:
            async with aclosing(voice.provider.stream(request)) as stream:
                async for event in stream:
                    if isinstance(event, Reply):
                        reply = event
                        continue
                    if first is None and isinstance(event, TextDelta | ThinkingDelta):
                        first = deps.clock()
                    if isinstance(event, TextDelta) and hands_off:
                        yield ThinkingDelta(event.text)  # it is not the answer yet
                    else:
                        yield event
            break
        except ContextTooLong as error:
            raise voice.too_long(request, error) from error
        except ProviderError as error:
            wait_s = patience.after(error) if first is None else None
            if wait_s is None:
                raise
            yield Progress(f"{error.message} Trying again in {max(1, round(wait_s))} s.")
            await asyncio.sleep(wait_s)
    ended = deps.clock()
    if number == 1:
        voice.learn(request, reply.usage)
    calls = () if last or writes else reply.calls
    if last and reply.calls and not reply.text.strip():
        raise _without_an_answer(voice)
    yield ModelFinished(
        text=reply.text,
        thinking=reply.thinking,
        calls=tuple(
            call.model_copy(update={"call_id": f"{deps.job_id}.{number}.{n}"}) for n, call in enumerate(calls, 1)
        ),
        usage=reply.usage,
        cost=voice.cost(reply.usage),
        finish=reply.finish,
        summary=hands_off and not calls,
        model=voice.id,
        model_label=voice.label,
        first_token_ms=max(0, round(((first or ended) - started) * 1000)),  # the clock may have been set back
        duration_ms=max(0, round((ended - started) * 1000)),
        host=deps.host,
        opaque=reply.opaque,
    )


def _without_an_answer(voice: Voice) -> ProviderError:
    return ProviderError(
        f"{voice.label} goes on calling tools where it was told to answer, so there is no answer.",
        next_step="Try again, with another model, or with more rounds for this one (max_rounds).",
    )


def _info(error: ProviderError) -> ErrorInfo:
    return ErrorInfo(kind=type(error).__name__, message=error.message, next_step=error.next_step)


class _Patience:
    """How long to go on asking a server that can't answer yet, before a first token was seen."""

    def __init__(self) -> None:
        self._tries = 0

    def after(self, error: ProviderError) -> float | None:
        """Seconds until the next try, or None to give up."""
        self._tries += 1
        match error:
            case RateLimited() if self._tries < BUSY_TRIES:
                wait_s = error.retry_after_s if error.retry_after_s is not None else 2.0**self._tries
            case Unavailable(transient=True) if self._tries < BUSY_TRIES:
                wait_s = error.retry_after_s or 0.5 * 2**self._tries
            case _:
                return None
        return wait_s if wait_s <= LONGEST_WAIT_S else None


async def _run_tools(state: JobState, deps: Deps, calls: tuple[CallState, ...]) -> AsyncGenerator[Event]:
    """Decide in call order, then run: neighbours that change nothing side by side, any other by itself.

    What follows a change is decided once that has ended: on what is there by then, by the settings of then.
    """
    deps = await deps.renewed(deps)
    ready: list[Ready] = []
    flags = deps.earlier.union(state.flags)
    for call in calls:
        verdict = await decide(call, deps, context_of(deps, state, flags))
        if not isinstance(verdict, Ready):
            yield verdict
            continue
        changes = Capability.MUTATES in verdict.action.capabilities
        if changes and ready:
            break
        ready.append(verdict)
        if changes:
            break
        flags = flags.after(verdict.action.summary, verdict.action.capabilities)
    if deps.stopping():
        return
    for item in ready:
        yield ToolStarted(
            call_id=item.call.call_id,
            summary=item.action.summary,
            risk=item.action.risk,
            capabilities=item.action.capabilities,
            allowed_by=item.allowed_by,
            rule=item.rule,
            digest=item.digest,
        )
        deps.tasks.start(item, deps.clock)
    while (event := await deps.tasks.hear()) is not None:
        yield event
