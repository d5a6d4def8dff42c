"""/rules, /activity and a confirmation that makes a rule, from outside."""

from __future__ import annotations

from tests.support.loopback import loopback
from tests.support.scripted_server import call, calls_turn, text_turn


async def test_a_confirmation_may_carry_a_rule_that_the_question_offers() -> None:
    turns = [
        turn
        for name in ("a.md", "b.md", "c.md")
        for turn in (calls_turn(call("write_file", {"path": name, "content": "x"})), text_turn("Done."))
    ]
    async with loopback(*turns) as api:
        first = await api.job("write")
        [asked] = (await api.waiting(first))["tools"]
        assert [(rule["tool"], rule["under"]) for rule in asked["rules"]] == [
            ("write_file", str(api.work)),
            ("write_file", ""),
        ]
        answer = {"call_id": asked["call_id"], "digest": asked["digest"], "approve": True}
        for wrong in ({"tool": "*"}, {"tool": "write_file", "under": "/"}):
            refused = await api.post(f"/orchestrate/{first}/confirm", {"decisions": [{**answer, "remember": wrong}]})
            assert refused.status_code == 422
            assert f"write_file in {api.work}" in refused.json()["error"]["message"]
        rule = {"tool": "write_file", "under": str(api.work)}
        given = await api.post(f"/orchestrate/{first}/confirm", {"decisions": [{**answer, "remember": rule}]})
        assert given.status_code == 200
        await api.ended(first)
        assert (await api.ended(await api.job("write on")))["status"] == "complete"
        [kept] = (await api.get("/rules")).json()
        assert (kept["words"], kept["hits"], kept["made_by"]) == (f"write_file in {api.work}", 1, "http")
        ran = (await api.get("/activity?by=rule")).json()
        assert [entry["summary"].rsplit("/", 1)[-1] for entry in ran] == ["b.md"]
        assert (await api.get("/activity?outcome=great")).status_code == 400
        assert (await api.client.delete(f"/rules/{kept['id']}")).status_code == 200
        assert (await api.client.delete(f"/rules/{kept['id']}")).status_code == 404
        assert (await api.waiting(await api.job("write again")))["tools"]
