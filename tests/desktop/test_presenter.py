"""What a session's events look like on screen: the same live and when it is opened years later."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from inara_desktop.conversation import _collect
from inara_desktop.operations import Feed, Operation
from inara_desktop.presenter import Presenter
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, Row, RowPicture, ToolRow, UserRow
from inara_desktop.values import ContextFill
from inara_engine.events import (
    Action,
    ArgumentsEdited,
    CaughtUp,
    ConfirmationAnswered,
    ConfirmationRequested,
    ErrorInfo,
    Event,
    JobFinished,
    JobInterrupted,
    JobResumed,
    JobStopping,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Progress,
    Recorded,
    SessionPinned,
    SessionRenamed,
    SessionSeen,
    Stalled,
    TaskSubmitted,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    ToolStarted,
    ToolUndone,
    Undo,
)
from inara_engine.messages import Image, Risk, ToolCall, Usage
from tests.support.work import instructions

CALL = ToolCall(call_id="j1.1.1", provider_id="p", name="write_file", arguments={"path": "a.md"})
ACTION = Action(summary="Write 1 line to ~/a.md", risk=Risk.REVERSIBLE, preview="hello")
ASKED = ModelAsked(round=1, model="m", model_label="Qwen")


class Screen:
    """The rows that the operations leave, as the view would show them."""

    def __init__(self, demo: str = "demo") -> None:
        self.presenter = Presenter(frozenset({demo}))
        self.rows: dict[str, Row] = {}
        self._seq = count(1)

    def show(self, *events: Event, job: str = "j1") -> list[Row]:
        for event in events:
            self.apply(self.presenter.take(Recorded(next(self._seq), "s", job, 0.0, event)))
        return list(self.rows.values())

    def apply(self, operations: Sequence[Operation]) -> None:
        for operation in operations:
            _collect(self.rows, operation)


def test_a_prompt_and_its_streamed_answer() -> None:
    screen = Screen()
    rows = screen.show(TaskSubmitted(text="hi"), ASKED)
    assert [type(row) for row in rows] == [UserRow, NoticeRow]
    rows = screen.show(ThinkingDelta("hm"), TextDelta("Hel"), TextDelta("lo"))
    assert isinstance(rows[1], AnswerRow)
    assert (rows[1].text, rows[1].thinking, rows[1].streaming, rows[1].label) == ("Hello", "hm", True, "Qwen")
    usage = Usage(completion_tokens=1200)
    rows = screen.show(
        ModelFinished(
            text="Hello", thinking="hm", usage=usage, model_label="Qwen", duration_ms=12_500, first_token_ms=500
        ),
        JobFinished(status="complete"),
    )
    assert isinstance(rows[1], AnswerRow)
    assert (rows[1].streaming, rows[1].footer) == (False, "1200 tokens · 100 tokens/s · 12 s")
    assert screen.presenter.active_job is None


def test_a_replayed_session_has_the_same_rows_as_a_live_one() -> None:
    durable = [
        TaskSubmitted(text="hi"),
        ASKED,
        ModelFinished(text="Let me.", calls=(CALL,), model_label="Qwen"),
        ConfirmationRequested(call_id="j1.1.1", digest="d", action=ACTION, reason="It changes a file."),
        ConfirmationAnswered(call_id="j1.1.1", digest="d", approved=True),
        ToolStarted(call_id="j1.1.1", summary=ACTION.summary, risk=Risk.REVERSIBLE),
        ToolFinished(call_id="j1.1.1", outcome="ok", output="written"),
        ModelAsked(round=2, model="m", model_label="Qwen"),
        ModelFinished(text="Done.", model_label="Qwen"),
        JobFinished(status="complete"),
    ]
    live = [*durable[:2], TextDelta("Let "), TextDelta("me."), *durable[2:8], TextDelta("Done."), *durable[8:]]
    assert Screen().show(*durable) == Screen().show(*live)


def test_a_question_is_a_card_with_its_action_until_it_is_answered() -> None:
    screen = Screen()
    question = ConfirmationRequested(call_id="j1.1.1", digest="d", action=ACTION, reason="It changes a file.")
    rows = screen.show(TaskSubmitted(text="hi"), ASKED, ModelFinished(calls=(CALL,)), question)
    card = rows[-1]
    assert isinstance(card, ToolRow)
    assert (card.status, card.summary, [a.name for a in card.actions]) == ("waiting", ACTION.summary, ["review"])
    assert "It changes a file." in card.details[0].text
    assert screen.presenter.waiting == {"j1.1.1"}
    rows = screen.show(ConfirmationAnswered(call_id="j1.1.1", digest="d", approved=False))
    card = rows[-1]
    assert isinstance(card, ToolRow)
    assert (card.status, card.actions) == ("declined", ())
    assert screen.presenter.waiting == frozenset()


WROTE = ToolFinished(call_id="j1.1.1", outcome="ok", output="Written.", undo=(Undo(path="/a.md"),), duration_ms=12)
A_TURN = [
    TaskSubmitted(text="write"),
    ASKED,
    ModelFinished(calls=(CALL,)),
    ToolStarted(call_id="j1.1.1", summary="Write a.md", risk=Risk.REVERSIBLE, allowed_by="window"),
    WROTE,
]


def card_of(rows: Sequence[Row]) -> ToolRow:
    [card] = [row for row in rows if isinstance(row, ToolRow)]
    return card


def test_what_a_call_did_to_files_can_be_undone_once_its_job_has_ended() -> None:
    screen = Screen()
    assert card_of(screen.show(*A_TURN)).actions == ()
    card = card_of(screen.show(ModelFinished(text="Done."), JobFinished(status="complete")))
    assert [action.name for action in card.actions] == ["undo"]
    assert (card.risk, card.allowed, card.duration_ms) == (2, "Allowed by you, in the window", 12)
    failed = ToolUndone(call_id="j1.1.1", outcome="failed", message="a.md was changed since, so it was left as it is.")
    card = card_of(screen.show(failed))
    assert (card.status, card.note, len(card.actions)) == ("ok", failed.message, 1)
    card = card_of(screen.show(ToolUndone(call_id="j1.1.1", outcome="ok", message="a.md is gone again.")))
    assert (card.status, card.note, card.actions) == ("undone", "a.md is gone again.", ())


def test_nothing_is_undone_while_a_job_that_was_cut_goes_on() -> None:
    screen = Screen()
    assert card_of(screen.show(*A_TURN, JobInterrupted())).actions
    assert not card_of(screen.show(JobResumed(how="retry"))).actions


def test_pictures_are_named_and_not_carried_along() -> None:
    image = Image(media_type="image/png", data="aGk=", name="chart.png")
    rows = Screen().show(
        TaskSubmitted(text="look", images=(image,)),
        ASKED,
        ModelFinished(calls=(CALL,)),
        ToolFinished(call_id="j1.1.1", outcome="ok", images=(image, image)),
    )
    task = rows[0]
    assert isinstance(task, UserRow)
    assert task.pictures == (RowPicture("chart.png", "image/png"),)
    assert len(card_of(rows).pictures) == 2


def test_the_last_answer_of_a_turn_says_what_all_of_it_took() -> None:
    calls = ModelFinished(calls=(CALL,), usage=Usage(prompt_tokens=900, completion_tokens=100), cost=0.01)
    answer = ModelFinished(text="Done.", usage=Usage(prompt_tokens=1100, completion_tokens=50), cost=0.02)
    screen = Screen()
    asked = ModelAsked(round=1, model="m", model_label="Qwen", window=4096)
    rows = screen.show(TaskSubmitted(text="hi"), asked, calls, asked.model_copy(update={"round": 2}), answer)
    last = rows[-1]
    assert isinstance(last, AnswerRow)
    assert last.footer == "50 tokens · cost 0.02 · 2 calls, 2150 tokens, cost 0.03 in all"
    assert screen.presenter.context == ContextFill(1150, 4096, "Qwen")


def test_what_is_stopped_next_is_the_answer_then_the_job_and_one_can_go_on() -> None:
    screen = Screen()
    screen.show(TaskSubmitted(text="hi"), ASKED, ModelFinished(calls=(CALL,)), ToolStarted(call_id="j1.1.1"))
    assert screen.presenter.stops == "answer"
    rows = screen.show(JobStopping())
    assert screen.presenter.stops == "job"
    notice = rows[-1]
    assert isinstance(notice, NoticeRow)
    assert [action.name for action in notice.actions] == ["cancel"]
    rows = screen.show(ToolFinished(call_id="j1.1.1", outcome="ok"), JobFinished(status="cancelled"))
    end = rows[-1]
    assert isinstance(end, NoticeRow)
    assert (end.text, [action.name for action in end.actions]) == ("Stopped.", ["continue"])
    screen.show(JobResumed(how="continue"), ASKED)
    assert screen.presenter.stops == "answer"
    assert [row.text for row in screen.rows.values() if isinstance(row, NoticeRow)] == ["Qwen is reading…"]


def test_an_answer_that_was_stopped_before_its_first_word_is_asked_for_again() -> None:
    stopped = ModelStopped(reason="cancelled")
    rows = Screen().show(TaskSubmitted(text="hi"), ASKED, stopped, JobFinished(status="cancelled"))
    assert isinstance(rows[-1], NoticeRow)
    assert [action.name for action in rows[-1].actions] == ["retry"]


def test_queued_prompts_stay_below_what_runs() -> None:
    screen = Screen()
    screen.show(TaskSubmitted(text="first"), ASKED)
    screen.show(TaskSubmitted(text="second"), job="j2")
    rows = screen.show(TextDelta("answer"))
    assert [getattr(row, "text", "") for row in rows] == ["first", "answer", "second"]
    assert isinstance(rows[-1], UserRow)
    assert rows[-1].queued
    screen.show(ModelFinished(text="answer"), JobFinished(status="complete"))
    rows = screen.show(ASKED, job="j2")
    assert isinstance(rows[-2], UserRow)
    assert not rows[-2].queued


def test_an_error_keeps_the_text_and_offers_what_can_be_done() -> None:
    screen = Screen()
    error = ErrorInfo(kind="Unavailable", message="The connection broke.", next_step="Try again.")
    rows = screen.show(
        TaskSubmitted(text="hi"),
        ASKED,
        TextDelta("So far"),
        ModelStopped(reason="error", text="So far", error=error),
        JobFinished(status="error", error=error),
    )
    answer, card = rows[1:]
    assert isinstance(answer, AnswerRow)
    assert isinstance(card, ErrorRow)
    assert (answer.text, answer.partial) == ("So far", True)
    assert (card.title, [a.name for a in card.actions]) == ("The connection broke.", ["continue", "retry", "doctor"])


def test_an_error_that_names_a_models_setting_offers_the_models() -> None:
    error = ErrorInfo(kind="Rejected", message="M wants an API key (401).", next_step="Check `api_key` of [models.m].")
    rows = Screen().show(TaskSubmitted(text="hi"), ASKED, JobFinished(status="error", error=error))
    (card,) = [row for row in rows if isinstance(row, ErrorRow)]
    assert [each.name for each in card.actions] == ["retry", "doctor", "models"]


def test_retry_takes_the_half_answer_away_and_continue_leaves_it() -> None:
    cut = [TaskSubmitted(text="hi"), ASKED, ModelStopped(reason="interrupted", text="Half"), JobInterrupted()]
    assert [type(row) for row in Screen().show(*cut)] == [UserRow, AnswerRow, NoticeRow]
    assert [type(row) for row in Screen().show(*cut, JobResumed(how="retry"))] == [UserRow]
    assert [type(row) for row in Screen().show(*cut, JobResumed(how="continue"))] == [UserRow, AnswerRow]


def test_silence_offers_to_stop_and_goes_away_with_the_next_word() -> None:
    screen = Screen()
    rows = screen.show(TaskSubmitted(text="hi"), ASKED, Progress("The model is loading."), Stalled(30.0))
    notice = rows[-1]
    assert isinstance(notice, NoticeRow)
    assert "30 seconds" in notice.text
    assert [a.name for a in notice.actions] == ["stop"]
    assert not any(isinstance(row, NoticeRow) for row in screen.show(TextDelta("hi")))


def test_a_scripts_answer_is_marked_as_no_ais() -> None:
    asked = ModelAsked(round=1, model="demo", model_label="Demo")
    rows = Screen().show(TaskSubmitted(text="hi"), asked, ModelFinished(text="Welcome"))
    assert isinstance(rows[-1], AnswerRow)
    assert rows[-1].badge == "Demo, not an AI"


def test_notes_for_the_model_that_writes_are_folded_away() -> None:
    rows = Screen().show(
        TaskSubmitted(text="hi"),
        ASKED,
        ModelFinished(text="found", summary=True),
        ModelAsked(round=2, model="c", model_label="Claude", role="chat"),
        ModelFinished(text="The answer."),
    )
    notes, answer = rows[1:]
    assert isinstance(notes, AnswerRow)
    assert isinstance(answer, AnswerRow)
    assert (notes.text, notes.thinking, answer.text) == ("", "found", "The answer.")


def test_the_token_path_is_one_operation() -> None:
    screen = Screen()
    screen.show(TaskSubmitted(text="hi"), ASKED, TextDelta("a"))
    assert screen.presenter.take(Recorded(9, "s", "j1", 0.0, TextDelta("b"))) == [Feed("j1/1", text="b")]


def test_the_title_follows_the_session() -> None:
    screen = Screen()
    screen.show(SessionRenamed(title="Tides"), job="")
    assert screen.presenter.title == "Tides"


def test_a_new_branch_takes_the_place_of_what_it_does_not_follow() -> None:
    screen = Screen()
    answered = [ASKED, ModelFinished(text="a"), JobFinished(status="complete")]
    screen.show(TaskSubmitted(text="one"), *answered)
    screen.show(TaskSubmitted(text="two"), *answered, job="j2")
    rows = screen.show(TaskSubmitted(text="other two", follows="j1"), *answered, job="j3")
    assert [getattr(row, "text", "") for row in rows] == ["one", "a", "other two", "a"]
    rows = screen.show(TaskSubmitted(text="anew", follows=""), job="j4")
    assert [getattr(row, "text", "") for row in rows] == ["anew"]


def test_a_call_that_the_person_changed_shows_what_it_really_had() -> None:
    screen = Screen()
    rows = screen.show(
        TaskSubmitted(text="write"),
        ASKED,
        ModelFinished(calls=(CALL,)),
        ConfirmationRequested(call_id="j1.1.1", digest="d", action=ACTION, reason="It changes something."),
        ArgumentsEdited(call_id="j1.1.1", arguments={"path": "mine.md"}),
        ConfirmationRequested(call_id="j1.1.1", digest="e", action=ACTION, reason="You changed what it is given."),
        ConfirmationAnswered(call_id="j1.1.1", digest="e", approved=True),
        ToolStarted(call_id="j1.1.1", summary="Write mine.md"),
        ToolFinished(call_id="j1.1.1", outcome="ok", output="Written."),
    )
    [card] = [row for row in rows if isinstance(row, ToolRow)]
    assert [(detail.label, detail.text) for detail in card.details] == [
        ("Given", "path: mine.md"),
        ("Result", "Written."),
    ]


def test_what_happens_to_the_session_as_a_whole_is_no_job_that_runs() -> None:
    screen = Screen()
    screen.show(TaskSubmitted(text="hi"), ASKED, ModelFinished(text="Hello"), JobFinished(status="complete"))
    screen.show(SessionSeen(), SessionPinned(), CaughtUp(), job="")
    assert screen.presenter.active_job is None


def test_a_branch_that_was_left_is_there_again_with_what_happened_on_it_meanwhile() -> None:
    screen = Screen()
    screen.show(TaskSubmitted(text="one"), ASKED, ModelFinished(text="1."), JobFinished(status="complete"))
    screen.show(TaskSubmitted(text="two"), ASKED, TextDelta("Half an "), job="j2")
    rows = screen.show(TaskSubmitted(text="two, but shorter", follows="j1"), job="j3")
    shorter = rows[-1]
    assert isinstance(shorter, UserRow)
    assert (shorter.text, shorter.branch, shorter.branches) == ("two, but shorter", 2, 2)
    assert screen.presenter.tip == "j3"
    screen.show(TextDelta("answer"), job="j2")  # on the branch that nobody looks at

    screen.apply(screen.presenter.step("j3", -1))
    texts = [row.text for row in screen.rows.values() if isinstance(row, UserRow | AnswerRow)]
    assert texts == ["one", "1.", "two", "Half an answer"]
    assert screen.presenter.tip == "j2"
    assert screen.presenter.step("j2", -1) == []
    rows = screen.show(TextDelta(", whole"), job="j2")
    assert isinstance(rows[-1], AnswerRow)
    assert rows[-1].text == "Half an answer, whole"


def turns(count: int) -> Screen:
    """A conversation of so many turns, in which each wrote a file."""
    screen = Screen()
    for n in range(count):
        job = f"j{n}"
        call = CALL.model_copy(update={"call_id": f"{job}.1.1"})
        screen.show(
            *[TaskSubmitted(text="write"), ASKED, ModelFinished(calls=(call,))],
            WROTE.model_copy(update={"call_id": call.call_id}),
            *[ModelFinished(text="Done."), JobFinished(status="complete")],
            job=job,
        )
    return screen


def work_of_a_turn(screen: Screen) -> int:
    """All that the window asks of the presenter while one more turn happens that asks a question."""
    question = ConfirmationRequested(call_id="new.1.1", digest="d", action=ACTION, reason="It changes a file.")
    call = CALL.model_copy(update={"call_id": "new.1.1"})
    events = [
        *[TaskSubmitted(text="write"), ASKED, TextDelta("I "), ModelFinished(text="I will.", calls=(call,)), question],
        ConfirmationAnswered(call_id="new.1.1", digest="d", approved=True),
        WROTE.model_copy(update={"call_id": "new.1.1"}),
        *[ModelFinished(text="Done."), JobFinished(status="complete")],
    ]
    presenter = screen.presenter

    def happen() -> None:
        for event in events:
            presenter.take(Recorded(1, "s", "new", 0.0, event))
            _ = presenter.waiting, presenter.stops, presenter.active_job, presenter.context, presenter.at_latest

    return instructions(happen)


def test_a_turn_is_the_same_work_after_thirty_turns_and_after_a_thousand() -> None:
    assert work_of_a_turn(turns(1000)) == work_of_a_turn(turns(30))


def test_in_german_what_the_engine_says_is_german_and_what_a_tool_gives_is_not(german: None) -> None:
    screen = Screen()
    call = ToolCall(call_id="j1.1.1", provider_id="p", name="read_file", arguments={"path": "Nothing was changed."})
    rows = screen.show(
        TaskSubmitted(text="Nothing was changed."),
        ASKED,
        ModelFinished(text="Nothing was found.", calls=(call,), model_label="Qwen"),
        ToolStarted(call_id="j1.1.1", summary="Read ~/a.txt", risk=Risk.READS, allowed_by="window"),
        ToolFinished(call_id="j1.1.1", outcome="ok", output="Nothing was found."),
    )
    card = next(row for row in rows if isinstance(row, ToolRow))
    assert (card.summary, card.allowed) == ("~/a.txt lesen", "Erlaubt durch Sie, im Fenster")
    assert [part.text for part in card.details] == ["path: Nothing was changed.", "Nothing was found."]
    assert [row.text for row in rows if isinstance(row, AnswerRow)] == ["Nothing was found."]  # the model's own

    rows = screen.show(
        ToolFinished(call_id="j1.1.1", outcome="failed", output="There is no ~/a.txt. Use another file.")
    )
    card = next(row for row in rows if isinstance(row, ToolRow))
    assert card.details[-1].text == "Das gibt es nicht: ~/a.txt. Verwenden Sie eine andere Datei."

    rows = screen.show(Progress("M is loading its model, 3 s"))
    assert next(row.text for row in rows if isinstance(row, NoticeRow)) == "M lädt sein Modell, 3 s"
    error = ErrorInfo(kind="Rejected", message="M wants an API key (401).", next_step="Choose another model.")
    rows = screen.show(JobFinished(status="error", error=error))
    shown = next(row for row in rows if isinstance(row, ErrorRow))
    assert (shown.title, shown.next_step) == ("M verlangt einen API-Schlüssel (401).", "Wählen Sie ein anderes Modell.")
