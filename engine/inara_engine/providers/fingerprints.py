"""Which kind of server answers: by its own marks, since ports are shared.

The paths are each project's own: a cheap GET that only this server answers in this way. A port
decides only where hardly anything else listens there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from inara_engine.providers.known_servers import known_by_port
from inara_engine.providers.model_list import Answer, Look, objects

__all__ = ["identify", "mark_of"]

_HEADERS = {"llama.cpp": "llama.cpp", "vllm": "vLLM"}
_OWNERS = {
    "library": "Ollama",
    "vllm": "vLLM",
    "llamacpp": "llama.cpp",
    "organization_owner": "LM Studio",
    "sglang": "SGLang",
    "koboldcpp": "KoboldCpp",
}

# What else to look at, in order: the first that is true names the server.
_MARKS: tuple[tuple[str, str, Callable[[Answer], bool]], ...] = (
    ("LM Studio", "/api/v0/models", lambda answer: "loaded" in str(answer.json.get("data")) or _lists(answer, "arch")),
    ("Ollama", "/", lambda answer: answer.body.strip() == b"Ollama is running"),
    ("KoboldCpp", "/api/extra/version", lambda answer: "kobold" in str(answer.json.get("result", "")).lower()),
    ("text-generation-webui", "/v1/internal/model/info", lambda answer: "model_name" in answer.json),
    ("TGI", "/info", lambda answer: "model_id" in answer.json and "max_total_tokens" in answer.json),
    ("SGLang", "/get_model_info", lambda answer: "model_path" in answer.json),
    ("LocalAI", "/system", lambda answer: "backends" in answer.json and "loaded_models" in answer.json),
    ("llama.cpp", "/props", lambda answer: "default_generation_settings" in answer.json),
    ("vLLM", "/version", lambda answer: list(answer.json) == ["version"]),
)


def mark_of(listing: Answer) -> str:
    """The server's name from its answer to /v1/models alone; "" where that tells nothing."""
    header = listing.server.lower()
    for start, name in _HEADERS.items():
        if header.startswith(start):
            return name
    for entry in objects(listing.json.get("data"))[:1]:
        if isinstance(owner := entry.get("owned_by"), str) and owner.lower() in _OWNERS:
            return _OWNERS[owner.lower()]
    if listing.server.startswith("BaseHTTP/") and objects(listing.json.get("data")):
        return "MLX-LM"  # https://github.com/ml-explore/mlx-lm serves with Python's own http.server
    return ""


async def identify(look: Look, listing: Answer, port: int) -> str:
    """The server's name, from its answer to /v1/models and, where need be, from further looks; "" where unknown."""
    if name := mark_of(listing):
        return name
    if not _speaks(listing):
        return ""
    if listing.status != 503:  # who loads a model answers everything so
        answers = await asyncio.gather(*(look.get(path) for _, path, _ in _MARKS))
        for (name, _, is_it), answer in zip(_MARKS, answers, strict=True):
            if answer.status == 200 and is_it(answer):
                return name
    known = known_by_port(port)
    return known.name if known and known.own_port else ""


def _speaks(listing: Answer) -> bool:
    """Whether an answer is one of a model server, going by its form."""
    if listing.status == 200:
        return "data" in listing.json or "models" in listing.json
    return listing.status in {401, 403, 503} and not listing.body.lstrip().startswith(b"<")


def _lists(answer: Answer, key: str) -> bool:
    return any(key in entry for entry in objects(answer.json.get("data"))[:1])
