"""A model of 2 MB that a real llama.cpp server loads, and whose every word is known beforehand.

Nothing in it is learnt: the weights are computed so that greedy decoding walks a script. Which one,
a marker in the newest message says:

    nothing special   "Hello there! I am a tiny scripted model."
    [[think]]         thinks "Let me think briefly.", then says "Done thinking; the answer is 42."
    [[utf8]]          "Zürich 世界 👋", each byte from the first Chinese character on its own token
    [[markdown]]      a page with a heading, a list, a table and a block of code
    [[long]]          "tick tock tick tock …" until the window is full or somebody stops it
    [[write]]         calls write_file(path="note.md", content="# Note\\n\\nWritten by a tiny model.\\n")
    [[overwrite]]     calls write_file(path="note.md", content="Second version.\\n")
    [[read]]          calls read_file(path="note.md")
    [[list]]          calls list_files(path=".")
    [[two]]           two calls in one reply: write_file(path="first.md", …) and write_file(path="second.md", …)
    [[delete]]        calls delete_file(path="note.md")
    after tool calls  "The tool has answered. That is all."

Ask with temperature 0. A call needs its tool among those offered, with the arguments in this order
in its schema. The marker counts in the newest message only: an older turn's, or one inside a tool's
result, does nothing. One marker a message.

How it works. The residual stream of a token is its code (nearly orthogonal to all others), a
constant, and what attention found. The output matrix gives each token of a script its successor's
code, so each forces the next; all pieces of all scripts are therefore different vocabulary entries.
One attention head asks "which marker occurred?" and adds what breaks the tie among the scripts'
first tokens. The chat template, ChatML in the form of Qwen 3, takes the brackets off the markers
that don't count. See llama.cpp's docs on GGUF for the names of keys and tensors.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.cache import CACHE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

__all__ = ["SCRIPTS", "Script", "cached_model", "tool_call", "write_model"]

PLAIN = ""  # no marker
ANSWERED = "[[answered]]"  # the template's own marker, after the results of tools


@dataclass(frozen=True, slots=True)
class Script:
    """What the model says, token by token. A script that `loops` goes back to its second token for ever."""

    tokens: tuple[str | bytes, ...]
    loops: bool = False


def spoken(text: str, *, loops: bool = False) -> Script:
    """A script of words, each with the white space before it."""
    return Script(tuple(re.findall(r"\s*\S+|\s+$", text)), loops=loops)


def tool_call(name: str, **arguments: str) -> str:
    """A call in the form the chat template asks for."""
    body = json.dumps({"name": name, "arguments": arguments}, ensure_ascii=False)
    return f"<tool_call>\n{body}\n</tool_call>"


MARKDOWN = """\
# Tides

The moon pulls at the water, and the water *follows*.

- **High tide** comes twice a day.
- Low water lies between, about `6 h 12 min` later.

| Place | Range in metres |
| :--- | ---: |
| Saint-Malo | 12.2 |
| Venice | 1.0 |

```python
def range_m(high_m: float, low_m: float) -> float:
    return high_m - low_m
```

That was a page.
"""

SCRIPTS: Mapping[str, Script] = {
    PLAIN: spoken("Hello there! I am a tiny scripted model."),
    ANSWERED: spoken("The tool has answered. That is all."),
    "[[think]]": spoken("<think>\nLet me think briefly.\n</think>\n\nDone thinking; the answer is 42."),
    "[[utf8]]": Script(("Zürich ", *(bytes([byte]) for byte in "世界 👋".encode()))),
    "[[markdown]]": spoken(MARKDOWN),
    "[[long]]": spoken("tick tock tick", loops=True),
    "[[write]]": spoken(tool_call("write_file", path="note.md", content="# Note\n\nWritten by a tiny model.\n")),
    "[[overwrite]]": spoken(tool_call("write_file", path="note.md", content="Second version.\n")),
    "[[read]]": spoken(tool_call("read_file", path="note.md")),
    "[[list]]": spoken(tool_call("list_files", path=".")),
    "[[two]]": spoken(
        tool_call("write_file", path="first.md", content="One.\n")
        + "\n"
        + tool_call("write_file", path="second.md", content="Two.\n")
    ),
    "[[delete]]": spoken(tool_call("delete_file", path="note.md")),
}

PAD, END, START, REPLY = "<|endoftext|>", "<|im_end|>", "<|im_start|>", "<|im_start|>assistant\n"
CONTROL, USER_DEFINED, NORMAL = 3, 4, 1  # token types of GGUF

TEMPLATE = r"""
{%- macro plain(text) %}{{ text | replace('[[', '[ [') }}{% endmacro %}
{%- if tools %}
    {{- '<|im_start|>system\n' }}
    {%- if messages[0].role == 'system' %}{{- plain(messages[0].content) + '\n\n' }}{%- endif %}
    {{- '# Tools\n\n<tools>' }}
    {%- for tool in tools %}{{- '\n' + (tool | tojson) }}{%- endfor %}
    {{- '\n</tools>\n\nCall one as\n<tool_call>\n{"name": <name>, "arguments": <object>}\n</tool_call><|im_end|>\n' }}
{%- elif messages[0].role == 'system' %}
    {{- '<|im_start|>system\n' + plain(messages[0].content) + '<|im_end|>\n' }}
{%- endif %}
{%- for message in messages %}
    {%- if message.role == 'user' %}
        {{- '<|im_start|>user\n' + (message.content if loop.last else plain(message.content)) + '<|im_end|>\n' }}
    {%- elif message.role == 'system' and not loop.first %}
        {{- '<|im_start|>system\n' + plain(message.content) + '<|im_end|>\n' }}
    {%- elif message.role == 'assistant' %}
        {{- '<|im_start|>assistant\n' }}
        {%- if message.reasoning_content %}
            {{- '<think>\n' + message.reasoning_content + '\n</think>\n\n' }}
        {%- endif %}
        {%- if message.content %}{{- plain(message.content) }}{%- endif %}
        {%- for call in message.tool_calls or [] %}
            {%- if message.content or not loop.first %}{{- '\n' }}{%- endif %}
            {%- set call = call.function if call.function else call %}
            {{- '<tool_call>\n{"name": "' + call.name + '", "arguments": ' }}
            {{- call.arguments if call.arguments is string else call.arguments | tojson }}
            {{- '}\n</tool_call>' }}
        {%- endfor %}
        {{- '<|im_end|>\n' }}
    {%- elif message.role == 'tool' %}
        {{- '<|im_start|>user\n<tool_response>\n' + plain(message.content) + '\n</tool_response>' }}
        {%- if loop.last %}{{- '[[answered]]' }}{%- endif %}
        {{- '<|im_end|>\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{- '<|im_start|>assistant\n' }}{%- endif %}
"""

WIDTH, HEADS, FEED_FORWARD = 256, 4, 32
HEAD = WIDTH // HEADS
END_BIAS = 0.4  # of the loudness
LOUDNESS = 7.0  # logit of a token's successor, times what the norm scales by (about 11)


def cached_model(context_tokens: int = 32768) -> Path:
    """The model with the scripts above, made once and kept outside the tree."""
    recipe = hashlib.sha256(Path(__file__).read_bytes() + str(context_tokens).encode()).hexdigest()[:12]
    path = CACHE / f"tiny-model-{recipe}.gguf"
    if not path.exists():
        write_model(path, context_tokens=context_tokens)
    return path


def write_model(path: Path, scripts: Mapping[str, Script] = SCRIPTS, *, context_tokens: int = 32768) -> None:
    """Write the model as a GGUF file, whole or not at all. The same scripts give the same bytes.

    Raises: ValueError where a piece of a script cannot be its own token.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    vocabulary = _Vocabulary(scripts)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".gguf.part")
    os.close(descriptor)
    try:
        _write_gguf(Path(unfinished), vocabulary, _tensors(vocabulary, scripts), context_tokens)
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _byte_symbols() -> dict[int, str]:
    """GPT-2's printable stand-in for each byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + place) for place, byte in enumerate(rest)}


SYMBOLS = _byte_symbols()

# Words that fill the description of tools: as tokens of their own they make prompts a quarter shorter.
COMMON_WORDS = "type function name description parameters properties string required object path content file"


class _Vocabulary:
    """Every token, by its text: bytes, a few words, the pieces of the scripts, control tokens, markers."""

    def __init__(self, scripts: Mapping[str, Script]) -> None:
        self.texts = [SYMBOLS[byte] for byte in range(256)]
        self.merges: list[str] = []
        for word in COMMON_WORDS.split():
            for end in range(2, len(word) + 1):
                self._add_merge(word[: end - 1], word[end - 1])
        self.scripts = {marker: self._pieces(script) for marker, script in scripts.items()}
        self.types = [NORMAL] * len(self.texts)
        self.markers = tuple(marker for marker in scripts if marker != PLAIN)
        for text in (PAD, START, END):
            self._add_special(text, CONTROL)
        for text in (REPLY, *self.markers):
            self._add_special(text, USER_DEFINED)
        self.ids = {text: number for number, text in enumerate(self.texts)}

    def _add_merge(self, left: str, right: str) -> None:
        if left + right not in self.texts:
            self.merges.append(f"{left} {right}")
            self.texts.append(left + right)

    def _pieces(self, script: Script) -> tuple[str, ...]:
        """The script's tokens. One that another script has already is joined with its neighbour until it is new."""
        pieces: list[str] = []
        waiting = ""
        for token in script.tokens:
            if isinstance(token, bytes) and len(token) == 1:
                pieces.append(SYMBOLS[token[0]])
                continue
            raw = token.encode() if isinstance(token, str) else token
            waiting += "".join(SYMBOLS[byte] for byte in raw)
            if waiting not in self.texts:
                self.texts.append(waiting)
                pieces.append(waiting)
                waiting = ""
        while waiting:
            if not pieces:
                raise ValueError(f"another script says {waiting!r} already")
            self.texts.remove(pieces[-1])
            waiting = pieces.pop() + waiting
            if waiting not in self.texts:
                self.texts.append(waiting)
                pieces.append(waiting)
                waiting = ""
        return tuple(pieces)

    def _add_special(self, text: str, kind: int) -> None:
        self.texts.append(text)
        self.types.append(kind)


def _steps(vocabulary: _Vocabulary, scripts: Mapping[str, Script]) -> list[tuple[int, int]]:
    """Which token follows which, over all scripts."""
    steps: list[tuple[int, int]] = []
    for marker, pieces in vocabulary.scripts.items():
        path = [REPLY, *pieces, pieces[1] if scripts[marker].loops else END]
        steps += [(vocabulary.ids[here], vocabulary.ids[following]) for here, following in itertools.pairwise(path)]
    return steps


def _codes(seed: int, size: int, width: int) -> Array:
    """A direction for each token, nearly orthogonal to all others."""
    import numpy as np

    codes = np.random.default_rng(seed).standard_normal((size, width)).astype(np.float32)
    return codes / np.linalg.norm(codes, axis=1, keepdims=True)


def _leads(codes: Array, steps: list[tuple[int, int]], end: int) -> bool:
    """Whether each token's successor is ahead of all others by a good margin; chance can put two codes too close."""
    import numpy as np

    weights = np.zeros_like(codes)
    for here, following in steps:
        weights[following] += codes[here]
    first = steps[0][0]  # what a reply begins after: told apart by markers, not by codes
    for here, following in steps:
        if here != first:
            loudness = weights @ codes[here]
            loudness[end] += END_BIAS
            others = np.delete(loudness, following)
            if loudness[following] < others.max() + 0.15:
                return False
    return True


def _tensors(vocabulary: _Vocabulary, scripts: Mapping[str, Script]) -> dict[str, Array]:
    import numpy as np

    size, markers, ids = len(vocabulary.texts), vocabulary.markers, vocabulary.ids
    constant = WIDTH - 1
    marker_in = constant - len(markers)  # lit in a marker's own embedding
    found = marker_in - len(markers)  # lit by attention, in every token after a marker
    steps = _steps(vocabulary, scripts)
    codes = next(codes for seed in itertools.count() if _leads(codes := _codes(seed, size, found), steps, ids[END]))

    embedding = np.zeros((size, WIDTH), np.float32)
    embedding[:, :found] = codes
    embedding[:, constant] = 1
    output = np.zeros((size, WIDTH), np.float32)
    output[ids[END], constant] = END_BIAS * LOUDNESS  # off the scripts: end at once
    for here, following in steps:
        output[following, :found] += LOUDNESS * codes[here]
    for marker, pieces in vocabulary.scripts.items():
        if marker != PLAIN:
            place = markers.index(marker)
            embedding[ids[marker], marker_in + place] = 1
            # All scripts begin after the same token: behind the plain one by 0.3 unlit, 0.3 ahead of it lit.
            output[ids[pieces[0]], constant] = -0.3 * LOUDNESS
            output[ids[pieces[0]], found + place] = 0.6 * LOUDNESS

    # One head, in its last pair of dimensions, which rotary positions leave as they are (rope base 1e9).
    query, key, value, projection = (np.zeros((WIDTH, WIDTH), np.float32) for _ in range(4))
    query[HEAD - 1, constant] = 5
    scale = float(np.sqrt(WIDTH / 3))  # what the norm makes of 1 in a marker's embedding
    for place in range(len(markers)):
        key[HEAD - 1, marker_in + place] = 5
        value[place, marker_in + place] = 1 / scale
        projection[found + place, place] = 1

    def zeros(*shape: int) -> Array:
        return np.zeros(shape, np.float32)

    def ones() -> Array:
        return np.ones(WIDTH, np.float32)

    return {
        "token_embd.weight": embedding,
        "output_norm.weight": ones(),
        "output.weight": output,
        "blk.0.attn_norm.weight": ones(),
        "blk.0.attn_q.weight": query,
        "blk.0.attn_k.weight": key,
        "blk.0.attn_v.weight": value,
        "blk.0.attn_output.weight": projection,
        "blk.0.ffn_norm.weight": ones(),
        "blk.0.ffn_gate.weight": zeros(FEED_FORWARD, WIDTH),
        "blk.0.ffn_up.weight": zeros(FEED_FORWARD, WIDTH),
        "blk.0.ffn_down.weight": zeros(WIDTH, FEED_FORWARD),
    }


def _write_gguf(path: Path, vocabulary: _Vocabulary, tensors: dict[str, Array], context_tokens: int) -> None:
    import gguf

    writer: Any = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny scripted model")
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_dimension_count(HEAD)
    writer.add_rope_freq_base(1e9)
    writer.add_vocab_size(len(vocabulary.texts))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(vocabulary.texts)
    writer.add_token_types(vocabulary.types)
    writer.add_token_merges(vocabulary.merges)
    writer.add_bos_token_id(vocabulary.ids[PAD])
    writer.add_pad_token_id(vocabulary.ids[PAD])
    writer.add_eos_token_id(vocabulary.ids[END])
    writer.add_eot_token_id(vocabulary.ids[END])
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)
    for name, tensor in tensors.items():
        writer.add_tensor(name, tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
