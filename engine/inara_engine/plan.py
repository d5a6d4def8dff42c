"""What one job runs with: its model, its tools, its policy and its prompt, from the settings of the moment."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from inara_engine import context, policy
from inara_engine.answering import Answering, answering, check
from inara_engine.compaction import Compaction
from inara_engine.deps import Deps, Speaker, Voice
from inara_engine.errors import NotFound, UserError
from inara_engine.events import Action, JobId, PromptSet, TaskSubmitted
from inara_engine.frozen import frozen
from inara_engine.ground import Ground
from inara_engine.ids import is_private
from inara_engine.jobs.history import History, given_by
from inara_engine.messages import Message, ToolSpec
from inara_engine.models import Chosen, Models, is_local
from inara_engine.offering import Offering
from inara_engine.personas import Personas
from inara_engine.policy import PolicyContext, Remembered
from inara_engine.running import ToolTasks
from inara_engine.seeing import Sight
from inara_engine.state import Flags, JobState
from inara_engine.toolbox import OwnedTool
from inara_engine.tools.base import Tool, ToolContext
from inara_engine.tools.ports import Ports
from inara_engine.tools.web_address import GivenUrls
from inara_engine.tools.workspace import Workspace
from inara_engine.voices import Voices

__all__ = ["Plan"]

_NO_FLAGS = Flags()
AHEAD_S = 1.0  # what was prepared longer ago may no longer hold; writing a task down takes milliseconds
ORCHESTRATOR, WRITER, DISTILLER, SEER = "orchestrator", "chat", "distill", "vision"


class Plan:
    """A `jobs.Planner`. `now` gives the local time, `clock` Unix seconds, `remembered` a profile's rules from calls."""

    def __init__(
        self,
        models: Models,
        personas: Personas,
        ground: Ground,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        remembered: Callable[[str], tuple[Remembered, ...]],
    ) -> None:
        self._models = models
        self._voices = Voices(models)
        self._personas = personas
        self._clock = clock
        self._now = now
        self._remembered = remembered
        self._ports = Ports()
        self._ahead: _Ahead | None = None
        self._prompt = PromptSet.of("", ())  # the last one: mostly the next one says the same
        self.offering = Offering()
        self.use(ground)

    def use(self, ground: Ground) -> None:
        """Plan the next jobs on changed settings."""
        self._ground = ground
        self.offering.use(ground)

    def reach_through(self, ports: Ports) -> None:
        """What the tools of the next jobs reach beyond files and the network."""
        self._ports = ports

    @property
    def workspace(self) -> Workspace:
        """The folders of the profile in use, and the protected places."""
        return self._ground.context_of("").workspace

    def workspace_of(self, job_id: JobId) -> Workspace:
        """The same, with the copies where a job's are kept."""
        return self.workspace.off_the_record() if is_private(job_id) else self.workspace

    async def check(self, task: TaskSubmitted) -> None:
        """Refuse a task before it is written down. Raises NotFound, UserError."""
        await check(self._personas, self._ground.settings, task)
        if task.off_record:
            self._models.check_off_record(_first_role(task), task.model)
        if task.local_only:
            self._models.check_local(_first_role(task), task.model)

    def prepare_ahead(self, task: TaskSubmitted) -> None:
        """Begin to prepare a task while the disk takes it: reading files takes as long as that."""
        made = asyncio.ensure_future(self._prepare(task))
        made.add_done_callback(_seen)
        self._ahead = _Ahead(task, self._ground, self._clock(), made)

    async def offered(self) -> tuple[ToolSpec, ...]:
        """What a model is told of tools when somebody gives it a task now."""
        task = TaskSubmitted(text="")
        who = await answering(self._personas, self._ground.settings, task)
        tools = await self.offering.tools(who, self._rules(task, ORCHESTRATOR))
        return _specs(tools, replace(self._ground.context_of(task.profile), memory=who.memory, ports=self._ports))

    async def owned(self) -> list[OwnedTool]:
        """Every tool with whose it is, and whether the default profile's policy refuses it."""
        return await self.offering.owned(self._rules(TaskSubmitted(text=""), ORCHESTRATOR))

    async def __call__(self, job_id: JobId, task: TaskSubmitted, history: History) -> Deps:
        """Raises UserError where the job's model or persona can't be had."""
        made = await self._prepared(task)
        who, chosen, specs, system = made.who, made.chosen, made.specs, made.system
        refuses = self._models.learnt.refuses_tools if specs else _takes_none
        bare = partial(self._without_tools, task, made.role, who, chosen, history)

        def with_tools(one: Chosen) -> Voice:
            voice = self._voices.orchestrating(one, system, made.prompt, history, specs)
            return replace(voice, without_tools=partial(bare, one)) if specs else voice

        return Deps(
            job_id=job_id,
            orchestrator=Speaker(made.role, tuple(bare(one) if refuses(one) else with_tools(one) for one in chosen)),
            writer=await self._writer(task, history, who, chosen[0].id),
            max_rounds=chosen[0].settings.max_rounds,
            tools=made.tools,
            context=made.context,
            judge=partial(self._judge, task, made.role),
            questions_expire_s=made.rules.policy.confirmation_expires_h * 3600,
            tasks=ToolTasks(),
            clock=self._clock,
            host=platform.node(),
            earlier=history.flags,
            told=who.told(None).flags,
            prompts=history.prompts,
            compaction=Compaction(
                history,
                system,
                () if refuses(chosen[0]) else specs,
                partial(self._summing, task, chosen[:1]),
                partial(self._models.learnt.room, chosen[0]),
                self._clock,
            ),
            sight=self._sight(chosen[0], made.looking),
            finished=partial(self._journal, job_id, who, history.flags),
            given_urls=partial(_given_urls, history),
            notices=tuple(f"Left out of the persona: {problem}" for problem in who.persona.problems),
            renewed=partial(self._renewed, task, made.ground),
        )

    async def _prepared(self, task: TaskSubmitted) -> _Prepared:
        ahead = self._ahead
        if ahead is not None and ahead.task is task:
            self._ahead = None  # once: what a job is told when it goes on later is read anew
            if ahead.ground is self._ground and 0 <= self._clock() - ahead.at <= AHEAD_S:
                return await ahead.made
        return await self._prepare(task)

    async def _prepare(self, task: TaskSubmitted) -> _Prepared:
        """Raises UserError where the job's model or persona can't be had."""
        ground = self._ground
        who = await answering(self._personas, ground.settings, task)
        role = _first_role(task)
        chosen = await self._choose(task, role, task.model)
        looking = await self._beside(SEER, task, chosen) if task.images else ()
        if task.images and not looking:
            chosen = tuple(one for one in chosen if self._models.learnt.sees(one) is not False) or chosen
        rules = self._rules(task, role)
        tools = await self.offering.tools(who, rules)
        tool_context = self._within(task, who, ground)
        specs = _specs(tools, tool_context)
        system = self._system(task, role, who, chosen, tools=bool(tools))
        return _Prepared(
            ground=ground,
            who=who,
            role=role,
            chosen=chosen,
            looking=looking,
            rules=rules,
            tools=tools,
            context=tool_context,
            specs=specs,
            system=system,
            prompt=self._prompt_of(system.text, specs),
        )

    def _within(self, task: TaskSubmitted, who: Answering, ground: Ground) -> ToolContext:
        """What a task's tools reach."""
        reached = replace(
            ground.context_of(task.profile),
            memory=who.memory,
            ports=self._ports,
            profile=task.profile,
            local_only=bool(task.local_only),
        )
        if not task.off_record:
            return reached
        return replace(reached, workspace=reached.workspace.off_the_record(), off_record=True)

    async def _renewed(self, task: TaskSubmitted, before: Ground, deps: Deps) -> Deps:
        """For a job that began on the settings of `before`: a folder taken back is out of reach for it as well.

        Raises NotFound where its profile or persona is no more.
        """
        ground = self._ground
        if ground is before:
            return deps
        who = await answering(self._personas, ground.settings, task)
        tools = await self.offering.still(deps.tools)
        return replace(deps, tools=tools, context=self._within(task, who, ground))

    def _prompt_of(self, system: str, specs: tuple[ToolSpec, ...]) -> PromptSet:
        if self._prompt.system != system or self._prompt.tools != specs:
            self._prompt = PromptSet.of(system, specs)
        return self._prompt

    async def _choose(self, task: TaskSubmitted, role: str, model: str = "") -> tuple[Chosen, ...]:
        return await self._models.choose(role, model, off_record=task.off_record, local_only=bool(task.local_only))

    async def _beside(self, role: str, task: TaskSubmitted, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        """A role's models, to do something for these: none that would carry it off this machine where they don't."""
        try:
            found = await self._choose(task, role)
        except UserError:  # no key, say: no reason to refuse the job
            return ()
        hosts = self._ground.settings.defaults.local_hosts
        stays = all(is_local(one.settings, hosts) for one in chosen)
        return tuple(one for one in found if not stays or is_local(one.settings, hosts))

    async def _summing(self, task: TaskSubmitted, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        """Who sums up what no longer fits."""
        return await self._beside(DISTILLER, task, chosen) or chosen

    def _sight(self, chosen: Chosen, looking: tuple[Chosen, ...]) -> Sight:
        return Sight(
            chosen.label,
            lambda: self._models.learnt.sees(chosen) is False,
            self._models.learnt.learn_blind,
            looking,
            self._clock,
            go_on=self._ground.settings.defaults.leave_out_pictures,
        )

    def _rules(
        self, task: TaskSubmitted, role: str, flags: Flags = _NO_FLAGS, *, approved: bool = False
    ) -> PolicyContext:
        """The rules of the task's profile as they stand now: a settled refusal holds for running jobs too.

        Raises NotFound where the profile is no more.
        """
        settings = self._ground.settings
        profile = task.profile or settings.defaults.profile
        rules = self._ground.rules.get(profile)
        if rules is None:
            known = ", ".join(settings.profile_names())
            raise NotFound(f"There is no profile {profile!r}.", next_step=f"The profiles are: {known}.")
        return PolicyContext(
            policy=rules,
            role_tools=settings.role(role).tools,
            mode=task.mode,
            flags=flags,
            approve_below=task.approve_below,
            approved=approved,
            profile="" if task.off_record else profile,
            remembered=self._remembered(profile),
        )

    def _judge(
        self, task: TaskSubmitted, role: str, tool: str, action: Action, flags: Flags, *, approved: bool
    ) -> policy.Decision:
        return policy.decide(tool, action, self._rules(task, role, flags, approved=approved))

    async def _journal(self, job_id: JobId, who: Answering, earlier: Flags, state: JobState) -> None:
        await who.journal(job_id, state, earlier.union(state.flags), self._now())

    async def _writer(self, task: TaskSubmitted, history: History, who: Answering, orchestrator: str) -> Speaker | None:
        """Who writes the final answer, where that is another model than the one that ran the tools."""
        if task.mode != "agent" or not task.respond_with_final or task.model:
            return None
        writer = task.chat_role or WRITER
        if (named := self._ground.settings.role_models(writer)) and named[0][0] == orchestrator:
            return None
        try:
            chosen = await self._choose(task, writer)
        except UserError:
            if task.local_only:  # who found it writes it: nobody else is on this machine
                return None
            raise
        if not chosen or chosen[0].id == orchestrator:
            return None
        system = self._system(task, writer, who, chosen, tools=False)
        prompt = PromptSet.of(system.text, ())
        return Speaker(writer, tuple(self._voices.writing(one, system, prompt, history) for one in chosen))

    def _without_tools(
        self,
        task: TaskSubmitted,
        role: str,
        who: Answering,
        chosen: tuple[Chosen, ...],
        history: History,
        one: Chosen,
    ) -> Voice:
        """Who asks a model that refuses tools, remembered for this run: it is told of none."""
        self._models.learnt.learn_tools_refused(one)
        system = self._system(task, role, who, chosen, tools=False)
        prompt = PromptSet.of(system.text, ())
        voice = self._voices.orchestrating(one, system, prompt, history, ())
        return replace(voice, notice=f"{one.label} can't use tools; it answers without them.")

    def _system(
        self, task: TaskSubmitted, name: str, who: Answering, chosen: tuple[Chosen, ...], *, tools: bool
    ) -> Message:
        role = self._ground.settings.role(name)
        windows = [window for one in chosen if (window := self._models.learnt.room(one)) is not None]
        setting = context.Setting(
            now=self._now(),
            mode=task.mode,
            tools=tools,
            persona=who.told(min(windows, default=None)).sections,
            roots=tuple(str(root) for root in self._ground.context_of(task.profile).workspace.roots),
            system_append=role.system_append,
            inject_datetime=role.inject_datetime,
            inject_mode=role.inject_mode,
            off_record=task.off_record,
        )
        return Message("system", context.system_prompt(setting))


@frozen
class _Prepared:
    """What a task is answered with, whatever was said before it. `looking` is who looks at its pictures."""

    ground: Ground
    who: Answering
    role: str
    chosen: tuple[Chosen, ...]
    looking: tuple[Chosen, ...]
    rules: PolicyContext
    tools: dict[str, Tool]
    context: ToolContext
    specs: tuple[ToolSpec, ...]
    system: Message
    prompt: PromptSet


@frozen
class _Ahead:
    """A task that is prepared before its turn has come, on the settings of then; `at` in Unix seconds."""

    task: TaskSubmitted
    ground: Ground
    at: float
    made: asyncio.Future[_Prepared]


def _seen(made: asyncio.Future[_Prepared]) -> None:
    """Whoever asks is told what went wrong; where nobody does, nobody misses it."""
    if not made.cancelled():
        made.exception()


def _first_role(task: TaskSubmitted) -> str:
    return ORCHESTRATOR if task.mode == "agent" else task.chat_role or WRITER


def _takes_none(_: Chosen) -> bool:
    return False


def _given_urls(history: History, state: JobState) -> GivenUrls:
    return GivenUrls((*history.given, *given_by(state, history.flags)))


def _specs(tools: Mapping[str, Tool], context: ToolContext) -> tuple[ToolSpec, ...]:
    return tuple(tool.spec for tool in tools.values() if tool.available is None or tool.available(context))
