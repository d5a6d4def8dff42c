"""/sessions from outside, and the page that describes it all."""

from __future__ import annotations

import re

from tests.support.loopback import loopback
from tests.support.scripted_server import text_turn


async def test_sessions_are_listed_read_searched_and_deleted() -> None:
    async with loopback(text_turn("A heron."), text_turn("A lake.")) as api:
        heron = await api.ended(await api.job("Which bird?"))
        lake = await api.ended(await api.job("Which water?"))
        listed = (await api.get("/sessions")).json()
        assert [one["session_id"] for one in listed] == [lake["session_id"], heron["session_id"]]
        assert [one["title"] for one in listed] == ["Which water?", "Which bird?"]

        session = (await api.get(f"/sessions/{heron['session_id']}")).json()
        assert session["session_id"] == heron["session_id"]
        said = [(message["role"], message["content"]) for message in session["messages"]]
        assert said == [("user", "Which bird?"), ("assistant", "A heron.")]

        found = (await api.get("/sessions/search?q=heron")).json()
        assert [one["session_id"] for one in found] == [heron["session_id"]]
        assert (await api.get("/sessions/search?q=nowhere")).json() == []
        for query in ("", "?q=", "?q=%20"):
            assert (await api.get(f"/sessions/search{query}")).status_code == 400

        assert (await api.client.delete(f"/sessions/{heron['session_id']}")).status_code == 200
        assert [one["session_id"] for one in (await api.get("/sessions")).json()] == [lake["session_id"]]
        assert (await api.get(f"/orchestrate/{heron['job_id']}")).status_code == 404


async def test_an_unknown_session_is_told_as_such() -> None:
    async with loopback() as api:
        for answered in (await api.get("/sessions/none"), await api.client.delete("/sessions/none")):
            assert answered.status_code == 404
            assert "none" in answered.json()["error"]["message"]


async def test_the_page_describes_every_call_and_its_body() -> None:
    async with loopback() as api:
        page = (await api.get("/openapi.json")).json()
        assert page["openapi"].startswith("3.1")
        calls = {(method.upper(), path) for path, methods in page["paths"].items() for method in methods}
        assert calls >= {
            ("POST", "/orchestrate"),
            ("GET", "/orchestrate/{job_id}/stream"),
            ("POST", "/orchestrate/{job_id}/confirm"),
            ("DELETE", "/sessions/{session_id}"),
            ("POST", "/v1/chat/completions"),
            ("POST", "/hooks/{name}"),
        }
        body = page["paths"]["/orchestrate"]["post"]["requestBody"]["content"]["application/json"]["schema"]
        fields = page["components"]["schemas"][body["$ref"].rpartition("/")[2]]["properties"]
        assert {"task", "tier", "session_id", "user", "persona", "mode", "off_record"} <= set(fields)
        for method, path in calls:
            answered = await api.client.request(method, re.sub(r"\{\w+\}", "x", path))
            assert answered.status_code not in {405, 501}, (method, path)


async def test_sessions_come_in_pages_and_go_through_the_trash() -> None:
    async with loopback(text_turn("One."), text_turn("Two."), text_turn("Three.")) as api:
        first, second, third = [(await api.ended(await api.job(word)))["session_id"] for word in ("1", "2", "3")]

        async def page(query: str) -> list[str]:
            return [one["session_id"] for one in (await api.get(f"/sessions?{query}")).json()]

        assert await page("limit=2") == [third, second]
        assert await page(f"limit=2&before={second}") == [first]
        assert (await api.get("/sessions?before=none")).status_code == 404
        assert (await api.get("/sessions?limit=0")).status_code == 400
        assert (await api.client.post(f"/sessions/{second}/trash", json={})).status_code == 200
        assert await page("") == [third, first]
        assert await page("trash=true") == [second]
        assert (await api.client.post(f"/sessions/{second}/restore", json={})).status_code == 200
        assert await page("folder=") == [third, second, first]
