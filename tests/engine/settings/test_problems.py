"""A broken `config.toml`: one sentence for each mistake, with its line, all at once."""

from __future__ import annotations

import pytest

from inara_engine.settings.problems import Problem, read_settings


def told(text: str) -> list[str]:
    result = read_settings(text, "config.toml")
    assert isinstance(result, tuple), "the text is fine"
    return [str(problem) for problem in result]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert told("""\
# my settings
[models.local]
provider = "openai"
base_ulr = "http://127.0.0.1:11434/v1"
model = "qwen3"
[models."qwen3:8b"]
provider = "opnai"

[defaults]
tier = 7
local_only = "yes"
[policy]
allow = [
  "remember",
  { tool = "write_file", undr = "~/Notes" },
]
[workspace]
roots = "~/Documents"
[roles.orchestrator]
models = ["local",
          "claud"]
[modles.x]
""") == [
        "config.toml:4: models.local.base_ulr: unknown key; did you mean base_url?",
        (
            'config.toml:7: models."qwen3:8b".provider: "opnai" does not fit; expected one of '
            '"openai", "anthropic", "gemini", "claude-cli", "gemini-cli", "demo"'
        ),
        "config.toml:10: defaults.tier: 7 does not fit; expected a whole number from 0 to 3",
        'config.toml:11: defaults.local_only: "yes" does not fit; expected true or false',
        "config.toml:15: policy.allow[1].undr: unknown key; did you mean under?",
        'config.toml:18: workspace.roots: "~/Documents" does not fit; expected a list in [ ], each text',
        'config.toml:21: roles.orchestrator.models[1]: there is no model "claud"; expected one of local, qwen3:8b',
        "config.toml:22: modles: unknown key; did you mean models?",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[a]\nb = \n", "config.toml:2: Invalid value"),
        ("a = 1\n\na = 2\n", "config.toml:3: Cannot overwrite a value"),
        ("[api]\n[api]\n", "config.toml:2: Cannot declare ('api',) twice"),
        ('a = 1\nx = """\nabc\n', "config.toml:3: Unterminated string"),
        ("a = [1,\n 2", "config.toml:2: Unclosed array"),
        ("a = " + "[" * 20_000, "config.toml:1: lists or tables are nested too deeply"),
        ("[models.m.extra]\n" + "a." * 3_000 + "a = 1", "config.toml:1: lists or tables are nested too deeply"),
        ("a." * 3_000 + "a = 1", "config.toml:1: a: unknown key"),
        ("[defaults]\ntier = " + "1" * 5_000, "config.toml:2: a number is too long"),
    ],
)
def test_a_text_that_is_no_toml(text: str, sentence: str) -> None:
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[models.m]\nprovider = 'openai'", "config.toml:1: models.m.model: missing; expected the model's name as its server knows it"),
        ("[models.m]\nmodel = 'x'", 'config.toml:1: models.m.provider: missing; expected one of "openai", "anthropic", "gemini", "claude-cli", "gemini-cli", "demo"'),
        ("models = 3", "config.toml:1: models: 3 does not fit; expected a table"),
        ("[models]\n'a b' = {provider = 'demo'}", 'config.toml:2: models."a b": not usable as a name; expected letters, digits and . _ -, at most 64'),
        ("[[schedule]]\nname = 'a'\ncron = '@daily'\n[[schedule]]\nname = 'b'\ntask = ''\ncron = '0 7 * *'",
         'config.toml:1: schedule[0].task: missing; expected what Inara is asked to do, or "distill = true"'),
        ("[mcp.servers.x]\nargs = ['a']", "config.toml:1: mcp.servers.x: neither command nor url; expected one of them"),
        ("[hooks.h]\ntask = 't'\nprofile = 'kid'\n[profiles.kids]", 'config.toml:3: hooks.h.profile: there is no profile "kid"; expected one of me, kids'),
        ("[roles.chat]\nmodels = ['x']", 'config.toml:2: roles.chat.models[0]: there is no model "x", and none is configured; expected a table [models.x]'),
        ("[api]\nport = 99999", "config.toml:2: api.port: 99999 does not fit; expected a whole number from 0 to 65535"),
        ("[defaults]\npersona = '../x'", 'config.toml:2: defaults.persona: "../x" is not usable as a name'),
        ("[defaults]\ntier = true", "config.toml:2: defaults.tier: true does not fit; expected a whole number from 0 to 3"),
        ('[workspace]\nroots = ["~/a\\u0000b"]', "config.toml:2: workspace.roots[0]: has the character U+0000 in it, which the system takes nowhere"),
        ('[mcp.servers.x]\ncommand = "x"\nargs = ["a\\u0000b"]', "config.toml:3: mcp.servers.x.args[0]: has the character U+0000 in it, which the system takes nowhere"),
        ('[mcp.servers.x]\ncommand = "x"\nenv = {"A=B" = "c"}', 'config.toml:3: mcp.servers.x.env."A=B": "A=B" is not the name of a variable'),
        ('[policy]\ndeny = ["git push"]', 'config.toml:2: policy.deny[0]: "git push" is not usable as a name'),
        ('[policy]\nallow = [""]', 'config.toml:2: policy.allow[0]: "" is not usable as a name'),
        ("[policy]\nallow = [3]", "config.toml:2: policy.allow[0]: 3 does not fit; expected a tool's name or {tool = \"…\", under = \"…\"}"),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_one_mistake(text: str, sentence: str) -> None:
    assert told(text)[0] == sentence


@pytest.mark.parametrize(
    "line",
    [
        "api_key = 'sk-canary-1234'",
        "api_key = ['sk-canary-1234']",
        "api_key = 'keyring:sk-canary 1234'",
        "base_url = 'http://u:sk-canary-1234@host'",
        "base_url = 'sk-canary-1234'",
        "extra = 'sk-canary-1234'",
        "extra = { key = 2020-01-01, k = 'sk-canary-1234' }",
    ],
)
def test_a_value_that_may_be_a_key_is_never_repeated(line: str) -> None:
    (sentence,) = told(f"[models.m]\nprovider = 'openai'\nmodel = 'x'\n{line}\n")
    assert sentence.startswith("config.toml:4: models.m.")
    assert "canary" not in sentence


def test_a_long_value_is_cut() -> None:
    (sentence,) = told(f"[appearance]\ntheme = '{'x' * 500}'")
    assert len(sentence) < 200


def test_a_problem_reads_as_a_line() -> None:
    assert str(Problem("config.toml", 3, "", "Invalid value")) == "config.toml:3: Invalid value"
    assert str(Problem("config.toml", 3, "a.b", "missing", "text")) == "config.toml:3: a.b: missing; expected text"
