"""`config.toml` on disk: changed by Inara, kept as the person wrote it, never half-written."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inara_engine.errors import StorageError, UserError
from inara_engine.settings import PolicySettings, Rule, Settings, SettingsChange, SettingsFile
from inara_engine.settings.starter import starter_text

WRITTEN = """\
# Ada's settings   \n
[models.local] # the id
provider = "openai"                  # a comment that must stay
base_url   =  'http://127.0.0.1:11434/v1'
model = "qwen3:8b"\t# tab
extra = { temperature = 0.7 }        # passed on

[roles.orchestrator]
models = [
  "local", # first
  # then nobody
]

# about the policy
[policy]
allow = [
  "remember",                        # harmless
  { tool = "write_file", under = "~/Notes" },
]

[[schedule]]
name = "morning"                     # at seven
cron = "0 7 * * 1-5"
task = \"\"\"
Summarise
my notes\"\"\"
# the end
"""


def change(*sets: tuple[str, Any]) -> SettingsChange:
    return SettingsChange(tuple((tuple(path.split(".")), value) for path, value in sets))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_missing_file_means_the_defaults_and_none_is_written(path: Path) -> None:
    loaded = SettingsFile(path).load()
    assert (loaded.settings, loaded.problems) == (Settings(), ())
    assert not path.exists()


def test_the_first_change_makes_a_file_that_explains_itself(path: Path) -> None:
    settings = SettingsFile(path).change(change(("defaults.tier", 3)))

    assert settings.defaults.tier == 3
    assert SettingsFile(path).load().settings == settings
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text()
    assert re.search(r"^tier = 3 +# 0 nothing", text, re.MULTILINE), "the waiting line was made live"
    assert text.count("\n") == starter_text().count("\n")


def test_the_starter_changes_nothing_and_each_of_its_lines_works() -> None:
    assert Settings.model_validate(tomllib.loads(starter_text())) == Settings()
    live = re.sub(r"^# (?=\[|[a-z_]+ = )", "", starter_text(), flags=re.MULTILINE)
    either = (
        r"^(url|client_id|client_secret|redirect_port|gguf) = .*$"  # a server has a command or a url, a model a file
    )
    live = re.sub(either, "", live, flags=re.MULTILINE)
    settings = Settings.model_validate(tomllib.loads(live))
    assert settings.role_models("orchestrator")[0][0] == "local"
    assert [task.name for task in settings.schedule] == ["morning"]


@pytest.mark.parametrize(
    ("sets", "removed", "added"),
    [
        ([("models.local.model", "llama3")], ['model = "qwen3:8b"\t# tab'], ['model = "llama3"\t# tab']),
        (
            [("models.local.extra.top_p", 0.5)],
            ["extra = { temperature = 0.7 }        # passed on"],
            ["extra = { temperature = 0.7, top_p = 0.5}        # passed on"],
        ),
        ([("roles.orchestrator.models", ("local", "demo"))], [], ['  "demo"']),
        ([("policy.allow", (Rule(tool="remember"),))], ['  { tool = "write_file", under = "~/Notes" },'], []),
        ([("policy.allow", ["remember", {"tool": "write_file", "under": "~/Notes"}, "recall"])], [], ['  "recall",']),
        ([("models.local.base_url", None)], ["base_url   =  'http://127.0.0.1:11434/v1'"], []),
        ([("appearance.theme", "dark")], [], ["", "[appearance]", 'theme = "dark"']),
        (
            [("models.second", {"provider": "demo", "label": "Two"})],
            [],
            ["[models.second]", 'provider = "demo"', 'label = "Two"', ""],
        ),
        ([("mcp.servers.files.command", "npx")], [], ["", "[mcp.servers.files]", 'command = "npx"']),
        (
            [("schedule", [{"name": "morning", "cron": "0 8 * * *", "task": "Summarise\nmy notes"}])],
            ['cron = "0 7 * * 1-5"'],
            ['cron = "0 8 * * *"'],
        ),
        ([("models.local.model", "qwen3:8b"), ("defaults.persona", None)], [], []),
        ([("profiles.kids.policy.max_risk", 1)], [], ["", "[profiles.kids.policy]", "max_risk = 1"]),
    ],
    ids=str,
)
def test_a_change_leaves_every_other_line_alone(
    path: Path, sets: list[tuple[str, Any]], removed: list[str], added: list[str]
) -> None:
    path.write_text(WRITTEN)
    SettingsFile(path).change(change(*sets))

    left, came = WRITTEN.split("\n"), path.read_text().split("\n")
    for line in [line for line in left if line in came]:
        came.remove(line)
    assert [line for line in left if line not in path.read_text().split("\n")] == removed
    assert [line for line in came if line] == [line for line in added if line]


def test_windows_line_ends_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode())
    settings = SettingsFile(path).change(change(("api.port", 9000), ("models.local.label", "L")))
    assert (settings.api.port, settings.schedule[0].task) == (9000, "Summarise\nmy notes")
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "defaults.tier": st.integers(0, 3) | st.none(),
    "defaults.persona": st.sampled_from(["inara", "Jürgen", "a b"]) | st.none(),
    "defaults.local_only": st.booleans() | st.none(),
    "defaults.local_hosts": st.lists(st.sampled_from(["nas", "10.0.0.7", "::1"])),
    "models.local.label": st.text(max_size=20),
    "models.local.stall_notice_s": st.floats(0.5, 1000),
    "models.local.extra": st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3),
    "models.local.extra.temperature": st.floats(0, 2) | st.none(),
    "models.other": st.just({"provider": "openai", "model": "m", "extra": {"a": [1, {"b": True}]}}) | st.none(),
    "models.other.label": st.none(),
    "roles.chat": st.just({"models": ["local"], "inject_mode": False}) | st.none(),
    "roles.chat.system_append": st.text(max_size=20),
    "roles.orchestrator.models": st.lists(st.sampled_from(["local", "demo"]), max_size=3),
    "policy.allow": st.lists(st.sampled_from(["a", "b", {"tool": "c", "under": "~/x"}, {"tool": "c", "under": "/y"}])),
    "policy.max_risk": st.integers(0, 4) | st.none(),
    "profiles.kids.policy.user_role": st.sampled_from(["owner", "guest", None]),
    "workspace.roots": st.lists(st.sampled_from(["~/a", "/b"]), max_size=2) | st.none(),
    "mcp.servers.x": st.just({"command": "c", "env": {"A": "b"}, "args": ["-y"] * 40}) | st.none(),
    "schedule": st.lists(
        st.fixed_dictionaries(
            {"name": st.sampled_from("abcd"), "cron": st.just("@daily"), "task": st.text(min_size=1, max_size=9)}
        ),
        max_size=3,
        unique_by=lambda task: task["name"],
    ),
    "hooks.gitea": st.just({"task": "t", "secret": "keyring:g"}) | st.none(),
    "api.port": st.integers(0, 65535),
    "appearance.text_scale": st.floats(0.5, 3),
}
changes = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(lambda path: st.tuples(st.just(path), VALUES[path])), min_size=1, max_size=4
)
OTHER_STYLES = """\
defaults.tier = 1
api = { enabled = true, port = 1 }
"models".local = { provider = "demo" }
"""


@pytest.mark.parametrize("start", [WRITTEN, "", starter_text(), "[models]\nlocal = { provider = 'demo' } # mine\n"])
@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=st.lists(changes, min_size=1, max_size=4))
def test_what_is_changed_is_what_is_loaded(tmp_path: Path, start: str, steps: list[list[tuple[str, Any]]]) -> None:
    """Any run of changes to any of these files: each is either refused whole or reads back as set."""
    path = tmp_path / "config.toml"
    path.write_text(start)
    comments = set(re.findall(r"# a comment.*|# tab|# Ada.*|# the id|# mine", start))
    file = SettingsFile(path)
    for sets in steps:
        before = path.read_bytes()
        try:
            settings = file.change(change(*sets))
        except UserError:
            assert path.read_bytes() == before
            continue
        loaded = SettingsFile(path).load()
        assert (loaded.settings, loaded.problems) == (settings, ())
        last = dict(sets)
        document = tomllib.loads(path.read_text())
        for name, value in last.items():
            overridden = any(other.startswith(f"{name}.") or name.startswith(f"{other}.") for other in last)
            if not overridden:
                assert said(document, name) == value or (value in ([], {}) and not said(document, name))
        assert all(comment in path.read_text() for comment in comments)


def said(document: dict[str, Any], name: str) -> Any:
    value: Any = document
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def test_other_ways_to_write_it_are_changed_or_refused_but_never_spoilt(path: Path) -> None:
    path.write_text(OTHER_STYLES)
    file = SettingsFile(path)
    for sets in (("defaults.tier", 2), ("api.port", 2), ("models.local.label", "L"), ("defaults.persona", "p")):
        before = path.read_text()
        try:
            settings = file.change(change(sets))
        except UserError:
            assert path.read_text() == before
        else:
            assert SettingsFile(path).load().settings == settings


def test_a_broken_file_keeps_the_last_good_settings(path: Path) -> None:
    path.write_text("[api]\nport = 9000\n")
    file = SettingsFile(path)
    assert file.load().settings.api.port == 9000

    path.write_text("[api]\nport = 9001\nprot = 1\n")
    loaded = file.load()
    assert loaded.settings.api.port == 9000
    assert [str(problem) for problem in loaded.problems] == ["config.toml:3: api.prot: unknown key; did you mean port?"]

    path.write_text("[api]\nport = 9002\n")
    assert file.load().settings.api.port == 9002


def test_a_broken_file_is_never_written_over(path: Path) -> None:
    path.write_text("[api]\nport = \n")
    with pytest.raises(UserError, match=r"config\.toml:2: Invalid value.* Mend line 2"):
        SettingsFile(path).change(change(("api.port", 1)))
    assert path.read_text() == "[api]\nport = \n"


def test_a_wrong_value_is_refused_before_it_is_written(path: Path) -> None:
    with pytest.raises(UserError, match=r"defaults\.tier: 9 does not fit, expected a whole number from 0 to 3"):
        SettingsFile(path).change(change(("defaults.tier", 9)))
    with pytest.raises(UserError, match="unknown key"):
        SettingsFile(path).change(change(("defaults.teir", 1)))
    assert not path.exists()


def test_what_was_written_by_hand_meanwhile_is_kept(path: Path) -> None:
    file = SettingsFile(path)
    file.change(change(("api.port", 1)))
    path.write_text(path.read_text().replace("\n[policy]", "\n[policy]\nmax_risk = 1\n"))
    assert file.change(change(("defaults.tier", 0))).policy == PolicySettings(max_risk=1)


def test_changes_from_several_threads_are_all_there(path: Path) -> None:
    file = SettingsFile(path)
    threads = [
        threading.Thread(target=file.change, args=(change((f"models.m{number}", {"provider": "demo"})),))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(file.load().settings.models) == [f"m{number}" for number in range(8)]
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    path.symlink_to(tmp_path / "dotfiles" / "inara.toml")
    (tmp_path / "dotfiles" / "inara.toml").write_text("[api]\nport = 1\n")
    SettingsFile(path).change(change(("api.port", 2)))
    assert path.is_symlink()
    assert (tmp_path / "dotfiles" / "inara.toml").read_text() == "[api]\nport = 2\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[api]\n# \xff\n", "config.toml:2: not UTF-8 text"),
        (b"#" * 1_000_001, "config.toml:1: too large; expected at most 1 MB of text"),
    ],
)
def test_a_file_that_is_no_text(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    loaded = SettingsFile(path).load()
    assert [str(problem) for problem in loaded.problems] == [sentence]
    assert loaded.settings == Settings()
    with pytest.raises(UserError, match="has a mistake"):
        SettingsFile(path).change(change(("api.port", 1)))


def test_a_folder_or_a_pipe_in_its_place_does_not_hang(path: Path) -> None:
    os.mkfifo(path)
    (problem,) = SettingsFile(path).load().problems
    assert "not a regular file" in str(problem)
    path.unlink()
    path.mkdir()
    (problem,) = SettingsFile(path).load().problems
    assert "config.toml:1: " in str(problem)


def test_no_room_on_the_disk_leaves_the_old_settings(path: Path) -> None:
    """The system itself refuses to let the file grow, as a full disk does."""
    path.write_text("[api]\nport = 1\n")
    script = f"""
import resource
from pathlib import Path
from inara_engine.errors import StorageError
from inara_engine.settings import SettingsChange, SettingsFile
resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))
try:
    SettingsFile(Path({str(path)!r})).change(SettingsChange(((("api", "port"), 2),)))
except StorageError as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-B", "-c", script], check=False, capture_output=True, text=True)
    assert "there is no room left" in said.stdout, said.stderr
    assert "Make room" in said.stdout
    assert path.read_text() == "[api]\nport = 1\n"
    assert list(path.parent.iterdir()) == [path], "nothing half-written is left behind"


def test_a_folder_that_can_not_be_written_says_so() -> None:
    path = Path("/proc/inara/config.toml")  # where nobody may make a folder
    with pytest.raises(StorageError, match=r"could not be saved to /proc/inara/config\.toml: .* write access"):
        SettingsFile(path).change(change(("api.port", 2)))


def test_reading_loads_neither_the_writer_nor_the_keyring() -> None:
    script = (
        "import sys; from pathlib import Path; from inara_engine.settings import SettingsFile;"
        "SettingsFile(Path('/nonexistent')).load(); print(sorted({'tomlkit','keyring','httpx'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True).stdout == "[]\n"
