"""Messages as every model server takes them, whatever the log lacks.

Servers reject a call without its result, a result without its call and a message without content;
many templates reject two messages of one role in a row. A log may lack rows: damaged, or cut by a crash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inara_engine.messages import Message
from inara_engine.state import CONTINUE

__all__ = ["NO_ANSWER", "closed", "in_order", "ready", "repaired"]

NO_ANSWER = Message("assistant", "[There was no answer: it was cut off.]")
NO_QUESTION = Message("user", "[What was asked here is missing.]")
NO_RESULT = "What came of this call is missing from the log; whether it happened is unknown. Look first."


def ready(messages: Sequence[Message]) -> tuple[Message, ...]:
    """A whole request: repaired, and with the last word not the model's own."""
    whole = repaired(messages)
    if whole[-1].role in {"assistant", "system"}:
        return (*whole, Message("user", CONTINUE) if whole[-1].role == "assistant" else NO_QUESTION)
    return whole


def closed(messages: Sequence[Message]) -> tuple[Message, ...]:
    """A job's messages so that another may follow: repaired, from a question to an answer."""
    messages = list(messages)
    if messages and messages[-1].role == "assistant" and messages[-1].calls:
        last = messages.pop()  # nothing came of its calls
        if last.text:
            messages.append(replace(last, calls=(), encoded={}))
    whole = repaired(messages)
    return whole if whole[-1].role == "assistant" else (*whole, NO_ANSWER)


def repaired(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Each call with exactly one result right after it, nothing empty, the roles in turn from a question on.

    What is in order already stays the same object: its wire form is kept with it.
    """
    if in_order(messages):
        return tuple(messages)
    system = tuple(messages[:1]) if messages and messages[0].role == "system" else ()
    rest: list[Message] = []
    for message in _paired(messages[len(system) :]):
        before = rest[-1].role if rest else None
        if message.role == "assistant":
            if before is None:
                rest.append(NO_QUESTION)
            elif before == "assistant":
                message = _joined(rest.pop(), message)  # noqa: PLW2901 - one answer in two rows
        elif message.role == "user" and before == "user":
            rest.append(NO_ANSWER)
        rest.append(message)
    return (*system, *(rest or [NO_QUESTION]))


def in_order(messages: Sequence[Message], after: str = "") -> bool:
    """Whether there is nothing to repair, as nearly always: one short look at each message, since each round asks.

    `after` is the role of the last of those that they follow, "" where they follow none.
    """
    due: list[str] = []  # the calls that still lack a result
    first = None if after or not messages else messages[0]
    before = after or "system"
    for message in messages:
        role = message.role
        if role == "tool":
            if not due or due.pop(0) != message.call_id:
                return False
        elif due or (role == before and message is not first):
            return False
        elif role == "assistant" and message.calls:
            if before == "system":
                return False
            due = [call.provider_id for call in message.calls]
        elif role == "system":
            if message is not first:
                return False
        elif (role == "assistant" and before == "system") or not (message.text.strip() or message.images):
            return False
        before = role
    return not due and before != "system"


def _paired(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages with their results in call order; results of no call are left out."""
    asking: Message | None = None
    results: list[Message] = []
    for message in messages:
        if message.role == "tool":
            results.append(message)
            continue
        yield from _answered(asking, results)
        asking, results = (message, []) if message.role == "assistant" and message.calls else (None, [])
        if asking is None:
            yield _filled(message)
    yield from _answered(asking, results)


def _answered(asking: Message | None, results: list[Message]) -> Iterator[Message]:
    if asking is None:
        return
    yield asking
    for call in asking.calls:
        result = next((result for result in results if result.call_id == call.provider_id), None)
        if result is not None:
            results.remove(result)
        yield result or Message("tool", NO_RESULT, call_id=call.provider_id)


def _filled(message: Message) -> Message:
    if message.text.strip() or message.images or message.role == "system":
        return message
    return NO_QUESTION if message.role == "user" else NO_ANSWER


def _joined(first: Message, second: Message) -> Message:
    text = second.text if first is NO_ANSWER else f"{first.text}\n\n{second.text}".strip()
    return replace(second, text=text, encoded={})
