"""The local model servers people run: where they listen and how they are started.

Ports are each project's documented default: https://docs.ollama.com/faq,
https://lmstudio.ai/docs/developer/core/server, https://github.com/ggml-org/llama.cpp/tree/master/tools/server,
https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html, https://www.jan.ai/docs/desktop/api-server,
https://github.com/oobabooga/text-generation-webui, https://github.com/LostRuins/koboldcpp, https://localai.io,
https://docs.gpt4all.io, https://huggingface.co/docs/text-generation-inference, https://docs.sglang.ai,
https://github.com/ml-explore/mlx-lm.
"""

from __future__ import annotations

from inara_engine.frozen import frozen

__all__ = ["KNOWN_SERVERS", "KnownServer", "known_by_name", "known_by_port"]


@frozen
class KnownServer:
    """One kind of server. `start` and `longer_context` are next steps for a person.

    `own_port`: hardly anything else listens there, so the port alone is enough to call it by its name.
    """

    name: str
    port: int
    start: str
    longer_context: str
    own_port: bool = True


KNOWN_SERVERS = (
    KnownServer(
        "Ollama",
        11434,
        "Start it with `ollama serve`.",
        "Set `context_window` of the model (e.g. 32768): Ollama then loads it so. Or start Ollama with a larger"
        " OLLAMA_CONTEXT_LENGTH.",
    ),
    KnownServer(
        "LM Studio",
        1234,
        "Open LM Studio, load a model and start its server (`lms server start`).",
        "Load the model in LM Studio with a longer context.",
    ),
    KnownServer(
        "llama.cpp",
        8080,
        "Start it with `llama-server -m MODEL.gguf --jinja`.",
        "Start llama-server with a larger -c (e.g. -c 32768).",
        own_port=False,
    ),
    KnownServer(
        "vLLM",
        8000,
        "Start it with `vllm serve MODEL`.",
        "Start vLLM with a larger --max-model-len.",
        own_port=False,
    ),
    KnownServer(
        "Jan",
        1337,
        "Open Jan and start its server under Settings, Local API Server.",
        "Give the model a longer context in Jan's model settings.",
    ),
    KnownServer(
        "text-generation-webui",
        5000,
        "Start it with `--api`.",
        "Load the model there with a larger ctx-size.",
        own_port=False,
    ),
    KnownServer(
        "KoboldCpp",
        5001,
        "Start KoboldCpp and load a model.",
        "Start KoboldCpp with a larger --contextsize.",
        own_port=False,
    ),
    KnownServer(
        "GPT4All",
        4891,
        "Open GPT4All and enable its local API server in the settings.",
        "Raise the context length in GPT4All's model settings.",
    ),
    KnownServer(
        "TGI",
        3000,
        "Start it with `text-generation-launcher --model-id MODEL`.",
        "Start it with a larger --max-total-tokens.",
        own_port=False,
    ),
    KnownServer(
        "SGLang",
        30000,
        "Start it with `python -m sglang.launch_server --model-path MODEL`.",
        "Start SGLang with a larger --context-length.",
        own_port=False,
    ),
    KnownServer(
        "LocalAI",
        8080,
        "Start it with `local-ai run MODEL`.",
        "Raise context_size in the model's YAML file.",
        own_port=False,
    ),
    KnownServer(
        "MLX-LM",
        8080,
        "Start it with `mlx_lm.server --model MODEL`.",
        "Choose a model with a longer context.",
        own_port=False,
    ),
)


def known_by_port(port: int) -> KnownServer | None:
    """The server that usually listens on a port of this machine."""
    return next((server for server in KNOWN_SERVERS if server.port == port), None)


def known_by_name(name: str) -> KnownServer | None:
    """The kind of server that is called so."""
    return next((server for server in KNOWN_SERVERS if server.name == name), None)
