"""One peer, run once in the peers' own environment: `python peer_script.py PEER URL SCRIPT`; figures as JSON.

It imports nothing of Inara. Each peer is used as its own documentation begins: streamed, with one tool, no tracing.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable

WARM_UP = "rounds-3"


async def pydantic_ai(url: str) -> Callable[[str], Awaitable[int]]:
    from pydantic_ai import Agent, UsageLimits
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    agent = Agent(OpenAIChatModel("benchmark", provider=OpenAIProvider(base_url=url, api_key="none")))

    @agent.tool_plain
    def calculate(expression: str) -> str:
        """Calculate a sum."""
        return str(sum(map(int, expression.split("+"))))

    async def play(script: str) -> int:
        heard = 0
        async with agent.run_stream(f"play {script}", usage_limits=UsageLimits(request_limit=None)) as result:
            async for text in result.stream_text(delta=True, debounce_by=None):
                heard += len(text)
        return heard

    return play


async def openai_agents(url: str) -> Callable[[str], Awaitable[int]]:
    from agents import Agent, OpenAIChatCompletionsModel, Runner, function_tool, set_tracing_disabled
    from openai import AsyncOpenAI

    set_tracing_disabled(True)

    @function_tool
    def calculate(expression: str) -> str:
        """Calculate a sum."""
        return str(sum(map(int, expression.split("+"))))

    model = OpenAIChatCompletionsModel("benchmark", AsyncOpenAI(base_url=url, api_key="none"))
    agent = Agent(name="a", model=model, tools=[calculate])

    async def play(script: str) -> int:
        heard = 0
        run = Runner.run_streamed(agent, f"play {script}", max_turns=10_000)
        async for event in run.stream_events():
            delta = getattr(getattr(event, "data", None), "delta", None)
            heard += len(delta) if isinstance(delta, str) else 0
        return heard

    return play


PEERS = {"pydantic-ai": pydantic_ai, "openai-agents": openai_agents}


async def main(peer: str, url: str, script: str) -> None:
    play = await PEERS[peer](url)
    await play(WARM_UP)
    cpu, wall = time.process_time(), time.perf_counter()
    heard = await play(script)
    print(json.dumps({"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall, "heard": heard}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
