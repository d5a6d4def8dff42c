"""What the doctor has to say of Inara itself: its files, database, keyring, personas and plugins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from inara_engine.doctor import Finding
from inara_engine.errors import StorageError, UserError
from inara_engine.home import Home
from inara_engine.personas import Personas
from inara_engine.plan import Plan
from inara_engine.secrets import Secrets
from inara_engine.settings import Loaded, Settings
from inara_engine.settings.names import did_you_mean
from inara_engine.store import Store
from inara_engine.tools.plugin import installed

__all__ = ["SelfCheck"]

WITH_A_SERVICE = ("web_search",)  # not there before its service is named


class SelfCheck:
    """`loaded` gives the settings in force and what is wrong with their file."""

    def __init__(
        self, home: Home, store: Store, secrets: Secrets, personas: Personas, plan: Plan, loaded: Callable[[], Loaded]
    ) -> None:
        self._home = home
        self._store = store
        self._secrets = secrets
        self._personas = personas
        self._plan = plan
        self._loaded = loaded

    async def findings(self) -> list[Finding]:
        """What there is to say of Inara itself."""
        problems = self._loaded().problems
        findings = [Finding("Data", ok=True, message=str(self._home.data))]
        step = "Mend that line. Until then the last good settings hold, or the built-in ones."
        findings += [Finding("Settings", ok=False, message=str(problem), next_step=step) for problem in problems]
        if not problems:
            findings.append(Finding("Settings", ok=True, message=str(self._home.config_file)))
        if self._store.damaged:
            text = f"{self._store.damaged} damaged rows were left out."
            step = "They are kept in the file as they are."
            findings.append(Finding("Database", ok=False, message=text, next_step=step))
        else:
            findings.append(Finding("Database", ok=True, message=str(self._home.database)))
        findings.append(await self._of_decisions())
        state = await self._secrets.state()
        findings.append(
            Finding("Keyring", ok=state.kind == "available", message=state.message, next_step=state.next_step)
        )
        findings += await self._of_personas()
        findings += await self._of_plugins()
        findings += await self._of_named_tools()
        return findings

    async def _of_decisions(self) -> Finding:
        try:
            chain = await self._store.decisions.verify()
        except StorageError as error:
            return Finding("Decisions", ok=False, message=error.message, next_step=error.next_step)
        if chain.problem:
            return Finding("Decisions", ok=False, message=chain.problem, next_step=chain.next_step)
        return Finding("Decisions", ok=True, message=f"{chain.decisions:,} in the log, each follows from the last")

    async def _of_plugins(self) -> list[Finding]:
        """The plugins that are on, and those that are there to be switched on."""
        findings = [
            Finding(
                f"Plugin {one.name}",
                ok=not one.problem,
                message=one.problem or f"tools: {', '.join(tool.name for tool in one.tools) or 'none'}",
                next_step="Mend or install it, or take it out of plugins under [tools]." if one.problem else "",
            )
            for one in await self._plan.offering.plugins()
        ]
        on = set(self._loaded().settings.tools.plugins)
        switch = "`inara plugins enable {}` switches it on, if you trust it."
        return findings + [
            Finding(f"Plugin {one.name}", ok=True, message="installed, off", next_step=switch.format(one.name))
            for one in await asyncio.to_thread(installed)
            if one.name not in on
        ]

    async def _of_named_tools(self) -> list[Finding]:
        """Names in the settings that no tool has: a misspelt one in `deny` would refuse nothing."""
        settings = self._loaded().settings
        known = [*WITH_A_SERVICE, *(tool.name for tool in await self._plan.owned())]
        return [
            Finding(
                "Tools",
                ok=False,
                message=f"{where} names {name!r}, and there is no such tool.",
                next_step=f"Did you mean {near}?"
                if (near := did_you_mean(name, known))
                else "`inara tools` lists them.",
                kind="unknown_tool",
            )
            for where, name in dict.fromkeys(_named_tools(settings))
            if not any(fnmatchcase(tool, name) for tool in known) and not _of_a_server(name, settings)
        ]

    async def _of_personas(self) -> list[Finding]:
        """What of the personas' files had to be left out."""
        findings: list[Finding] = []
        for name in await self._personas.names():
            subject = f"Persona {name}"
            try:
                persona = await self._personas.load(name)
            except UserError as error:
                findings.append(Finding(subject, ok=False, message=error.message, next_step=error.next_step))
                continue
            findings += [
                Finding(subject, ok=False, message=f"{problem.path}: {problem.message}", next_step=problem.next_step)
                for problem in persona.problems
            ]
        return findings


def _named_tools(settings: Settings) -> Iterator[tuple[str, str]]:
    """Where the settings name tools, and the names or patterns there."""
    for role, table in settings.roles.items():
        yield from ((f"roles.{role}.tools", name) for name in table.tools)
    policies = {"policy": settings.policy}
    policies |= {f"profiles.{name}.policy": profile.policy for name, profile in settings.profiles.items()}
    for where, policy in policies.items():
        for key in policy.model_fields_set & {"whitelist", "blacklist"}:
            yield from ((f"{where}.{key}", name) for name in getattr(policy, key))
        for key in policy.model_fields_set & {"allow", "deny"}:
            yield from ((f"{where}.{key}", rule.tool) for rule in getattr(policy, key))


def _of_a_server(name: str, settings: Settings) -> bool:
    """Whether it may be one of a tool server's, whose tools are known only once it was looked at."""
    begun = name.removesuffix("*")
    return any(begun.startswith(own) or own.startswith(begun) for own in (f"{one}__" for one in settings.mcp.servers))
