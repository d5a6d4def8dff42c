"""Which model servers answer on this machine, and what is wrong with one that was named.

Only loopback, without proxies or redirects, in parallel; a port proves nothing, so what answers
is told by its own marks. A server that asks for a key counts as found.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from inara_engine.errors import InaraError, Rejected, Unavailable
from inara_engine.frozen import frozen
from inara_engine.providers import llama_cpp, lm_studio, ollama, other_servers
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.fingerprints import identify, mark_of
from inara_engine.providers.key_check import check_key
from inara_engine.providers.known_servers import KNOWN_SERVERS
from inara_engine.providers.masking import masked
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.model_list import FoundModel, Look, get_json, models_in
from inara_engine.providers.openai_errors import Where, classify, read_complaint

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import httpx

__all__ = ["FoundModel", "FoundServer", "ServerReport", "check", "discover", "facts_of", "health", "small_client"]

_CONNECT_S = 0.3
_ANSWER_S = 2.0
_HOSTS = ("127.0.0.1", "[::1]")
_PORTS = tuple(dict.fromkeys(server.port for server in KNOWN_SERVERS))
_FIRST_MODEL = {
    "Ollama": "Get one, e.g. `inara models pull qwen3:8b`.",
    "LM Studio": "Download one in LM Studio, then load it.",
    "Jan": "Download one in Jan's Hub.",
}
_Asked = Callable[[Look, Iterable[str]], Awaitable[dict[str, ModelFacts]]]
_NATIVE: dict[str, _Asked] = {
    "Ollama": ollama.facts,
    "LM Studio": lm_studio.facts,
    "llama.cpp": llama_cpp.facts,
    "KoboldCpp": other_servers.koboldcpp,
    "TGI": other_servers.text_generation_inference,
    "SGLang": other_servers.sglang,
    "GPT4All": other_servers.gpt4all,
}


@frozen
class FoundServer:
    """A server that answers here. `next_step` is "" where it can be used as it is."""

    name: str
    base_url: str
    models: tuple[FoundModel, ...]
    state: Literal["ready", "needs_key", "loading"]
    next_step: str = ""


@frozen
class ServerReport:
    """What a look at one server and model found, as `inara models test` and `inara doctor` tell it.

    `facts` are the model's, where the server tells them. `next_step` is "" where all is well.
    """

    state: Literal[
        "ready",
        "unreachable",
        "wrong_address",
        "needs_key",
        "loading",
        "model_missing",
        "embedding_model",
        "failing",
        "not_installed",
        "tools_stay_on",
    ]
    message: str
    next_step: str = ""
    address: str = ""
    models: tuple[FoundModel, ...] = ()
    facts: ModelFacts = ModelFacts()

    @property
    def ok(self) -> bool:
        """Whether a prompt can be sent."""
        return self.state == "ready"


async def discover(ports: Sequence[int] = _PORTS, *, hosts: Sequence[str] = _HOSTS) -> tuple[FoundServer, ...]:
    """The model servers on these ports of this machine, in the order of the ports; each once."""
    doors = [(host, port) for port in ports for host in hosts]
    heard = await asyncio.gather(*(_listens(*door) for door in doors))
    doors = [door for door, listens in zip(doors, heard, strict=True) if listens]
    if not doors:
        return ()  # as at most first starts, which then need no HTTP client: 10 MB
    async with small_client("http://127.0.0.1", loopback=True, connect_timeout_s=_CONNECT_S) as client:
        found = await asyncio.gather(*(_probe(client, *door) for door in doors))
    each = {(server.base_url.rpartition(":")[2]): server for server in reversed(found) if server is not None}
    return tuple(reversed(each.values()))


async def facts_of(base_url: str, api_key: str | None, model: str, *, within_s: float = 2.0) -> ModelFacts | None:
    """What the server tells of its model, without a word to the model; None where it can't be asked now."""
    try:
        endpoint = Endpoint.parse(base_url, "[models]")
        check_key(api_key or "", "[models]")
        return await _facts_there(endpoint, api_key, model, within_s)
    except Rejected:  # no address, no key, or no way there
        return None


async def _facts_there(endpoint: Endpoint, api_key: str | None, model: str, within_s: float) -> ModelFacts | None:
    async with small_client(endpoint.root, loopback=endpoint.loopback, connect_timeout_s=min(within_s, 1.0)) as client:
        from inara_engine.providers.http_client import FAILURES  # loaded by now: in a thread, with the client

        try:
            async with asyncio.timeout(within_s):
                listing = await get_json(client, f"{endpoint.root}/models", api_key=api_key, within_s=within_s)
                if listing.status != 200:
                    return None
                look = Look(client, endpoint.origin, api_key, within_s)
                name = await identify(look, listing, endpoint.port) if endpoint.loopback else mark_of(listing)
                found = _named(model, models_in(listing.json), name)
                return (await _with_facts(look, name, (found,)))[0].facts if found else None
        except (*FAILURES, TimeoutError):
            return None


async def health(origin: str) -> bool:
    """Whether a llama.cpp server of this machine has loaded its model."""
    async with small_client(origin, loopback=True, connect_timeout_s=_CONNECT_S) as client:
        return (await Look(client, origin).get("/health")).status == 200


async def check(
    base_url: str, api_key: str | None, model: str, *, config_id: str = "", connect_timeout_s: float = 3.0
) -> ServerReport:
    """Look at one server: reached, key, loading, model, context. Sends no prompt. Never raises ProviderError."""
    setting = f"[models.{config_id}]" if config_id else "[models]"
    try:
        endpoint = Endpoint.parse(base_url, setting)
    except Rejected as error:
        return ServerReport("wrong_address", error.message, error.next_step)
    try:
        check_key(api_key or "", setting)
    except Rejected as error:
        return ServerReport("needs_key", error.message, error.next_step, endpoint.address)
    where = Where(
        endpoint.address,
        endpoint.port,
        loopback=endpoint.loopback,
        model=model,
        setting=setting,
        has_key=bool(api_key),
    )
    try:
        async with small_client(
            endpoint.root, loopback=endpoint.loopback, connect_timeout_s=connect_timeout_s
        ) as client:
            report = await _look(client, endpoint, where, api_key, connect_timeout_s)
    except Rejected as error:
        return ServerReport("unreachable", error.message, error.next_step, endpoint.address)
    return replace(report, message=masked(report.message, api_key), next_step=masked(report.next_step, api_key))


async def _look(
    client: httpx.AsyncClient, endpoint: Endpoint, where: Where, api_key: str | None, connect_timeout_s: float
) -> ServerReport:
    from inara_engine.providers.connection_errors import could_not_ask
    from inara_engine.providers.http_client import FAILURES

    address = endpoint.address
    try:
        answer = await get_json(client, f"{endpoint.root}/models", api_key=api_key, within_s=connect_timeout_s + 7)
    except TimeoutError:
        step = "Is it busy or still starting? Look at the server's own log."
        return ServerReport("unreachable", f"{address} takes connections but does not answer.", step, address)
    except FAILURES as error:
        failure = could_not_ask(error, where, connect_timeout_s=connect_timeout_s)
        return ServerReport("unreachable", failure.message, failure.next_step, address)
    if answer.status != 200:
        return _report_of(classify(read_complaint(answer.body), where, answer.status), answer.status, address)
    if not isinstance(answer.json.get("data"), list) and "models" not in answer.json:
        step = f"Check `base_url` of {where.setting}; it usually ends in /v1."
        return ServerReport("wrong_address", f"{address} answers, but is no model server.", step, address)
    look = Look(client, endpoint.origin, api_key)
    kind = await identify(look, answer, endpoint.port) if endpoint.loopback else mark_of(answer)
    name = kind or where.name
    models = models_in(answer.json)
    if (wanted := _named(where.model, models, kind)) is None:
        return _missing(where, name, await _with_facts(look, kind, models), address)
    (wanted,) = await _with_facts(look, kind, (wanted,))
    facts = wanted.facts
    if facts.embedding:
        message = f"“{wanted.id}” turns text into numbers for searching; it can't talk."
        step = f"Set `model` of {where.setting} to a model one can talk to."
        return ServerReport("embedding_model", message, step, address, models, facts)
    if facts.loading:
        message = f"{name} on {address} is still loading “{wanted.id}”."
        return ServerReport("loading", message, "A prompt that is sent now waits for it.", address, models, facts)
    if facts.broken:
        message = f"{name} on {address} could not load “{wanted.id}”: {facts.broken}."
        step = "Its own log says why: mostly the file is damaged, or too large for the memory that is free."
        return ServerReport("failing", message, step, address, models, facts)
    told = f", context of {facts.window:,} tokens" if facts.window else ""
    told += f", {facts.slots} requests side by side" if facts.slots and facts.slots > 1 else ""
    told += ", not loaded yet: the first answer takes longer" if facts.loaded is False else ""
    message = f"{name} on {address} is ready with “{wanted.id}”{told}."
    if name == address:  # nothing tells what it is
        message = f"A model server on {address} is ready with “{wanted.id}”{told}."
    return ServerReport("ready", message, "", address, models, facts)


def _missing(where: Where, name: str, models: tuple[FoundModel, ...], address: str) -> ServerReport:
    """The model isn't there: which names are near it, and which there are."""
    there = [model.id for model in models if not model.facts.embedding]
    near = get_close_matches(where.model, there, n=1, cutoff=0.5)
    shown = ", ".join(there[:8]) + (f" and {len(there) - 8} more" if len(there) > 8 else "")
    if near:
        step = f"Did you mean “{near[0]}”? Set `model` of {where.setting}; it has: {shown}."
    elif there:
        step = f"Set `model` of {where.setting} to one of: {shown}."
    else:
        step = _FIRST_MODEL.get(name, "Load a model there.")
    if name == "Ollama" and there:
        step += f" Or get it: `inara models pull {where.model}`."
    return ServerReport(
        "model_missing", f"{name} answers, but doesn't have the model “{where.model}”.", step, address, models
    )


def _report_of(error: InaraError, status: int, address: str) -> ServerReport:
    if status in {401, 403}:
        state = "needs_key"
    elif isinstance(error, Unavailable) and error.loading:
        state = "loading"
    elif status in {404, 405}:
        state = "wrong_address"
    else:
        state = "failing"
    return ServerReport(state, error.message, error.next_step, address)


async def _listens(host: str, port: int) -> bool:
    """Whether anything takes connections there."""
    try:
        async with asyncio.timeout(_CONNECT_S):
            _, writer = await asyncio.open_connection(host.strip("[]"), port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


async def _probe(client: httpx.AsyncClient, host: str, port: int) -> FoundServer | None:
    """What listens on a port, if it is a model server."""
    from inara_engine.providers.http_client import FAILURES

    base_url = f"http://{host}:{port}/v1"
    look = Look(client, f"http://{host}:{port}", within_s=_ANSWER_S)
    try:
        answer = await get_json(client, f"{base_url}/models", within_s=_ANSWER_S)
    except (*FAILURES, TimeoutError):
        return None
    name = await identify(look, answer, port)
    if answer.status in {401, 403} and (name or answer.json):
        return _needs_key(name or _usual_name(port), base_url)
    if answer.status == 503 and answer.json and (name or "load" in read_complaint(answer.body).message.lower()):
        step = "It is still loading its model; look again in a moment."
        return FoundServer(name or _usual_name(port), base_url, (), "loading", step)
    if answer.status != 200 or not (name or isinstance(answer.json.get("data"), list)):
        return None
    models = await _with_facts(look, name, models_in(answer.json))
    usable = tuple(model for model in models if not model.facts.embedding)
    name = name or _usual_name(port)
    step = "" if usable else f"{name} has no model yet. {_FIRST_MODEL.get(name, 'Load one there.')}"
    return FoundServer(name, base_url, usable, "ready", step)


def _needs_key(name: str, base_url: str) -> FoundServer:
    step = f"{name} asks for an API key. Store it with `inara secrets set NAME` and name it in `api_key`."
    return FoundServer(name, base_url, (), "needs_key", step)


def _usual_name(port: int) -> str:
    return f"Model server on port {port}"


async def _with_facts(look: Look, kind: str, models: tuple[FoundModel, ...]) -> tuple[FoundModel, ...]:
    """The models, with what the server's own interface adds to what its list told."""
    native: dict[str, ModelFacts] = {}
    if (asked := _NATIVE.get(kind)) and models:
        native = await asked(look, [model.id for model in models])
    return tuple(
        replace(model, facts=_joined(replace(model.facts, server=kind), native.get(model.id))) for model in models
    )


def _joined(listed: ModelFacts, native: ModelFacts | None) -> ModelFacts:
    """Both together; the server's own interface knows better."""
    if native is None:
        return listed
    said = {one.name: value for one in fields(native) if (value := getattr(native, one.name)) not in {None, "", False}}
    refused = {name: False for name in ("tools", "vision", "thinking", "loaded") if getattr(native, name) is False}
    return replace(listed, **said, **refused)


def _named(model: str, models: tuple[FoundModel, ...], kind: str) -> FoundModel | None:
    """The model of that name. llama.cpp serves its one model under any, unless it loads them by their names."""
    if kind == "llama.cpp" and len(models) == 1 and models[0].facts.loaded is None:
        return models[0]
    found = next((found for found in models if found.id == model), None)
    return found or next((found for found in models if kind == "Ollama" and ollama.same_model(found.id, model)), None)


@asynccontextmanager
async def small_client(url: str, *, loopback: bool, connect_timeout_s: float) -> AsyncGenerator[httpx.AsyncClient]:
    """A client for a few small questions. Raises: Rejected where the system's proxy is none that can be used."""
    client = await asyncio.to_thread(_new_client, url, loopback=loopback, connect_timeout_s=connect_timeout_s)
    try:
        yield client
    finally:
        await client.aclose()


def _new_client(url: str, *, loopback: bool, connect_timeout_s: float) -> httpx.AsyncClient:
    from inara_engine.providers import connection_errors, http_client

    del connection_errors  # needed later, loaded here: not on the loop
    return http_client.new_client(url, loopback=loopback, connect_timeout_s=connect_timeout_s)
