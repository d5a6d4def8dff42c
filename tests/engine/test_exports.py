"""Conversations as files: written whole, read back as the same, and told apart from anything else."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import UserError
from inara_engine.events import (
    DurableEvent,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    TaskSubmitted,
    ToolFinished,
    ToolStarted,
)
from inara_engine.exports import ExportedCall, ExportedMessage, ExportedSession, as_json, as_markdown, exported, parse
from inara_engine.folding import fold
from inara_engine.imports import as_jobs
from inara_engine.imports.own import read_own
from inara_engine.imports.session import joined
from inara_engine.jobs.history import left_by
from inara_engine.jobs.keeping import following
from inara_engine.messages import Image, ToolCall
from inara_engine.state import JobState

ROLES = st.sampled_from(["user", "assistant"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MESSAGES = st.lists(st.builds(ExportedMessage, role=ROLES, content=TEXT), min_size=1, max_size=8)


@given(MESSAGES, TEXT)
def test_what_was_exported_reads_back(messages: list[ExportedMessage], title: str) -> None:
    session = ExportedSession(title=title, messages=tuple(messages))
    assert parse(as_json(session)) == session


def imported(session: ExportedSession) -> dict[str, tuple[float, JobState]]:
    """The jobs that an import of the file makes, each with its time."""
    jobs = as_jobs(read_own(parse(as_json(session))), now=5.0)
    named = following([(f"job-{n}", list(job.events)) for n, job in enumerate(jobs)], [job.turn for job in jobs])
    return {name: (job.times[0], fold(events)) for (name, events), job in zip(named, jobs, strict=True)}


@given(MESSAGES)
def test_an_import_tells_the_same_conversation(messages: list[ExportedMessage]) -> None:
    """Every message of a person and of an assistant, in their order, as ended jobs; answers on end are one."""
    jobs = imported(ExportedSession(messages=tuple(messages)))
    assert all(job.status == "complete" for _, job in jobs.values())
    expected: list[tuple[str, str]] = []
    told = [message for message in messages if message.content.strip()]
    for role, together in itertools.groupby(told, key=lambda message: message.role):
        contents = [message.content for message in together]
        expected += [(role, said) for said in (contents if role == "user" else [joined(contents)])]
    assert [(m.role, m.content) for m in exported("t", 0.0, jobs).messages] == expected


PICTURE = Image(media_type="image/png", data="iVBORw0KGgo=", name="heron.png")


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_branches_pictures_and_thoughts_come_back(turns: list[tuple[int, bool, bool]]) -> None:
    """`back` is how many turns before the last a turn goes on from: 1 is the last itself, 0 says nothing of it."""
    jobs: dict[str, tuple[float, JobState]] = {}
    for number, (back, picture, thought) in enumerate(turns):
        names = list(jobs)
        follows = None if not back else names[-back] if back <= len(names) else ""
        images = (PICTURE,) if picture else ()
        events: list[DurableEvent] = [
            TaskSubmitted(text="" if picture and thought else f"question {number}", images=images, follows=follows),
            ModelAsked(round=1, model="m"),
            ModelFinished(text=f"answer {number}", thinking="Hm." if thought else "", model="m"),
            JobFinished(status="complete"),
        ]
        jobs[f"old-{number}"] = float(number), fold(events)
    again = imported(exported("t", 0.0, jobs))
    new_names = dict(zip(jobs, again, strict=True))
    for old, (_, was) in jobs.items():
        _, now = again[new_names[old]]
        assert [(m.role, m.text, m.images, m.reasoning) for m in now.messages] == [
            (m.role, m.text, m.images, m.reasoning) for m in was.messages
        ]
    for old in jobs:
        before = [turn.job_id for turn in left_by({name: state for name, (_, state) in jobs.items()}, old).turns]
        after = left_by({name: state for name, (_, state) in again.items()}, new_names[old])
        assert [turn.job_id for turn in after.turns] == [new_names[one] for one in before]


def test_calls_come_back_as_what_they_were_and_are_done_by_nobody_here() -> None:
    call = ToolCall(call_id="c", provider_id="p", name="read_file", arguments={"path": "a.txt"})
    job = fold(
        [
            TaskSubmitted(text="Read it"),
            ModelAsked(round=1, model="m"),
            ModelFinished(text="Looking.", calls=(call,), model="m"),
            ToolStarted(call_id="c"),
            ToolFinished(call_id="c", outcome="ok", output="Herons."),
            ModelAsked(round=2, model="m"),
            ModelFinished(text="It is about herons.", model="m"),
            JobFinished(status="complete"),
        ]
    )
    session = exported("t", 0.0, {"j": (0.0, job)})
    assert session.messages[1].calls == (
        ExportedCall(name="read_file", arguments={"path": "a.txt"}, outcome="ok", output="Herons."),
    )
    ((_, again),) = imported(session).values()
    assert again.calls == ()
    for words in ("Looking.", "**Asked read_file**", '"path": "a.txt"', "Herons.", "It is about herons."):
        assert words in again.response


def test_what_the_app_says_to_a_model_is_nobodys_message() -> None:
    job = fold(
        [
            TaskSubmitted(text="Tell me"),
            ModelAsked(round=1, model="m"),
            ModelStopped(reason="interrupted", text="First half"),
            JobInterrupted(),
            JobResumed(how="continue"),
            ModelAsked(round=1, model="m"),
            ModelFinished(text=" and second.", model="m"),
            JobFinished(status="complete"),
        ]
    )
    session = exported("t", 0.0, {"j": (0.0, job)})
    assert [(m.role, m.content) for m in session.messages] == [
        ("user", "Tell me"),
        ("assistant", "First half and second."),
    ]


@pytest.mark.parametrize(
    "broken", ['"media_type": "text/html", "data": "QQ=="', '"media_type": "image/png", "data": "<"']
)
def test_what_is_no_picture_is_left_out(broken: str) -> None:
    text = '{"messages": [{"role": "user", "content": "look", "images": [{' + broken + "}]}]}"
    (message,) = read_own(parse(text)).messages
    assert (message.text, message.images) == ("look", ())


def test_the_model_that_answered_stays_named() -> None:
    messages = (
        ExportedMessage(role="user", content="a"),
        ExportedMessage(role="assistant", content="b", model="local"),
    )
    jobs = imported(ExportedSession(messages=messages))
    assert exported("t", 0.0, jobs).messages[1].model == "local"


def test_the_file_is_what_the_contract_says() -> None:
    message = ExportedMessage(role="user", content="Zürich", at="2026-11-22T10:00:00+00:00")
    value = json.loads(as_json(ExportedSession(title="T", created_at="2026-11-22T10:00:00+00:00", messages=(message,))))
    assert value["format"] == "inara-session"
    assert value["version"] == 1
    assert value["messages"][0] == {"role": "user", "content": "Zürich", "at": "2026-11-22T10:00:00+00:00", "model": ""}


def test_markdown_is_for_reading() -> None:
    messages = (
        ExportedMessage(role="user", content="Hi"),
        ExportedMessage(role="assistant", content="**Ho**", model="m"),
    )
    text = as_markdown(ExportedSession(title="T", created_at="now", messages=messages))
    assert text == "# T\n\n*now*\n\n## You\n\nHi\n\n## m\n\n**Ho**\n"


def test_fields_of_other_programs_are_left_aside() -> None:
    text = '{"title": "x", "model": "y", "messages": [{"role": "tool", "content": "t", "id": 1}, {"role": "user", "content": "u"}]}'
    session = parse(text)
    assert [job.events[0].kind for job in as_jobs(read_own(session), now=1.0)] == ["task_submitted"]


@given(
    st.text(max_size=40)
    | st.recursive(st.none() | st.integers() | TEXT, lambda v: st.lists(v) | st.dictionaries(TEXT, v)).map(json.dumps)
)
def test_anything_else_is_one_clear_error(text: str) -> None:
    with pytest.raises(UserError, match="The file"):
        parse(text)
