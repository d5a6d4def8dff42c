"""/v1 as OpenAI's own client speaks to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.support.loopback import TOKEN, Loopback, loopback
from tests.support.scripted_server import HANG, Turn, call, calls_turn, chunk, error_turn, sse, text_turn

WRITE = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))


@asynccontextmanager
async def openai_client(api: Loopback) -> AsyncGenerator[Any]:
    from openai import AsyncOpenAI

    async with AsyncOpenAI(base_url=f"{api.url}/v1", api_key=TOKEN, timeout=20) as client:
        yield client


def user(text: str) -> dict[str, str]:
    return {"role": "user", "content": text}


async def test_roles_and_models_have_their_own_names() -> None:
    config = '[roles.chat]\nmodels = ["local"]\n[roles.vision]\nmodels = ["local"]\n'
    async with loopback(config=config) as api, openai_client(api) as client:
        names = [model.id async for model in client.models.list()]
    assert names == ["orchestrator", "chat", "vision", "local"]


async def test_a_whole_answer_with_its_usage() -> None:
    async with loopback(text_turn("Hello ", "there.")) as api, openai_client(api) as client:
        answered = await client.chat.completions.create(model="local", messages=[user("greet")])
    assert answered.choices[0].message.content == "Hello there."
    assert answered.choices[0].finish_reason == "stop"
    assert (answered.model, answered.object) == ("local", "chat.completion")
    assert (answered.usage.prompt_tokens, answered.usage.completion_tokens, answered.usage.total_tokens) == (12, 3, 15)


async def test_an_answer_as_it_comes() -> None:
    async with loopback(text_turn("Hello ", "there.", thinking="Hm.")) as api, openai_client(api) as client:
        chunks = [
            part
            async for part in await client.chat.completions.create(
                model="chat", messages=[user("greet")], stream=True, stream_options={"include_usage": True}
            )
        ]
    texts = [part.choices[0].delta.content or "" for part in chunks if part.choices]
    assert "".join(texts) == "Hello there."
    thought = [part.choices[0].delta.model_extra.get("reasoning_content", "") for part in chunks if part.choices]
    assert "".join(thought) == "Hm."
    assert [part.choices[0].finish_reason for part in chunks if part.choices][-1] == "stop"
    assert chunks[-1].choices == []
    assert chunks[-1].usage.total_tokens == 15
    assert len({part.id for part in chunks}) == 1


async def test_the_clients_own_stream_reader_takes_it() -> None:
    async with (
        loopback(text_turn("Hello ", "there.")) as api,
        openai_client(api) as client,
        client.chat.completions.stream(model="orchestrator", messages=[user("greet")]) as stream,
    ):
        events = [event.type async for event in stream]
        final = await stream.get_final_completion()
    assert final.choices[0].message.content == "Hello there."
    assert "content.delta" in events


async def test_a_conversation_goes_on_in_one_session() -> None:
    turns = text_turn("A heron."), text_turn("On a lake."), text_turn("In May.")
    async with loopback(*turns) as api, openai_client(api) as client:
        messages: list[dict[str, str]] = [{"role": "system", "content": "Be brief."}]
        for question in ("Which bird?", "Where?", "When?"):
            messages.append(user(question))
            answered = await client.chat.completions.create(model="local", messages=messages)
            messages.append({"role": "assistant", "content": answered.choices[0].message.content})
        assert len((await api.get("/sessions")).json()) == 1
    told = [message["content"] for message in api.model.requests[-1].json["messages"]][1:]
    assert told == ["Be brief.\n\nWhich bird?", "A heron.", "Where?", "On a lake.", "When?"]


async def test_a_conversation_from_elsewhere_is_taken_up_with_all_that_was_said() -> None:
    async with loopback(text_turn("Yes.")) as api, openai_client(api) as client:
        messages = [
            {"role": "system", "content": "Be brief."},
            user("Do you know herons?"),
            {"role": "assistant", "content": "I do."},
            user("Do they fly?"),
        ]
        await client.chat.completions.create(model="local", messages=messages)
    told = [(message["role"], message["content"]) for message in api.model.requests[-1].json["messages"]][1:]
    assert told == [
        ("user", "Be brief.\n\nDo you know herons?"),
        ("assistant", "I do."),
        ("user", "Do they fly?"),
    ]


async def test_a_picture_comes_within_the_message() -> None:
    picture = "data:image/png;base64,iVBORw0KGgo="
    parts = [{"type": "text", "text": "What is it?"}, {"type": "image_url", "image_url": {"url": picture}}]
    async with loopback(text_turn("A dot.")) as api, openai_client(api) as client:
        await client.chat.completions.create(model="local", messages=[{"role": "user", "content": parts}])
        assert picture in str(api.model.requests[-1].json["messages"][-1]["content"])

        from openai import BadRequestError

        parts[1]["image_url"] = {"url": "http://127.0.0.1:9/x.png"}  # type: ignore[assignment] # a part of any shape
        with pytest.raises(BadRequestError, match="within the message"):
            await client.chat.completions.create(model="local", messages=[{"role": "user", "content": parts}])


async def test_what_clients_leave_empty_counts_as_absent() -> None:
    parts = [{"type": "text", "text": None, "image_url": None}, {"type": "text", "text": "Hello."}]
    empty = dict.fromkeys(["stream", "tools", "n", "stop", "user", "response_format", "max_tokens"])
    body = {"model": "local", "messages": [{"role": "user", "content": parts, "name": None}], **empty}
    async with loopback(text_turn("Hi."), text_turn("Hi.")) as api:
        for options in (None, {"include_usage": None}):
            said = await api.post("/v1/chat/completions", {**body, "stream_options": options})
            assert said.json()["choices"][0]["message"]["content"] == "Hi."


async def test_a_question_waits_and_says_so_in_a_comment() -> None:
    async with loopback(WRITE, text_turn("Written.")) as api:
        body = {"model": "local", "messages": [user("write a.md")], "stream": True}
        text = ""
        async with api.client.stream("POST", "/v1/chat/completions", json=body) as response:
            job = response.headers["inara-job-id"]
            async for line in response.aiter_lines():
                text += f"{line}\n"
                if line.startswith(": waiting for a confirmation"):
                    assert f"/orchestrate/{job}/confirm" in line
                    assert (await api.post(f"/orchestrate/{job}/confirm")).status_code == 200
    assert "Written." in text
    assert text.rstrip().endswith("data: [DONE]")
    assert (api.work / "a.md").exists()


async def test_the_client_passes_over_what_only_people_read() -> None:
    async with loopback(WRITE, text_turn("Written.")) as api, openai_client(api) as client:
        stream = await client.chat.completions.create(model="local", messages=[user("write")], stream=True)
        reading = asyncio.create_task(_texts(stream))
        job = (await _listed(api))["job_id"]
        await api.waiting(job)
        api.pass_silence()
        await api.post(f"/orchestrate/{job}/confirm")
        assert await reading == "Written."


async def test_a_whole_answer_waits_for_the_question_too() -> None:
    async with loopback(WRITE, text_turn("Written.")) as api, openai_client(api) as client:
        asking = asyncio.create_task(client.chat.completions.create(model="local", messages=[user("write")]))
        job = (await _listed(api))["job_id"]
        await api.waiting(job)
        await api.post(f"/orchestrate/{job}/deny", {"reason": "no"})
        assert (await asking).choices[0].message.content == "Written."


async def test_text_before_a_tool_call_stands_apart_from_the_answer() -> None:
    time = calls_turn(call("current_time", {}), text="I look.")
    async with loopback(time, text_turn("It is noon.")) as api, openai_client(api) as client:
        stream = await client.chat.completions.create(model="local", messages=[user("time?")], stream=True)
        assert await _texts(stream) in {"I look.\n\nIt is noon.", "It is noon."}  # the latter to who came late


@pytest.mark.parametrize("sent_back", ["I look.\n\nIt is noon.\n", "I look.\n\nIt is noon."])
async def test_all_that_was_streamed_comes_back_as_the_answer_and_goes_on_in_its_session(sent_back: str) -> None:
    """Also where the client trims it: what was found on the way is still known."""
    time = calls_turn(call("current_time", {}), text="I look.")
    async with loopback(time, text_turn("It is noon.\n"), text_turn("Noon.")) as api, openai_client(api) as client:
        created = await client.chat.completions.create(model="local", messages=[user("time?")], stream=True)
        await _texts(created)
        messages = [user("time?"), {"role": "assistant", "content": sent_back}, user("again?")]
        await client.chat.completions.create(model="local", messages=messages)
        assert len((await api.client.get("/sessions")).json()) == 1


async def test_after_a_picture_without_words_it_goes_on_in_the_same_session() -> None:
    seen = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}
    first = {"role": "user", "content": [seen]}
    async with loopback(text_turn("A dot."), text_turn("Black.")) as api, openai_client(api) as client:
        await client.chat.completions.create(model="local", messages=[first])
        messages = [first, {"role": "assistant", "content": "A dot."}, user("Which colour?")]
        await client.chat.completions.create(model="local", messages=messages)
        assert len((await api.client.get("/sessions")).json()) == 1


async def test_a_client_that_leaves_stops_its_job() -> None:
    for stream in (True, False):
        async with loopback(Turn([sse(chunk({"content": "Once"})), HANG])) as api, openai_client(api) as client:
            create = client.chat.completions.create(model="local", messages=[user("tell")], stream=stream)
            asking = asyncio.create_task(_texts(await create) if stream else create)
            job = (await _listed(api))["job_id"]
            await api.until(job, lambda report: report["backend"] != "")
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            assert (await api.ended(job))["status"] == "cancelled"


async def test_errors_come_as_the_client_knows_them_and_no_task_is_given_twice() -> None:
    from openai import APIError, AsyncOpenAI, AuthenticationError, BadRequestError, InternalServerError, NotFoundError

    refused = error_turn(401, {"error": {"message": "bad key"}})
    async with loopback(refused, refused) as api, openai_client(api) as client:
        create = client.chat.completions.create
        with pytest.raises(NotFoundError) as unknown:
            await create(model="nobody", messages=[user("x")])
        assert unknown.value.code == "model_not_found"
        assert "orchestrator" in unknown.value.message
        for unfit in (
            {"messages": []},
            {"messages": [{"role": "assistant", "content": "x"}]},
            {"messages": [user("")]},
            {"messages": [user("x")], "n": 2},
            {"messages": [user("x")], "tools": [{"type": "function", "function": {"name": "f"}}]},
        ):
            with pytest.raises((BadRequestError, APIError)) as error:
                await create(model="local", **unfit)
            assert error.value.status_code in {400, 422}
        assert api.model.requests == []
        with pytest.raises(InternalServerError, match="key"):
            await create(model="local", messages=[user("x")])
        with pytest.raises(APIError, match="key"):
            await _texts(await create(model="local", messages=[user("x")], stream=True))
        assert len(api.model.requests) == 2
        async with AsyncOpenAI(base_url=f"{api.url}/v1", api_key="wrong", max_retries=0) as stranger:
            with pytest.raises(AuthenticationError):
                await stranger.models.list()


async def test_a_real_models_answer_comes_through(llama_server: str) -> None:
    config = f'[models.real]\nprovider = "openai"\nbase_url = "{llama_server}"\nmodel = "tiny"\nextra = {{ temperature = 0 }}\n'
    async with loopback(config=config) as api, openai_client(api) as client:
        whole = await client.chat.completions.create(model="real", messages=[user("Hello")])
        stream = await client.chat.completions.create(model="real", messages=[user("Hello")], stream=True)
        assert await _texts(stream) == whole.choices[0].message.content != ""
        assert whole.usage.completion_tokens > 0


async def _texts(stream: Any) -> str:
    return "".join([part.choices[0].delta.content or "" async for part in stream if part.choices])


async def _listed(api: Loopback) -> dict[str, Any]:
    """The one job, once it is there."""
    async with asyncio.timeout(20):
        while not (jobs := (await api.get("/orchestrate")).json()):
            await asyncio.sleep(0.01)
    return jobs[0]
