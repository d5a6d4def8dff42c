"""Scenes of tool servers: signing in to one, and the client that was registered there by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.servers_errands import FIRST, MORE
from inara_desktop.pages.table_form import TableForm
from inara_desktop.servers_dialog import ServersDialog
from inara_desktop.signing_in import sign_in_question
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_engine.face import McpReport
from inara_engine.settings import McpServerSettings

__all__ = ["SCENES"]

Scene = Callable[[Appearance], Sequence[QWidget]]
MAIL = "https://mail.example.org/mcp"
ADDRESS = (
    "https://accounts.example.org/authorize?response_type=code&client_id=Iv1.8a61f9b3a7aba766"
    "&redirect_uri=http%3A%2F%2F127.0.0.1%3A43121%2Fcallback&state=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&scope=mail.read"
)


def sign_in(appearance: Appearance, size: tuple[int, int] = (1100, 760)) -> Sequence[QWidget]:
    """The question, over the servers."""
    made = MainWindow(appearance, TranscriptView)
    made.resize(*size)
    made.show()
    wants = McpReport("mail", "failed", MAIL, "It wants you to sign in.", "", wants_sign_in=True)
    dialog = ServersDialog(appearance, made)
    dialog.set_servers((wants,))
    dialog.open()
    question = sign_in_question(appearance, dialog, "mail", ADDRESS)
    question.open()
    return [made, dialog, question]


def sign_in_small(appearance: Appearance) -> Sequence[QWidget]:
    """In a small window."""
    return sign_in(appearance, (720, 520))


def server_client(appearance: Appearance) -> Sequence[QWidget]:
    """The client of a server, behind More…"""
    made = MainWindow(appearance, TranscriptView)
    made.resize(1100, 760)
    made.show()
    form = TableForm(appearance, McpServerSettings, "server", FIRST, MORE)
    form.load({"url": MAIL, "client_id": "Iv1.8a61f9b3a7aba766", "redirect_port": 8976})
    editor = Editor(appearance, made, "Edit mail", form, "mail")
    key = KeyField(appearance, "Client secret", "Only where one came with the client id. It goes into the keyring.")
    key.show_state("The key “oauth-mail” is stored in the keyring.", stored=True)
    form.put_below("client_id", key)
    editor.open()
    for button in form.findChildren(QPushButton, "server_more"):
        button.click()
    QTimer.singleShot(0, partial(_show, editor, form.field("redirect_port")))
    return [made, editor]


def _show(editor: Editor, field: QWidget) -> None:
    for area in editor.findChildren(QScrollArea):
        if area.isAncestorOf(field):
            area.ensureWidgetVisible(field)


SCENES: tuple[Scene, ...] = (sign_in, sign_in_small, server_client)
