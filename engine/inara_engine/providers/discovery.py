"""Which model servers answer on this machine, and what is wrong with one that was named.

Only loopback, without proxies or redirects, in parallel; a port proves nothing, so what answers
is told by its own marks. A server that asks for a key counts as found.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, cast

from inara_engine.errors import InaraError, Rejected, Unavailable
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.known_servers import KNOWN_SERVERS, known_by_port
from inara_engine.providers.masking import masked
from inara_engine.providers.model_list import Answer, FoundModel, get_json, models_in
from inara_engine.providers.openai_errors import Where, as_object, classify, read_complaint

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import httpx

__all__ = ["FoundModel", "FoundServer", "ServerReport", "check", "discover"]

_CONNECT_S = 0.3
_ANSWER_S = 2.0
_PORTS = tuple(server.port for server in KNOWN_SERVERS)
_OWNERS = {"library": "Ollama", "vllm": "vLLM", "llamacpp": "llama.cpp", "organization_owner": "LM Studio"}
_FIRST_MODEL = {
    "Ollama": "Get one, e.g. `ollama pull qwen3:8b`.",
    "LM Studio": "Download one in LM Studio, then load it.",
    "Jan": "Download one in Jan's Hub.",
}


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that answers here. `next_step` is "" where it can be used as it is."""

    name: str
    base_url: str
    models: tuple[FoundModel, ...]
    state: Literal["ready", "needs_key", "loading"]
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class ServerReport:
    """What a look at one server and model found, as `inara models test` and `inara doctor` tell it.

    `context_window` in tokens, where the server says it. `next_step` is "" where all is well.
    """

    state: Literal["ready", "unreachable", "wrong_address", "needs_key", "loading", "model_missing", "failing"]
    message: str
    next_step: str = ""
    address: str = ""
    models: tuple[FoundModel, ...] = ()
    context_window: int | None = None

    @property
    def ok(self) -> bool:
        """Whether a prompt can be sent."""
        return self.state == "ready"


async def discover(ports: Sequence[int] = _PORTS, *, host: str = "127.0.0.1") -> tuple[FoundServer, ...]:
    """The model servers on these ports of this machine, in the order of the ports."""
    async with _client(f"http://{host}", loopback=True, connect_timeout_s=_CONNECT_S) as client:
        found = await asyncio.gather(*(_probe(client, host, port) for port in ports))
    return tuple(server for server in found if server is not None)


async def check(
    base_url: str, api_key: str | None, model: str, *, config_id: str = "", connect_timeout_s: float = 3.0
) -> ServerReport:
    """Look at one server: reached, key, loading, model, context. Sends no prompt. Never raises ProviderError."""
    setting = f"[models.{config_id}]" if config_id else "[models]"
    try:
        endpoint = Endpoint.parse(base_url, setting)
    except Rejected as error:
        return ServerReport("wrong_address", error.message, error.next_step)
    where = Where(
        endpoint.address,
        endpoint.port,
        loopback=endpoint.loopback,
        model=model,
        setting=setting,
        has_key=bool(api_key),
    )
    async with _client(endpoint.root, loopback=endpoint.loopback, connect_timeout_s=connect_timeout_s) as client:
        report = await _look(client, endpoint, where, api_key, connect_timeout_s)
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
    name = _name(answer, endpoint.port) or where.name
    models = await _with_windows(client, endpoint.root, name, models_in(answer.json))
    wanted = _named(where.model, models)
    if wanted is None and name == "llama.cpp" and len(models) == 1:
        wanted = models[0]  # it serves its one model under any name
    if wanted is None:
        shown = ", ".join(model.id for model in models[:8])
        step = (
            f"Set `model` of {where.setting} to one of: {shown}." if shown else _FIRST_MODEL.get(name, "Load a model.")
        )
        message = f"{name} answers, but doesn't have the model “{where.model}”."
        return ServerReport("model_missing", message, step, address, models)
    window = f", context of {wanted.context_window} tokens" if wanted.context_window else ""
    message = f"{name} on {address} is ready with “{wanted.id}”{window}."
    return ServerReport("ready", message, "", address, models, wanted.context_window)


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


async def _probe(client: httpx.AsyncClient, host: str, port: int) -> FoundServer | None:
    """What listens on a port, if it is a model server."""
    from inara_engine.providers.http_client import FAILURES

    base_url = f"http://{host}:{port}/v1"
    try:
        answer = await get_json(client, f"{base_url}/models", within_s=_ANSWER_S)
        name = _name(answer, port)
        if name is None and answer.status == 200 and b"Ollama is running" in (await _root(client, base_url)).body:
            name = "Ollama"
        if answer.status in {401, 403} and answer.json:
            return _needs_key(name or _usual_name(port), base_url)
        if answer.status == 503 and answer.json and (name or "load" in read_complaint(answer.body).message.lower()):
            step = "It is still loading its model; look again in a moment."
            return FoundServer(name or _usual_name(port), base_url, (), "loading", step)
        if answer.status != 200 or not (name or isinstance(answer.json.get("data"), list)):
            return None
        name = name or _usual_name(port)
        models = await _with_windows(client, base_url, name, models_in(answer.json))
    except (*FAILURES, TimeoutError):
        return None
    step = "" if models else f"{name} has no model yet. {_FIRST_MODEL.get(name, 'Load one there.')}"
    return FoundServer(name, base_url, models, "ready", step)


def _needs_key(name: str, base_url: str) -> FoundServer:
    step = f"{name} asks for an API key. Store it with `inara secrets set NAME` and name it in `api_key`."
    return FoundServer(name, base_url, (), "needs_key", step)


def _name(answer: Answer, port: int) -> str | None:
    """The server's name by its own marks; by its port only where nothing else is usual there."""
    if answer.server.startswith("llama.cpp"):
        return "llama.cpp"
    data: object = answer.json.get("data")
    first = as_object(cast("list[object]", data)[0]) if isinstance(data, list) and data else None
    owner = first.get("owned_by") if first else None
    if isinstance(owner, str) and owner in _OWNERS:
        return _OWNERS[owner]
    known = known_by_port(port)
    recognisable = isinstance(data, list) or answer.status in {401, 403}
    return known.name if known and known.own_port and recognisable else None


def _usual_name(port: int) -> str:
    return f"Model server on port {port}"


async def _root(client: httpx.AsyncClient, base_url: str, path: str = "/") -> Answer:
    """GET a path of the server itself, beside /v1; an empty answer where it has none."""
    from inara_engine.providers.http_client import FAILURES

    try:
        return await get_json(client, base_url.removesuffix("/v1") + path, within_s=_ANSWER_S)
    except (*FAILURES, TimeoutError):
        return Answer(0)


async def _with_windows(
    client: httpx.AsyncClient, base_url: str, name: str, models: tuple[FoundModel, ...]
) -> tuple[FoundModel, ...]:
    """The models one can talk to, with the context the server says they have in its own interface."""
    windows: dict[str, Any] = {}
    embedders: set[str] = set()
    if name == "LM Studio":  # https://lmstudio.ai/docs/developer/rest: the loaded context is the limit
        for entry in _entries(await _root(client, base_url, "/api/v0/models"), "data"):
            model_id = str(entry.get("id"))
            windows[model_id] = entry.get("loaded_context_length") or entry.get("max_context_length")
            if entry.get("type") == "embeddings":
                embedders.add(model_id)
    elif name == "Ollama":  # https://docs.ollama.com/api/ps: only loaded models have one
        for entry in _entries(await _root(client, base_url, "/api/ps"), "models"):
            windows[str(entry.get("name"))] = entry.get("context_length")
    elif name == "llama.cpp" and any(model.context_window is None for model in models):
        props = as_object((await _root(client, base_url, "/props")).json.get("default_generation_settings")) or {}
        windows = {model.id: props.get("n_ctx") for model in models}
    kept = [model for model in models if model.id not in embedders and "embed" not in model.id.lower()]
    return tuple(
        replace(model, context_window=window)
        if isinstance(window := windows.get(model.id), int) and not isinstance(window, bool) and window > 0
        else model
        for model in kept
    )


def _entries(answer: Answer, key: str) -> list[dict[str, Any]]:
    values: object = answer.json.get(key)
    if not isinstance(values, list):
        return []
    return [entry for value in cast("list[object]", values) if (entry := as_object(value))]


def _named(model: str, models: tuple[FoundModel, ...]) -> FoundModel | None:
    """Ollama adds ":latest" to a name without a tag."""
    return next((found for found in models if found.id in {model, f"{model}:latest"}), None)


@asynccontextmanager
async def _client(url: str, *, loopback: bool, connect_timeout_s: float) -> AsyncGenerator[httpx.AsyncClient]:
    client = await asyncio.to_thread(_new_client, url, loopback=loopback, connect_timeout_s=connect_timeout_s)
    try:
        yield client
    finally:
        await client.aclose()


def _new_client(url: str, *, loopback: bool, connect_timeout_s: float) -> httpx.AsyncClient:
    from inara_engine.providers import connection_errors, http_client

    del connection_errors  # needed later, loaded here: not on the loop
    return http_client.new_client(url, loopback=loopback, connect_timeout_s=connect_timeout_s)
