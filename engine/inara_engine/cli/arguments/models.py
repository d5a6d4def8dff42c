"""Models, and the keys they want."""

from __future__ import annotations

from inara_engine.cli.arguments.common import Commands, as_json, verbs_of

__all__ = ["add"]

MODELS = """examples:
  inara models                            those of config.toml; * is the one that answers
  inara models discover                   servers that run on this machine
  inara models test local                 whether it can be used, and what to do if not
  inara models test local --ask           and whether it answers a word
  inara models pull qwen3:8b              let Ollama get it; Ctrl+C stops, and the next pull goes on from there
"""

SECRETS = """examples:
  inara secrets set openai                asks for the key, which is not shown
  pass show openai | inara secrets set openai
  inara secrets state                     whether each key that config.toml names is there

In config.toml, api_key = "keyring:openai" uses it. A key is never an argument: others could see it.
"""


def add(commands: Commands) -> None:
    """Declare the commands and their verbs."""
    _models(commands)
    _secrets(commands)


def _models(commands: Commands) -> None:
    command = commands.add_parser("models", help="models and the servers they run on", epilog=MODELS)
    verbs = verbs_of(command)
    as_json(verbs.add_parser("list", help="the models of config.toml"))
    as_json(verbs.add_parser("discover", help="model servers on this machine"))
    test = verbs.add_parser("test", help="whether a model can be used, and what to do if not")
    test.add_argument("model", metavar="ID", help="as `inara models list` prints it")
    test.add_argument("--ask", action="store_true", help="also ask it for one word: a real request, which may cost")
    pull = verbs.add_parser("pull", help="let Ollama on this machine get a model")
    pull.add_argument("model", metavar="NAME", help="as Ollama's library calls it, e.g. qwen3:8b")
    pull.add_argument("--server", default="", metavar="URL", help="which Ollama, e.g. http://127.0.0.1:11434/v1")
    as_json(pull, "print how far it is as JSON, one value a line")


def _secrets(commands: Commands) -> None:
    command = commands.add_parser("secrets", help="keys in the system keyring", epilog=SECRETS)
    verbs = verbs_of(command)
    verbs.add_parser("list", help="the names of the kept keys")
    verbs.add_parser("state", help="where the keys are that config.toml names: kept, missing, from the environment")
    for name, text in (("set", "keep a key: typed, or read from standard input"), ("delete", "forget one")):
        verbs.add_parser(name, help=text).add_argument("name", metavar="NAME")
