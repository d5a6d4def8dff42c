"""What is said of servers and what passes between them and us: plain values, no SDK."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import field
from typing import Any

from inara_engine.errors import InaraError
from inara_engine.frozen import frozen
from inara_engine.messages import Image

__all__ = [
    "Client",
    "HttpTarget",
    "Listing",
    "Prompt",
    "PromptArgument",
    "Resource",
    "Result",
    "ServerFailed",
    "SignInNeeded",
    "SignedIn",
    "StdioTarget",
    "Target",
]


class ServerFailed(InaraError):
    """A server could not be started or reached, or broke off. The message says what happened."""


class SignInNeeded(ServerFailed):
    """A server speaks only to who has signed in, and that has to be done by the person, in a browser."""


@frozen
class SignedIn:
    """What is kept of a person's sign-in, as text; `keep` puts another in its place."""

    kept: str = field(default="", repr=False)
    keep: Callable[[str], Awaitable[None]] | None = None


@frozen
class Client:
    """As whom Inara is known where it was registered by hand. `port`: where the browser must come back to."""

    id: str
    secret: str = field(default="", repr=False)
    port: int | None = None


@frozen
class StdioTarget:
    """A program that is spoken to through its standard input and output. `environment` is all it gets."""

    command: str
    args: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    folder: str | None = None


@frozen
class HttpTarget:
    """A server that runs already. `refusal` says of a host why it may not be spoken to, "" where it may."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    refusal: Callable[[str], str] = lambda _: ""
    sign_in: SignedIn = SignedIn()
    client: Client | None = None  # None: it registers whoever asks


Target = StdioTarget | HttpTarget


@frozen
class PromptArgument:
    """A blank of a prompt."""

    name: str
    description: str = ""
    required: bool = False


@frozen
class Prompt:
    """A text that a server has ready."""

    name: str
    title: str = ""
    description: str = ""
    arguments: tuple[PromptArgument, ...] = ()


@frozen
class Resource:
    """Something a server can be asked for by its URI; a `template` has blanks ({name}) in it."""

    uri: str
    name: str = ""
    description: str = ""
    media_type: str = ""
    template: bool = False


@frozen
class Listing:
    """What a server said it has. `tools` are definitions as it gave them (see `definitions`)."""

    tools: tuple[dict[str, Any], ...] = ()
    prompts: tuple[Prompt, ...] = ()
    resources: tuple[Resource, ...] = ()
    name: str = ""  # what it calls itself
    version: str = ""
    protocol: str = ""
    instructions: str = ""


@frozen
class Result:
    """What came of a call, a resource or a prompt: text with the place of each picture, and the pictures."""

    text: str
    images: tuple[Image, ...] = ()
    failed: bool = False
