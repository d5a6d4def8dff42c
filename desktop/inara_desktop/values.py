"""What the window shows, as plain frozen values. The bridge makes them; widgets render them.

Named tuples, because the window has them all before its first paint: a dataclass takes ten times
as long to make. Every text may come from a model, a tool or a file and is shown as plain text. Times are Unix seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from inara_desktop.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

__all__ = [
    "ActivityFilter",
    "ActivityItem",
    "BannerValue",
    "CheckItem",
    "ContextFill",
    "Decision",
    "Draft",
    "FindingItem",
    "FolderItem",
    "FoundItem",
    "FoundServer",
    "HitItem",
    "Manner",
    "ModelItem",
    "PendingCall",
    "PendingItem",
    "PersonaChoices",
    "PersonaItem",
    "PickItem",
    "Picture",
    "QueueItem",
    "QueueValue",
    "RuleChoice",
    "RuleItem",
    "ServerChoice",
    "ServerForm",
    "SessionAct",
    "SessionItem",
    "SessionState",
    "StatusHint",
    "Stops",
    "TextFile",
    "Tone",
    "Where",
    "WindowState",
    "demo_badge",
]


SessionState = Literal["idle", "running", "waiting"]
Tone = Literal["info", "warning", "error"]
Where = Literal["local", "cloud", "demo"]
Stops = Literal["answer", "job"]  # what is to be stopped next


def demo_badge() -> str:
    """Stands wherever the script speaks."""
    return translate("Demo", "Demo, not an AI")


class SessionItem(NamedTuple):
    """A conversation in the list. `at` is when something last happened in it, or when it came into the trash."""

    id: str
    title: str
    at: float
    state: SessionState = "idle"
    unread: bool = False
    pinned: bool = False
    folder: str = ""
    off_record: bool = False
    trashed: bool = False


class FolderItem(NamedTuple):
    """A folder in the list, with how many conversations lie in it."""

    name: str
    sessions: int
    unread: int = 0
    open: bool = False


class HitItem(NamedTuple):
    """A place that a search found: the event `seq` of a conversation. What matched stands between \ue000 and \ue001."""

    session_id: str
    seq: int
    who: str
    snippet: str


class FoundItem(NamedTuple):
    """A conversation that a search found, with the best places; `open` shows all of them."""

    session: SessionItem
    hits: tuple[HitItem, ...] = ()
    matches: int = 0
    open: bool = False


class SessionAct(NamedTuple):
    """What the person wants done with conversations: trash, restore, delete, pin, move, rename…; see `keeping`.

    `value` is a folder's name or a title, `folder` the folder it is done to, where it is done to one.
    """

    name: str
    sessions: tuple[str, ...] = ()
    value: str = ""
    folder: str = ""


class PickItem(NamedTuple):
    """An entry of a list to pick from; one that `stays` is there whatever is looked for."""

    id: str
    title: str
    subtitle: str = ""
    icon: str = "file"
    stays: bool = False


class QueueItem(NamedTuple):
    """A prompt that waits for its turn, and the names of what goes with it."""

    id: str
    text: str
    attached: tuple[str, ...] = ()


class QueueValue(NamedTuple):
    """What waits, the next to go out first; `hold` and `reason` as the engine says them (see its part `queue`)."""

    items: tuple[QueueItem, ...] = ()
    hold: str = ""
    reason: str = ""


class PendingItem(NamedTuple):
    """A call that waits for the person, in whatever session it belongs to."""

    call_id: str
    session_id: str
    session_title: str
    summary: str
    risk: int = 2


class ModelItem(NamedTuple):
    """A configured model. `where` says where a prompt to it goes."""

    id: str
    label: str
    where: Where = "local"


class BannerValue(NamedTuple):
    """A notice above the transcript. `name` tells notices apart; `action` is what `bannerAction` carries."""

    name: str
    text: str
    tone: Tone = "info"
    action_label: str = ""
    action: str = ""
    closable: bool = True


class StatusHint(NamedTuple):
    """The line below the composer: who answers, and where the prompt goes."""

    model_label: str = ""
    where: Where = "local"
    badge: str = ""  # "Demo, not an AI"
    elsewhere: str = ""  # models that may stand in, or write the answer, and are not on this machine


class RuleChoice(NamedTuple):
    """A rule that may be made with an answer, spelled out in `words`; `under` is a folder or ""."""

    profile: str
    tool: str
    under: str
    words: str


class PendingCall(NamedTuple):
    """A tool call as the confirm dialog shows it: resolved by our code, nothing of it by the model's word.

    `details` are (label, value) pairs such as ("Path", "/home/…"); `preview` is a unified diff or
    text; `reason` says why it asks, `because` names the earlier steps that made it; `risk` is 0 to 4;
    `digest` binds the answer to this very action; `offers` are the rules that may be made of it.
    `arguments` is what the tool is given, as it may be changed; `expires_at` is Unix seconds.
    """

    call_id: str
    tool: str
    summary: str
    digest: str
    risk: int
    reason: str
    details: tuple[tuple[str, str], ...] = ()
    preview: str = ""
    preview_kind: Literal["none", "diff", "text"] = "none"
    because: tuple[str, ...] = ()
    offers: tuple[RuleChoice, ...] = ()
    arguments: Mapping[str, Any] = {}
    edited: bool = False
    expires_at: float | None = None


class Decision(NamedTuple):
    """The person's answer to one call. `reason` is what the model is told when declined, `rule` one that is made."""

    call_id: str
    digest: str
    approved: bool
    reason: str = ""
    rule: RuleChoice | None = None


class ActivityItem(NamedTuple):
    """A call of a tool, in the activity list. `outcome` is "" while it waits or runs."""

    call_id: str
    job_id: str
    session_id: str
    session_title: str
    summary: str
    at: float
    outcome: str
    allowed_by: str = ""
    can_undo: bool = False
    undone: bool = False


class ActivityFilter(NamedTuple):
    """Which calls the activity list shows; "" is any."""

    text: str = ""
    outcome: str = ""
    by: str = ""


class RuleItem(NamedTuple):
    """A rule in the list; one of the settings file is neither counted nor deletable here."""

    id: str
    profile: str
    words: str
    allows: bool
    deletable: bool
    made_at: float | None = None
    made_by: str = ""
    hits: int | None = None
    last_used: float | None = None


class Picture(NamedTuple):
    """A picture that goes with a prompt. `data` is base64, ready to be sent; `thumbnail` is small."""

    name: str
    media_type: str
    data: str
    thumbnail: QImage


class TextFile(NamedTuple):
    """A text file that goes with a prompt."""

    name: str
    text: str


class Draft(NamedTuple):
    """What the person sends. `attachments` are pictures and text files.

    `follows` is the job it goes on from where that is not the last one ("" begins anew); `replaces` is a job whose
    prompt it is another version of, `queued` a prompt that waits whose words these are.
    """

    text: str
    attachments: tuple[Picture | TextFile, ...] = ()
    follows: str | None = None
    replaces: str = ""
    queued: str = ""


class ContextFill(NamedTuple):
    """How many tokens the conversation is for its model, of how many that it can read (None: not known)."""

    used: int
    window: int | None
    model_label: str = ""
    estimated: bool = False


class CheckItem(NamedTuple):
    """Something the connection doctor looks at."""

    id: str
    title: str


class FindingItem(NamedTuple):
    """What the connection doctor found: whether it is well, and what to do if not."""

    subject: str
    ok: bool
    message: str
    next_step: str = ""


class FoundServer(NamedTuple):
    """A model server that answered on this machine, with the models it offers."""

    name: str
    base_url: str
    models: tuple[str, ...]


class ServerChoice(NamedTuple):
    """A server the person took, with one of its models."""

    server: FoundServer
    model: str


class ServerForm(NamedTuple):
    """What the person typed to connect a server. No repr: the key must not reach a log."""

    base_url: str
    model: str
    key: str = ""

    def __repr__(self) -> str:
        return f"ServerForm({self.base_url!r}, {self.model!r})"


class ConnectionItem(NamedTuple):
    """A host that was spoken to. `who` is a model, server or tool; `last` says when, for people."""

    host: str
    port: int
    purpose: str
    who: str
    local: bool
    times: int
    last: str
    off_record: bool = False


class InterfaceItem(NamedTuple):
    """How the interface for other programs stands; `note` is what just happened."""

    enabled: bool
    running: bool
    address: str = ""
    problem: str = ""
    note: str = ""


class WindowState(NamedTuple):
    """How the person left the window: Qt's geometry in base64, whether the sidebar was open, the text's size in %.

    `mode` is how the next new conversation begins.
    """

    geometry: str = ""
    sidebar: bool = True
    zoom: int = 100
    mode: Literal["agent", "chat"] = "agent"


class PersonaItem(NamedTuple):
    """Somebody who can answer. `parts` are (name, from which tier on, about how many tokens); `problem` a sentence."""

    name: str
    parts: tuple[tuple[str, int, int], ...] = ()
    problem: str = ""
    usable: bool = True


class PersonaChoices(NamedTuple):
    """Who can answer; `persona` and `tier` hold where nothing is chosen, `most_tier` is less for a guest."""

    items: tuple[PersonaItem, ...] = ()
    persona: str = ""
    tier: int = 2
    most_tier: int = 3


class Manner(NamedTuple):
    """How a conversation goes on: who answers, with how much of it, with tools or without.

    No persona and no tier are the usual ones.
    """

    mode: Literal["agent", "chat"] = "agent"
    persona: str = ""
    tier: int | None = None
    long: bool = True
    mid: bool = True
    short: bool = True
    local: bool = False  # only models on this machine
