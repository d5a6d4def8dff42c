"""What one job runs with: its model, its tools, its policy and its prompt, from the settings of the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from inara_engine import context, policy
from inara_engine.events import Action, JobId, TaskSubmitted
from inara_engine.home import Home, documents_folder
from inara_engine.jobs.history import History
from inara_engine.loop import Deps, ToolTasks
from inara_engine.messages import Message
from inara_engine.models import Chosen, Models
from inara_engine.policy import PolicyContext
from inara_engine.providers.base import ModelRequest
from inara_engine.settings import Settings
from inara_engine.state import Flags, JobState
from inara_engine.tools.base import Tool, ToolContext
from inara_engine.tools.protected import protected_places
from inara_engine.tools.workspace import Workspace

__all__ = ["Ground", "Plan"]

ROLE = "orchestrator"


@dataclass(frozen=True, slots=True)
class Ground:
    """What the settings amount to on this disk: folders granted, places protected, rules with real paths."""

    settings: Settings
    context: ToolContext
    rules: policy.PolicySettings

    @classmethod
    def survey(cls, home: Home, settings: Settings, clock: Callable[[], float]) -> Ground:
        """Look at the disk; call it in a thread."""
        person = Path.home()
        roots = settings.workspace.folders(documents_folder())
        protected = protected_places(person, home.folders, granted=roots)
        rules = policy.with_real_folders(settings.policy_of(settings.defaults.profile), person)
        return cls(settings, ToolContext(Workspace(roots, protected, home.undo, person), clock), rules)


class Plan:
    """A `jobs.Planner`. `now` gives the local time, `clock` Unix seconds."""

    def __init__(
        self,
        models: Models,
        tools: tuple[Tool, ...],
        ground: Ground,
        clock: Callable[[], float],
        now: Callable[[], datetime],
    ) -> None:
        self._models = models
        self._tools = tools
        self._clock = clock
        self._now = now
        self.use(ground)

    def use(self, ground: Ground) -> None:
        """Plan the next jobs on changed settings."""
        self._ground = ground

    async def __call__(self, job_id: JobId, task: TaskSubmitted, history: History) -> Deps:
        """Raises UserError where the job's model can't be had."""
        chosen = await self._models.choose(task.model, ROLE)
        ground = self._ground
        role = ground.settings.role(ROLE)
        rules = PolicyContext(
            policy=ground.rules,
            role_tools=role.tools,
            mode=task.mode,
            flags=history.flags,
            approve_below=task.approve_below,
        )
        tools = {
            tool.name: tool for tool in self._tools if policy.offered(tool.name, tool.risk, tool.capabilities, rules)
        }
        setting = context.Setting(
            now=self._now(),
            mode=task.mode,
            tools=bool(tools),
            roots=tuple(str(root) for root in ground.context.workspace.roots),
            system_append=role.system_append,
            inject_datetime=role.inject_datetime,
            inject_mode=role.inject_mode,
        )
        system = Message("system", context.system_prompt(setting))
        return Deps(
            job_id=job_id,
            provider=chosen.provider,
            model=chosen.id,
            model_label=chosen.label,
            role=ROLE,
            max_rounds=chosen.settings.max_rounds,
            request=partial(_request, chosen, system, history, tools),
            tools=tools,
            context=ground.context,
            judge=partial(_judge, rules),
            tasks=ToolTasks(),
            clock=self._clock,
            earlier=history.flags,
        )


def _request(
    chosen: Chosen, system: Message, history: History, tools: dict[str, Tool], state: JobState, last: bool
) -> ModelRequest:
    messages = (system, *history.messages, *state.messages)
    if last:
        messages = (*messages, Message("user", context.LAST_ROUND))
    return ModelRequest(
        model=chosen.settings.model,
        messages=context.window(messages, chosen.settings.context_window),
        tools=() if last else tuple(tool.spec for tool in tools.values()),
        extra=dict[str, Any](chosen.settings.extra),
    )


def _judge(rules: PolicyContext, tool: str, action: Action, flags: Flags, *, approved: bool) -> policy.Decision:

    return policy.decide(tool, action, replace(rules, flags=flags, approved=approved))
