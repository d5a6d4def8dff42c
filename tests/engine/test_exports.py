"""Conversations as files: written whole, read back as the same, and told apart from anything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import UserError
from inara_engine.exports import ExportedMessage, ExportedSession, as_events, as_json, as_markdown, exported, parse
from inara_engine.folding import fold

ROLES = st.sampled_from(["user", "assistant"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MESSAGES = st.lists(st.builds(ExportedMessage, role=ROLES, content=TEXT), min_size=1, max_size=8)


@given(MESSAGES, TEXT)
def test_what_was_exported_reads_back(messages: list[ExportedMessage], title: str) -> None:
    session = ExportedSession(title=title, messages=tuple(messages))
    assert parse(as_json(session)) == session


@given(MESSAGES)
def test_an_import_tells_the_same_conversation(messages: list[ExportedMessage]) -> None:
    """Every message of a person and of an assistant, in their order, as ended jobs."""
    jobs = [fold(events) for events in as_events(ExportedSession(messages=tuple(messages)))]
    assert all(job.status == "complete" for job in jobs)
    again = exported("t", 0.0, [(0.0, job) for job in jobs])
    assert [(m.role, m.content) for m in again.messages] == [(m.role, m.content) for m in messages]


def test_the_model_that_answered_stays_named() -> None:
    messages = (
        ExportedMessage(role="user", content="a"),
        ExportedMessage(role="assistant", content="b", model="local"),
    )
    jobs = [fold(events) for events in as_events(ExportedSession(messages=messages))]
    assert exported("t", 0.0, [(0.0, job) for job in jobs]).messages[1].model == "local"


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
    assert [events[0].kind for events in as_events(session)] == ["task_submitted"]


@given(
    st.text(max_size=40)
    | st.recursive(st.none() | st.integers() | TEXT, lambda v: st.lists(v) | st.dictionaries(TEXT, v)).map(json.dumps)
)
def test_anything_else_is_one_clear_error(text: str) -> None:
    with pytest.raises(UserError, match="The file"):
        parse(text)
