"""The whole system prompt of each tier and mode, side by side, in system_prompts.md.

Where it changes on purpose, look at the new text and keep it:

    INARA_KEEP_PROMPTS=1 python -m pytest tests/engine/personas/test_system_prompt.py
"""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path

from inara_engine.answering import answering
from inara_engine.context import Setting, system_prompt
from inara_engine.events import TaskSubmitted
from inara_engine.home import find_home
from inara_engine.memory import Marks
from inara_engine.personas import Personas, told
from inara_engine.settings import PolicySettings, Settings
from inara_engine.tokens import estimated

KEPT = Path(__file__).with_name("system_prompts.md")
NOW = datetime(2026, 11, 22, 19, 41, tzinfo=UTC)


async def test_the_system_prompt_of_each_tier_and_mode(home: Path) -> None:
    found = find_home()
    await asyncio.to_thread(found.ensure)
    personas = Personas(found)
    folder = await personas.make_editable("inara")
    memory = await personas.memory("inara")
    await memory.remember("Robin likes green tea.", Marks(private=True), NOW)
    (folder / "profile.md").write_text("My name is Kim. I live in Utrecht.\n")
    (folder / "papers" / "letters.md").write_text("Place and time in the first two lines.\n")
    memory.file("long").write_text("# Long memory\n\n- Noor, eight years old, is Kim's daughter.\n")
    memory.file("mid").write_text("- 2026-11-02 The garden plan is in garden.md.\n")
    await memory.remember("The shop's page says that it moves in June.", Marks(untrusted=True), NOW)
    inara = await personas.load("inara")
    text = ""
    for tier in range(4):
        for mode, off_record in (("agent", False), ("chat", False), ("agent", True), ("chat", True)):
            setting = Setting(
                NOW,
                mode,
                tools=mode == "agent",
                persona=told(inara, tier).sections,
                roots=("/home/kim/Documents",),
                off_record=off_record,
            )
            prompt = system_prompt(setting)
            title = f"Tier {tier}, {mode}{', off the record' if off_record else ''}: about {estimated(prompt)} tokens"
            text += f"# {title}\n\n````\n{prompt}\n````\n\n"
    for title, setting in await guest_and_role(personas):
        text += f"# {title}\n\n````\n{system_prompt(setting)}\n````\n\n"
    if os.environ.get("INARA_KEEP_PROMPTS"):
        KEPT.write_text(text)
    assert text == KEPT.read_text()


async def guest_and_role(personas: Personas) -> list[tuple[str, Setting]]:
    """What a guest's model is told at tier 3, and one whose role says more and leaves out date and mode."""
    policy = PolicySettings(user_role="guest")
    who = await answering(personas, Settings(policy=policy), TaskSubmitted(text="", tier=3))
    guest = Setting(NOW, "agent", tools=True, persona=who.told(None).sections, roots=("/home/kim/Documents",))
    role = Setting(NOW, "agent", tools=True, system_append="Answer in Dutch.", inject_datetime=False, inject_mode=False)
    return [("Tier 3 asked for by a guest, agent", guest), ("Tier 0, agent, a role of its own words", role)]
