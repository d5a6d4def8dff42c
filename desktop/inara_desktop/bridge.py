"""Between the window and the engine: intents become calls of the engine's face, events become what is shown."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from inara_desktop.attaching import Attaching
from inara_desktop.card_actions import done_by_engine
from inara_desktop.checkup import Checkup
from inara_desktop.choosing import Choosing
from inara_desktop.configuring import Configuring
from inara_desktop.connect import Connect
from inara_desktop.draft_keeping import DraftKeeping
from inara_desktop.errands import Errands
from inara_desktop.finding import Finding, matched_words
from inara_desktop.global_shortcut import GlobalShortcut
from inara_desktop.helping import Helping
from inara_desktop.keeping import Keeping
from inara_desktop.leaving import Leaving
from inara_desktop.links import Links
from inara_desktop.lists import Lists
from inara_desktop.looking_back import LookingBack
from inara_desktop.off_record import OffRecord
from inara_desktop.open_interface import open_interface
from inara_desktop.opening import HandedOver, load_view, opened
from inara_desktop.overseeing import Overseeing
from inara_desktop.picturing import Picturing
from inara_desktop.presence import Presence
from inara_desktop.queueing import Queueing
from inara_desktop.reworking import Reworking
from inara_desktop.said import said
from inara_desktop.sending import Sending
from inara_desktop.stopping import stop_next
from inara_desktop.style import Appearance
from inara_desktop.tallying import Tallying
from inara_desktop.templating import Templating
from inara_desktop.tool_servers import ToolServers
from inara_desktop.values import BannerValue, Draft, HitItem
from inara_desktop.window import MainWindow
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_desktop.consent import Consent
    from inara_desktop.conversation import Conversation
    from inara_desktop.transcript.view import RowActionEvent, TranscriptView
    from inara_engine.events import Recorded
    from inara_engine.face import Engine
    from inara_engine.remote import SocketServer, Summons

__all__ = ["Bridge"]


class Bridge(QObject):
    """Made with a window that is on screen; `run` returns when the window was closed and all is put away."""

    def __init__(self, window: MainWindow, appearance: Appearance, home: Home, wanted: Summons | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._home = home
        self._errands = Errands(window)
        self._lists = Lists(window, self._errands)
        self._draft_keeping = DraftKeeping(window, self._errands, home)
        self._drafts = self._draft_keeping.drafts
        self._templating = Templating(window, self._errands, appearance)
        self._attaching = Attaching(window, self._errands, appearance, self._templating)
        self._connecting = Connect(window, self._errands, self._lists)
        self._checkup = Checkup(window, self._errands, appearance)
        self._keeping = Keeping(window, self._errands, self._lists, appearance)
        self._finding = Finding(window, self._errands)
        self._tool_servers = ToolServers(window, self._errands, self._lists, appearance)
        self._looking_back = LookingBack(window, self._errands, appearance)
        self._tallying = Tallying(window, self._errands, appearance)
        self._overseeing = Overseeing(window, self._errands, appearance)
        self._links = Links(window, appearance)
        self._helping = Helping(window, appearance, self._links.ask)
        shortcut = GlobalShortcut(window, self._errands, home.cache / "refused_shortcut")
        self._configuring = Configuring(window, self._errands, self._lists, appearance, home, shortcut)
        self._presence = Presence(window, self._errands, self._lists, appearance, shortcut)
        self._off_record = OffRecord(window, self._errands)
        self._leaving = Leaving(window, self._errands, appearance, self._has_private, self._presence.busy)
        self._wanted = wanted
        self._queueing = Queueing(window, self._errands, appearance, self._lists)
        self._choosing = Choosing(window, self._errands)
        self._sending = Sending(
            window, self._errands, self._shown, self._begin_session, self._off_record, self._queueing, self._choosing
        )
        self._reworking = Reworking(window, self._errands, appearance, self._shown, self._sending)
        self._closed = asyncio.Event()
        self._server: SocketServer | None = None
        self._conversation: Conversation | None = None
        self._gone = ""  # the session that was shown when it went to the trash
        self._following: asyncio.Task[None] | None = None
        self._consent: Consent | None = None
        self._view_adopted = False
        self._connect()

    async def run(self) -> None:
        """Open the engine, serve the window until it closes, put everything away."""
        behind = self._wanted is not None and self._wanted.what == "background"
        if self._window.isHidden() and not behind:  # closed while it was being made
            return
        self._errands.start(self._open())
        await self._closed.wait()
        self._presence.end()
        await self._errands.carry_out(self._configuring.leave_field)
        if self._consent is not None:
            self._consent.close()
        if self._view_adopted:
            self._view.withdraw()
        if self._server is not None:
            await self._server.close()
        await self._errands.cancel()
        if self._errands.engine.done():
            self._drafts.save_now()
            await self._errands.finish()
            await self._errands.engine.result().close()

    async def _open(self) -> None:
        await load_view()
        self._adopt_view()
        try:
            engine = await opened(self._home, self._errands, self._wanted)
        except HandedOver:
            self._closed.set()
            return
        if engine is not None:
            await self._begin(engine)
        elif self._window.isHidden():  # it says why
            self._presence.show_window()

    @property
    def _view(self) -> TranscriptView:
        return cast("TranscriptView", self._window.transcript)

    def _adopt_view(self) -> None:
        """Make the transcript, once its modules are loaded, and listen to it."""
        from inara_desktop.collecting import Collecting

        if not self._view_adopted:
            self._view_adopted = True
            self._view.set_theme(self._appearance.transcript_theme())
            self._view.actionTriggered.connect(self._on_row_action)
            self._view.linkActivated.connect(self._links.ask)
            self._view.quoteRequested.connect(self._window.composer.quote)
            self._reworking.adopt(self._view)
            Picturing(self._errands, self._appearance, self._view, self._shown)
            Collecting(self._window, self._view)

    async def _begin(self, engine: Engine) -> None:
        from inara_desktop.consent import Consent
        from inara_desktop.log import log_to
        from inara_engine.remote import SocketServer

        await asyncio.to_thread(log_to, self._home)
        self._consent = Consent(self._window, self._appearance, self._errands)
        self._server = SocketServer(engine, self._home.socket, self._presence.summon)
        await self._server.start()
        await self._draft_keeping.restore(engine)
        self._errands.opened(engine)
        await self._configuring.tell_problems()
        await self._lists.read_models()
        self._errands.start(self._choosing.read())
        self._errands.start(self._lists.follow())
        await asyncio.sleep(0)  # it listens from here on, so that nothing falls between reading and following
        await self._lists.read()
        await open_interface(engine)
        if problem := (await engine.interface.state()).problem:
            self._window.show_banner(BannerValue("interface", said(problem), "error"))
        self._errands.start(self._presence.begin(engine))
        settings = await engine.settings()
        self._configuring.apply(settings)
        if self._wanted is not None:
            self._presence.summon(self._wanted)
        elif not (settings.models or settings.roles or not self._lists.empty):
            self._connecting.show()

    # -- what the person does ------------------------------------------------------------------------

    @Slot()
    def _on_tour(self) -> None:
        self._sending.submit(Draft(self.tr("Show me around.")))

    @Slot()
    def _on_stop(self) -> None:
        if self._conversation is not None:
            stop_next(self._errands, self._conversation.presenter)

    @Slot(object)
    def _on_row_action(self, event: RowActionEvent) -> None:
        if self._conversation is None:
            return
        if done_by_engine(self._errands, self._conversation.presenter, event):
            return
        match event.action_name:
            case "review":
                self._ask()
            case "doctor":
                self._checkup.open()
            case "models":
                self._window.settingsPageRequested.emit("models")
            case name:
                self._reworking.act(name, event.row_id)

    @Slot(str)
    def _on_pending_opened(self, call_id: str) -> None:
        self._errands.start(self._review(call_id))

    async def _review(self, call_id: str) -> None:
        engine = await self._errands.engine
        call = next((call for call in await engine.pending() if call.call_id == call_id), None)
        if call is None:
            return
        if self._conversation is None or self._conversation.session_id != call.session_id:
            self._open_session(call.session_id)
        self._ask()

    @Slot(str)
    def _on_session(self, session_id: str) -> None:
        shown, following = self._conversation, self._following
        if shown is None or shown.session_id != session_id or following is None or following.done():
            self._open_session(session_id)

    @Slot(HitItem)
    def _on_place(self, place: HitItem) -> None:
        """Show a place that a search found, its words marked."""
        self._open_session(place.session_id, place=place)

    @Slot()
    def _on_new(self) -> None:
        self._show_empty("")

    @Slot(str)
    def _show_empty(self, session_id: str) -> None:
        """A conversation in which nothing was said; "" where it has no id yet."""
        self._leave_session()
        self._off_record.show(session_id, empty=True)
        self._choosing.show(session_id)
        self._drafts.show(session_id)
        self._view.clear()
        self._window.set_current_session("")
        self._window.set_title("")
        self._window.set_running(False)
        self._window.show_page("off_record" if session_id else "empty")

    @Slot(tuple)
    def _on_left(self, sessions: tuple[str, ...]) -> None:
        """Conversations went to the trash, or for good: the one shown is no longer."""
        if self._conversation is not None and self._conversation.session_id in sessions:
            self._gone = self._conversation.session_id
            self._on_new()

    @Slot(tuple)
    def _on_back(self, sessions: tuple[str, ...]) -> None:
        """They are back from the trash: the one that was shown is again, unless the person has gone elsewhere."""
        if self._gone in sessions and self._conversation is None and not self._off_record.session:
            self._open_session(self._gone)

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action == "reopen" and self._errands.forgive():
            self._errands.start(self._open())

    @Slot(object)
    def _on_heard(self, recorded: Recorded) -> None:
        """A conversation is gone for good, whoever deleted it: so is what was typed in it, and it is not shown."""
        if recorded.event.kind == "session_removed":
            self._on_left((recorded.session_id,))
            self._drafts.forget(recorded.session_id)

    @Slot()
    def _on_appearance(self) -> None:
        if self._view_adopted:
            self._view.set_theme(self._appearance.transcript_theme())

    # -- what the engine says ------------------------------------------------------------------------

    def _open_session(self, session_id: str, *, new: bool = False, place: HitItem | None = None) -> Conversation:
        """Show a session. The engine is open: there is none to be chosen or submitted to before."""
        from inara_desktop.conversation import Conversation

        self._leave_session()
        engine = self._errands.engine.result()
        conversation = Conversation(engine, self._view, session_id, self._lists.demo_models, self._on_event)
        if place is not None:
            conversation.go_to(place.seq, partial(self._show_place, matched_words(place)))
        self._conversation = conversation
        self._off_record.show(session_id, empty=False)
        if new:
            self._choosing.name(session_id)
            self._drafts.name(session_id)
        else:
            self._choosing.show(session_id)
            self._drafts.show(session_id)
        self._queueing.show(session_id)
        self._window.set_current_session(session_id)
        self._window.show_page("transcript")
        self._following = self._errands.start(conversation.run())
        self._errands.start(self._lists.see(session_id))
        return conversation

    def _shown(self) -> Conversation | None:
        return self._conversation

    def _begin_session(self, session_id: str) -> Conversation:
        return self._open_session(session_id, new=True)

    def _has_private(self) -> bool:
        return self._off_record.used

    def _show_place(self, words: str, row_id: str) -> None:
        self._view.scroll_to_row(row_id)
        if words:
            self._window.find_bar.look_for(words)

    def _leave_session(self) -> None:
        self._window.composer.put_branch_aside()
        self._queueing.show("")
        if self._following is not None:
            self._following.cancel()
        if self._consent is not None:
            self._consent.close()
        self._following = self._conversation = None
        self._window.composer.meter.show_fill(None)

    def _on_event(self, recorded: Recorded) -> None:
        """A durable event of the session shown is on screen."""
        if self._conversation is None:
            return
        if recorded.event.durable:
            self._drafts.begun()
        presenter = self._conversation.presenter
        self._window.set_title(presenter.title)
        self._window.set_running(presenter.active_job is not None, presenter.stops)
        self._queueing.heed()
        self._window.composer.meter.show_fill(presenter.context)
        if self._consent is not None:
            self._consent.heed(recorded, presenter.waiting)

    def _ask(self) -> None:
        """Put the questions of the session shown."""
        if self._conversation is not None and self._consent is not None:
            self._consent.ask_soon(self._conversation.session_id)

    def _connect(self) -> None:
        window = self._window
        window.stopRequested.connect(self._on_stop)
        window.sessionSelected.connect(self._on_session)
        window.newSessionRequested.connect(self._on_new)
        self._off_record.wanted.connect(self._show_empty)
        window.placeSelected.connect(self._on_place)
        self._sending.unsent.connect(self._drafts.give_back)
        self._keeping.left.connect(self._on_left)
        self._keeping.back.connect(self._on_back)
        self._lists.heard.connect(self._on_heard)
        window.pendingOpened.connect(self._on_pending_opened)
        window.bannerAction.connect(self._on_banner)
        window.closed.connect(self._closed.set)
        self._configuring.applied.connect(self._presence.use_all)
        self._configuring.applied.connect(self._choosing.renew)
        self._presence.sessionWanted.connect(self._on_session)
        self._presence.pendingWanted.connect(self._on_pending_opened)
        self._presence.newWanted.connect(self._on_new)
        self._presence.offRecordWanted.connect(self._off_record.begin)
        self._presence.importWanted.connect(self._keeping.bring_in)
        self._presence.draftWanted.connect(window.composer.bring)
        self._connecting.tourWanted.connect(self._on_tour)
        self._looking_back.sessionWanted.connect(self._on_session)
        self._appearance.changed.connect(self._on_appearance)
