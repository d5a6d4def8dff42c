"""Where a person finds in the window what the engine names by the words of config.toml.

The engine's next steps are for whoever reads the settings file too: "Check `base_url` of [models.local]." In the window
that is “Address” of “local” under Settings › Models. A sentence in which a key or a table is marked so needs nothing
more than this; those that say it otherwise, or name a command in place of a field, are in `INSTEAD`.

In these words `base_url` is a setting of a model, `servers.url` one of another page, [servers] that page, and `api_key`
the field that takes a key itself. Mistakes of the file (`BY_HAND`) keep its words: who reads them has it open.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from inara_desktop.wording import later, translate

__all__ = ["BY_HAND", "INSTEAD", "PAGES", "in_window", "place_of"]

_MARK = re.compile(r"`(?P<key>[a-z_.]+)`|\[(?P<table>[a-z_]+)(?:\.(?P<name>[^\]\s]+))?\]")
_OF_A_MODEL = re.compile(r"\[models(?:\.(?P<name>[^\]\s]+))?\]")

PAGES = {  # by their keys in the dialog
    "models": later("Configuring", "Models"),
    "roles": later("Configuring", "Roles"),
    "defaults": later("Configuring", "Answers"),
    "web_search": later("Configuring", "Web search"),
    "servers": later("Configuring", "Tool servers"),
    "plugins": later("Configuring", "Plugins"),
    "policy": later("Configuring", "Policy"),
    "workspace": later("Configuring", "Folders"),
    "profiles": later("Configuring", "Profiles"),
    "api": later("Configuring", "Interface"),
}
ROLES = {"orchestrator": later("RolesPage", "Orchestrator"), "vision": later("RolesPage", "Pictures")}

BY_HAND = frozenset(
    {
        "Change it in the file by hand, or give each table a header of its own, such as [defaults].",
        "The way config.toml is written keeps Inara from changing {1} in it.",
        "Mend api_key in config.toml.",
        "A key is named by keyring:NAME or env:NAME.",
        "a list in [ ], each {1}",
        "given without a client_id",
        'has a name or password in it; keep the key with "inara secrets set NAME"',
        (
            'the key itself does not belong in this file; keep it with "inara secrets set NAME" and write '
            '"keyring:NAME" here (or "env:NAME" for the environment)'
        ),
    }
)

INSTEAD = {
    # addresses and names of a model
    "{1} names no server.": "No server is named in {1}.",
    'Set base_url = "{1}" in {2}.': "Set `base_url` of {2} to {1}.",
    "Add a model to config.toml, or choose one in the window.": "Add a model under [models], or choose one.",
    "Get it from https://github.com/ggml-org/llama.cpp/releases and put it on the PATH, or name it: llama_server "
    '= { path = "/…/llama-server" }.': (
        "Get it from https://github.com/ggml-org/llama.cpp/releases and put it on the PATH, or name it in "
        "`llama_server.path` of the model."
    ),
    "Try again, with another model, or with more rounds for this one (max_rounds).": (
        "Try again, with another model, or with more `max_rounds` for this one under [models]."
    ),
    "Check the settings in {1}, `extra` above all, or choose another model.": (
        "Check {1}, `extra` above all, or choose another model."
    ),
    # keys
    "Check the key `api_key` of {1} names; `inara secrets set NAME` stores a new one.": (
        "Check the key, and paste the right one into `api_key` of {1}."
    ),
    'Store one with `inara secrets set NAME` and set `api_key = "keyring:NAME"` in {1}.': (
        "Paste one into `api_key` of {1}."
    ),
    "Store the key named by `api_key` of {1} again: `inara secrets set NAME`.": (
        "Paste the key again into `api_key` of {1}."
    ),
    "Store it with `inara secrets set NAME` and name it in `api_key`.": (
        "Add a model of it under [models], with the key in `api_key`."
    ),
    "Type: inara secrets set {1}": "Paste it into `api_key` of what asks for it, in the settings.",
    "Set it before Inara starts, or type: inara secrets set {1}": (
        "Set it before Inara starts, or paste the key into `api_key` of what asks for it, in the settings."
    ),
    'Start a Secret Service such as GNOME Keyring or KWallet, or use "env:NAME" as the api_key.': (
        "Start a Secret Service such as GNOME Keyring or KWallet, or write env:NAME into `models.api_key` of the model."
    ),
    # what may be asked
    "The model {1} is not on this machine, and local_only is on.": (
        "The model {1} is not on this machine, and `defaults.local_only` is on."
    ),
    "local_only is on, and {1} is not this machine.": "`defaults.local_only` is on, and {1} is not this machine.",
    "Choose a local model, or set local_only = false under [defaults].": (
        "Choose a local model, or turn `defaults.local_only` off under [defaults]."
    ),
    "Turn local_only off, or add the host to local_hosts.": (
        "Turn `defaults.local_only` off under [defaults], or add the host to `defaults.local_hosts` there."
    ),
    "Choose a model that can, name one under [roles.vision], or ask without the picture.": (
        "Choose a model that can, name one for [roles.vision], or ask without the picture."
    ),
    "Choose a vision model, name one under [roles.vision], or ask without the picture.": (
        "Choose a vision model, name one for [roles.vision], or ask without the picture."
    ),
    "Or offer fewer tools: `tools` under [roles.orchestrator].": (
        "Or offer fewer tools: `roles.tools` of [roles.orchestrator]."
    ),
    "Change it under [policy] in the settings.": "Change it under [policy].",
    "This rule stands in config.toml.": "This rule belongs to the settings.",
    "Take it out there, or in the settings window.": "Take it out under [policy] or [profiles].",
    "Give a full path, or ask the person to grant a folder under [workspace] roots in the settings.": (
        "Give a full path, or ask the person to grant a folder under [workspace]."
    ),
    "The person can make it, or grant another under [workspace] roots in the settings.": (
        "The person can make it, or grant another under [workspace]."
    ),
    # further pages
    "Choose another port in the settings ([api] port in config.toml); 0 takes a free one.": (
        "Choose another `api.port` under [api]; 0 takes a free one."
    ),
    "Mend or install it, or take it out of plugins under [tools].": (
        "Mend or install it, or switch it off under [plugins]."
    ),
    "Check provider and url of [tools.web_search].": (
        "Check `web_search.provider` and `web_search.url` under [web_search]."
    ),
    "Check the key: `inara secrets set NAME`, then api_key of [tools.web_search].": (
        "Check the key, and paste the right one into `api_key` under [web_search]."
    ),
    "Try again later, or check url of [tools.web_search].": (
        "Try again later, or check `web_search.url` under [web_search]."
    ),
    "The person keeps one with `inara secrets set NAME`.": (
        "The person can paste one into `api_key` under [web_search]."
    ),
    # tool servers
    "Check command and cwd of its entry in config.toml.": (
        "Check its `servers.command` and `servers.cwd` under [servers]."
    ),
    "Check `headers` of its entry in config.toml, and the key it names.": (
        "Check its `servers.headers` under [servers], and the key named there."
    ),
    "Install it, or write its whole path into config.toml.": (
        "Install it, or write its whole path into `servers.command` under [servers]."
    ),
    "Look at its entry in config.toml, then test it again.": "Look at it under [servers], then test it again.",
    "Look at client_id, client_secret and redirect_port of its entry: inara mcp client {1} CLIENT-ID": (
        "Look at its `servers.client_id`, `servers.client_secret` and `servers.redirect_port` under [servers]."
    ),
    "End the program that has it, or register another one there, and change redirect_port.": (
        "End the program that has it, or register another one there, and change `servers.redirect_port` under "
        "[servers]."
    ),
    "Register Inara there by hand, with http://127.0.0.1:PORT/callback as the place to come back to, then: inara "
    "mcp client {1} CLIENT-ID --redirect-port PORT": (
        "Register Inara there by hand, with http://127.0.0.1:PORT/callback as the place to come back to, then "
        "fill in `servers.client_id` and `servers.redirect_port` under [servers]."
    ),
    "Sign in: `inara mcp sign-in {1}`, or in Tool servers.": "Sign in, in Tool servers.",
    "Begin: inara mcp sign-in {1}": "Sign in, in Tool servers.",
    "Begin again: inara mcp sign-in {1}": "Sign in again, in Tool servers.",
    "Try again: inara mcp sign-in {1}": "Sign in again, in Tool servers.",
    "Start it: inara mcp test {1}": "Start it under [servers].",
    "Turn it on: inara mcp enable {1}": "Turn it on under [servers].",
}


def in_window(pattern: str) -> str:
    """A sentence of the engine as the window says it, in its language, with the same fields."""
    words = translate("Said", INSTEAD.get(pattern, pattern))
    return words if pattern in BY_HAND else _MARK.sub(_found, words)


def place_of(field: str) -> str:
    """What stands in a sentence: a model's table, at its beginning, by where the person sees that model."""
    return (
        _OF_A_MODEL.sub(lambda found: _model(found["name"]), field, count=1) if field.startswith("[models") else field
    )


def _found(mark: re.Match[str]) -> str:
    if mark["key"]:
        title = _titles().get(mark["key"], "")
        if mark["key"] == "api_key":
            title = translate("ModelsErrands", "API key")
        else:
            title = " › ".join(translate("Settings", each) for each in title.split("\n"))
        return _quoted(title) if title else mark[0]
    table, name = mark["table"], mark["name"]
    if table == "models" and name:
        return _model(name)
    if table == "roles" and name in ROLES:
        return _under(translate("RolesPage", ROLES[name]), "roles")
    return _page(table) if table in PAGES and not name else mark[0]


def _model(name: str | None) -> str:
    """By its name, which the page has too; one that has none yet is being written down."""
    return _under(name, "models") if name else translate("Places", "this model")


def _under(name: str, page: str) -> str:
    return translate("Places", "{name} under {page}").format(name=_quoted(name), page=_page(page))


def _page(key: str) -> str:
    return translate("Places", "Settings › {page}").format(page=translate("Configuring", PAGES[key]))


def _quoted(words: str) -> str:
    return translate("Text", "“{words}”").format(words=words)


@cache
def _titles() -> dict[str, str]:
    """What the declarations call each setting, by how it is named here; a heading and what is below it, by lines."""
    from pydantic import BaseModel

    from inara_engine import settings

    found: dict[str, str] = {}

    def collect(table: type[BaseModel], key: str, above: str = "") -> None:
        for name, info in table.model_fields.items():
            found[f"{key}{name}"] = f"{above}{info.title}"
            kind: Any = info.annotation
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                collect(kind, f"{key}{name}.", f"{above}{info.title}\n")

    for key, table in (
        ("", settings.ModelSettings),
        ("models.", settings.ModelSettings),
        ("roles.", settings.RoleSettings),
        ("defaults.", settings.DefaultsSettings),
        ("web_search.", settings.WebSearchSettings),
        ("servers.", settings.McpServerSettings),
        ("api.", settings.ApiSettings),
    ):
        collect(table, key)
    return found
