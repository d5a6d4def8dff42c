"""Whether a vendor's server takes the key and has the model: asked for the model's own page, which costs nothing.

https://platform.claude.com/docs/en/api/models/retrieve and https://ai.google.dev/api/models: each wants the key in a
header of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from inara_engine.errors import ProviderError, Rejected
from inara_engine.frozen import frozen
from inara_engine.providers import anthropic_errors, gemini_errors
from inara_engine.providers.discovery import ServerReport, small_client
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.key_check import check_key
from inara_engine.providers.masking import masked
from inara_engine.providers.model_list import Answer, FoundModel, get_json, objects
from inara_engine.providers.openai_errors import Where, read_complaint
from inara_engine.providers.vendor_facts import facts_of_vendor

if TYPE_CHECKING:
    import httpx

__all__ = ["check"]

_WITHIN_S = 10.0
_MOST_NAMED = 8


@frozen
class _Vendor:
    """`path` is where its models are, below the server; `listed` and `prefix` name them in the answer."""

    name: str
    host: str
    path: str
    versions: tuple[str, ...]
    headers: Callable[[str], Mapping[str, str]]
    error: Callable[[bytes, Where, int], ProviderError]
    listed: str
    named: str
    prefix: str = ""


_VENDORS: Mapping[str, _Vendor] = {
    "anthropic": _Vendor(
        "Anthropic",
        "api.anthropic.com",
        "/v1/models",
        ("v1",),
        lambda key: {"anthropic-version": "2023-06-01", "x-api-key": key},
        lambda body, where, status: anthropic_errors.complaint_error(read_complaint(body), where, status),
        "data",
        "id",
    ),
    "gemini": _Vendor(
        "Gemini",
        "generativelanguage.googleapis.com",
        "/v1beta/models",
        ("v1", "v1beta"),
        lambda key: {"x-goog-api-key": key},
        lambda body, where, status: gemini_errors.complaint_error(
            gemini_errors.read_gemini_complaint(body), where, status
        ),
        "models",
        "name",
        "models/",
    ),
}


async def check(
    provider: Literal["anthropic", "gemini"],
    base_url: str,
    api_key: str | None,
    model: str,
    *,
    config_id: str = "",
    connect_timeout_s: float = 5.0,
) -> ServerReport:
    """Look at one vendor's server: reached, key, model. Sends no prompt. Never raises ProviderError."""
    vendor, setting = _VENDORS[provider], f"[models.{config_id}]" if config_id else "[models]"
    try:
        found = Endpoint.parse(base_url, setting)
    except Rejected as error:
        return ServerReport("wrong_address", error.message, error.next_step)
    key = (api_key or "").strip()
    try:
        check_key(key, setting)
    except Rejected as error:
        return ServerReport("needs_key", error.message, error.next_step, found.address)
    where = Where(
        found.address,
        found.port,
        loopback=found.loopback,
        model=model,
        label=vendor.name,
        setting=setting,
        has_key=bool(key),
    )
    if not key and found.host == vendor.host:
        return _without_key(vendor, where)
    root = found.root
    for version in vendor.versions:
        root = root.removesuffix(f"/{version}")
    try:
        async with small_client(root, loopback=found.loopback, connect_timeout_s=connect_timeout_s) as client:
            report = await _look(client, vendor, root + vendor.path, key, where, connect_timeout_s)
    except Rejected as error:
        return ServerReport("unreachable", error.message, error.next_step, found.address)
    return replace(
        report, message=masked(report.message, key), next_step=masked(report.next_step, key), address=found.address
    )


async def _look(
    client: httpx.AsyncClient, vendor: _Vendor, models_url: str, key: str, where: Where, connect_timeout_s: float
) -> ServerReport:
    from inara_engine.providers.connection_errors import could_not_ask
    from inara_engine.providers.http_client import FAILURES

    headers = dict(vendor.headers(key)) if key else dict[str, str]()
    name = where.model.removeprefix(vendor.prefix)
    try:
        answer = await get_json(client, f"{models_url}/{quote(name, safe='')}", within_s=_WITHIN_S, headers=headers)
        if answer.status == 404:
            return await _missing(client, vendor, models_url, headers, where, answer)
    except TimeoutError:
        step = "Is the network slow, or a proxy in the way? Try again."
        return ServerReport("unreachable", f"{where.address} takes connections but does not answer.", step)
    except FAILURES as error:
        failure = could_not_ask(error, where, connect_timeout_s=connect_timeout_s)
        return ServerReport("unreachable", failure.message, failure.next_step)
    if answer.status != 200:
        return _refused(vendor, answer, where)
    facts = facts_of_vendor(vendor.name)
    message = (
        f"{vendor.name} takes the key and has “{where.model}”." if key else f"{where.address} has “{where.model}”."
    )
    return ServerReport("ready", message, models=(FoundModel(where.model, facts),), facts=facts)


async def _missing(
    client: httpx.AsyncClient,
    vendor: _Vendor,
    models_url: str,
    headers: Mapping[str, str],
    where: Where,
    answer: Answer,
) -> ServerReport:
    """No such model, if the list of them is there; else there is no vendor's interface at all."""
    listing = await get_json(client, f"{models_url}?{_PAGE[vendor.name]}", within_s=_WITHIN_S, headers=headers)
    entries = objects(listing.json.get(vendor.listed))
    names = [str(entry.get(vendor.named)).removeprefix(vendor.prefix) for entry in entries]
    if listing.status != 200 or not names:
        report = _refused(vendor, answer if listing.status == 200 else listing, where)
        return replace(report, state="wrong_address") if report.state == "failing" else report
    near = get_close_matches(where.model, names, n=1, cutoff=0.5)
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    meant = f"Did you mean “{near[0]}”? " if near else ""
    step = f"{meant}Set `model` of {where.setting}; it has: {', '.join(names[:_MOST_NAMED])}{more}."
    message = f"{vendor.name} takes the key, but doesn't have the model “{where.model}”."
    return ServerReport("model_missing", message, step, models=tuple(FoundModel(name) for name in names))


_PAGE = {"Anthropic": "limit=1000", "Gemini": "pageSize=1000"}


def _refused(vendor: _Vendor, answer: Answer, where: Where) -> ServerReport:
    error = vendor.error(answer.body, where, answer.status)
    wants_key = answer.status in {401, 403} or "API key" in error.message
    return ServerReport("needs_key" if wants_key else "failing", error.message, error.next_step)


def _without_key(vendor: _Vendor, where: Where) -> ServerReport:
    step = f'Store one with `inara secrets set NAME` and set `api_key = "keyring:NAME"` in {where.setting}.'
    return ServerReport("needs_key", f"{vendor.name} wants an API key, and none is set.", step, where.address)
