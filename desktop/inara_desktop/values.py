"""What the window shows, as plain frozen values. The bridge makes them; widgets render them.

Named tuples, because the window has them all before its first paint: a dataclass takes ten times
as long to make. Annotations are evaluated here, because `NamedTuple` compiles each that is postponed. Every
text may come from a model, a tool or a file and is shown as plain text. Times are Unix seconds.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

from inara_desktop.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

__all__ = [
    "BannerValue",
    "ContextFill",
    "Draft",
    "FolderItem",
    "FoundItem",
    "HitItem",
    "Manner",
    "ModelItem",
    "PendingItem",
    "PersonaChoices",
    "PersonaItem",
    "PickItem",
    "Picture",
    "QueueItem",
    "QueueValue",
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


class TextFile(NamedTuple):
    """A text file that goes with a prompt."""

    name: str
    text: str


class QueueItem(NamedTuple):
    """A prompt that waits for its turn: what the person wrote; the names of what goes with it, text files too."""

    id: str
    text: str
    attached: tuple[str, ...] = ()
    files: tuple[TextFile, ...] = ()


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


class Picture(NamedTuple):
    """A picture that goes with a prompt. `data` is base64, ready to be sent; `thumbnail` is small."""

    name: str
    media_type: str
    data: str
    thumbnail: "QImage"


class Draft(NamedTuple):
    """What the person sends. `attachments` are pictures and text files, `pasted`: some of the text was not typed.

    `follows` is the job it goes on from where that is not the last one ("" begins anew); `replaces` is a job whose
    prompt it is another version of, `queued` a prompt that waits whose words these are.
    """

    text: str
    attachments: tuple[Picture | TextFile, ...] = ()
    follows: str | None = None
    replaces: str = ""
    queued: str = ""
    pasted: bool = False

    @property
    def brought(self) -> tuple[str, ...]:
        """Names of what goes with it: private, and nobody here need have written it."""
        return tuple(one.name for one in self.attachments)


class ContextFill(NamedTuple):
    """How many tokens the conversation is for its model, of how many that it can read (None: not known)."""

    used: int
    window: int | None
    model_label: str = ""
    estimated: bool = False


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
