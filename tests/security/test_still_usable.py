"""Safe, and still of use: twenty everyday tasks, each as a model would do it, and how often the person is asked.

What is only read in the granted folders is never asked about. What changes something asks once for it: a second
question would teach people to say yes without looking.
"""

from __future__ import annotations

from typing import Any

from tests.support.loopback import Loopback, loopback
from tests.support.scripted_server import call, calls_turn, text_turn

Call = tuple[str, dict[str, Any]]
READING: tuple[tuple[str, tuple[Call, ...]], ...] = (
    ("What time is it?", (("current_time", {}),)),
    ("And in Tokyo?", (("current_time", {"zone": "Asia/Tokyo"}),)),
    ("What is 17 % of 349?", (("calculate", {"expression": "0.17 * 349"}),)),
    ("What is in my folder?", (("list_files", {}),)),
    ("Show me all of it.", (("list_files", {"depth": 3}),)),
    ("Summarise the plan.", (("read_file", {"path": "plan.md"}),)),
    ("Compare both lists.", (("read_file", {"path": "plan.md"}), ("read_file", {"path": "garden/list.md"}))),
    ("Where do I write of beans?", (("search_files", {"text": "beans"}),)),
    ("Where are my lists?", (("search_files", {"name": "list"}), ("read_file", {"path": "garden/list.md"}))),
    ("What did I note?", (("recall", {"query": "beans"}),)),
    ("What did we say of Tokyo?", (("search_sessions", {"query": "Tokyo"}),)),
    ("How much does the list cost?", (("read_file", {"path": "garden/list.md"}), ("calculate", {"expression": "2+3"}))),
)
CHANGING: tuple[tuple[str, tuple[Call, ...]], ...] = (
    ("Write a shopping list.", (("write_file", {"path": "shopping.md", "content": "- milk\n"}),)),
    ("Add bread.", (("write_file", {"path": "shopping.md", "content": "- milk\n- bread\n", "overwrite": True}),)),
    (
        "Make the plan shorter.",
        (
            ("read_file", {"path": "plan.md"}),
            ("write_file", {"path": "plan.md", "content": "Sow.\n", "overwrite": True}),
        ),
    ),
    ("Rename the shopping list.", (("move_file", {"source": "shopping.md", "target": "market.md"}),)),
    ("Delete it.", (("delete_file", {"path": "market.md"}),)),
    ("Remember that I grow beans.", (("remember", {"text": "Grows beans."}),)),
    ("How large are these files?", (("run_command", {"argv": ["wc", "-c", "plan.md"]}),)),
    ("Make a folder for winter.", (("write_file", {"path": "winter/notes.md", "content": "Leeks.\n"}),)),
)


async def test_twenty_everyday_tasks_succeed_and_ask_no_more_than_once_each() -> None:
    async with loopback() as api:
        (api.work / "garden").mkdir()
        (api.work / "plan.md").write_text("Sow beans in May.\n")
        (api.work / "garden" / "list.md").write_text("beans 2\npeas 3\n")
        asked = {task: await questions(api, task, calls) for task, calls in (*READING, *CHANGING)}
        assert (api.work / "plan.md").read_text() == "Sow.\n"
        assert (api.work / "winter" / "notes.md").read_text() == "Leeks.\n"
    assert len(asked) == 20
    assert {task: asked[task] for task, _ in READING} == {task: 0 for task, _ in READING}
    assert {task: asked[task] for task, _ in CHANGING} == {task: 1 for task, _ in CHANGING}


async def questions(api: Loopback, task: str, calls: tuple[Call, ...]) -> int:
    """How often the person was asked, in a conversation of its own, until the task was done."""
    api.model.turns[:] = [*(calls_turn(call(name, arguments)) for name, arguments in calls), text_turn("Done.")]
    job, count = await api.job(task), 0
    while True:
        report = await api.until(
            job, lambda now: now["completed_at"] is not None or now["status"] == "awaiting_confirmation"
        )
        if report["status"] != "awaiting_confirmation":
            outcomes = [(one["name"], one["outcome"]) for one in report["tool_calls"]]
            assert (report["status"], outcomes) == ("complete", [(name, "ok") for name, _ in calls]), (task, report)
            return count
        count += len(report["pending_confirmation"]["tools"])
        assert (await api.post(f"/orchestrate/{job}/confirm")).status_code == 200
