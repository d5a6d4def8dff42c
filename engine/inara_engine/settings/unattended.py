"""What starts without a person at the keyboard: at set times, or because another program says so."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from inara_engine.settings.faults import Fault, refuse
from inara_engine.settings.formats import Cron, Identifier, KeyReference, Name, Tier
from inara_engine.settings.table import Table

__all__ = ["HookSettings", "ScheduleSettings"]


class _Unattended(Table):
    """Something that starts without a person at the keyboard."""

    persona: Name | None = Field(default=None, title="Persona", examples=["inara"], description="Persona that answers.")
    profile: Identifier | None = Field(default=None, title="Profile", examples=["me"], description="Whose rules hold.")
    tier: Tier | None = Field(
        default=None, title="Context", examples=[2], description="How much of persona and memory goes along, 0 to 3."
    )
    mode: Literal["agent", "chat"] = Field(
        default="agent", title="Mode", description="With tools (agent) or without (chat)."
    )
    respond_with_final: bool = Field(
        default=True, title="Write an answer", description="Otherwise the result is the summary of what was found."
    )
    local_only: bool = Field(
        default=False, title="Only this machine", description="No model elsewhere is asked, whatever the roles say."
    )
    enabled: bool = Field(default=True, title="On", description="Whether it is started at all.")


class ScheduleSettings(_Unattended):
    """A task that starts at set times, or the memory that is folded then."""

    name: Identifier = Field(title="Name", examples=["morning"], description="A name of its own.")
    cron: Cron = Field(
        title="Times",
        examples=["0 7 * * 1-5"],
        description='Minute, hour, day, month, weekday; "0 7 * * 1-5" is each working day at seven.',
    )
    task: str = Field(
        default="",
        max_length=20_000,
        title="Task",
        examples=["Summarise my notes from yesterday"],
        description="What Inara is asked to do.",
    )
    distill: bool = Field(
        default=False,
        title="Fold the memory",
        description="Instead of a task: fold the persona's memory; the result waits for you to keep it.",
    )
    marks: Literal["", "private", "untrusted", "private, untrusted"] = Field(
        default="",
        title="Marks",
        description="Set where a model wrote the task: what it had read by then, so that its runs ask as it would.",
    )

    @model_validator(mode="after")
    def _one_thing_to_do(self) -> Self:
        if self.distill and self.task:
            raise refuse(Fault(("task",), "given beside distill", "one of them"))
        if not self.distill and not self.task.strip():
            raise refuse(Fault(("task",), "missing", 'what Inara is asked to do, or "distill = true"'))
        return self


class HookSettings(_Unattended):
    """A task that another program starts with POST /hooks/NAME; what it sends is content, never instructions."""

    task: str = Field(
        min_length=1,
        title="Task",
        examples=["Summarise what happened"],
        description="What Inara is asked to do.",
    )
    secret: KeyReference | None = Field(
        default=None,
        title="Secret",
        examples=["keyring:gitea"],
        description='"keyring:NAME" of the secret that signs the request; absent: the bearer token guards it.',
    )
