"""Tool servers: the list of them, what they ask, signing in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from inara_desktop.form_dialog import FormDialog
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.servers_errands import FIRST, MORE
from inara_desktop.pages.table_form import TableForm
from inara_desktop.servers_dialog import ServersDialog
from inara_desktop.signing_in import sign_in_question
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_engine.face import McpReport, McpTool, OpenQuestion
from inara_engine.mcp.values import Prompt as McpPrompt
from inara_engine.settings import McpServerSettings
from tests.screenshots.window import NOW, Scene, window


def _servers(appearance: Appearance, reports: tuple[McpReport, ...]) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = ServersDialog(appearance, made)
    dialog.set_servers(reports)
    dialog.open()
    return [made, dialog]


def _tool(name: str, about: str, approval: str = "new", problem: str = "", rated: int | None = None) -> McpTool:
    risk = 3 if rated is None else rated
    return McpTool(f"files__{name}", name, "", about, {}, name, approval, risk, rated is not None, problem)  # type: ignore[arg-type] # a word


FILES = "npx -y @modelcontextprotocol/server-filesystem /home/ada/Documents"


def tool_servers(appearance: Appearance) -> Sequence[QWidget]:
    tools = (
        _tool(
            "read_text_file", "Read the complete contents of a file from the file system as text.", "approved", rated=1
        ),
        _tool("write_file", "Create a new file or completely overwrite an existing file with new content.", "changed"),
        _tool("list_directory", "Get a detailed listing of all files and directories in a specified path."),
        _tool("move_file", "", "refused", "The server has two tools of this name."),
    )
    failed = McpReport(
        "notes",
        "failed",
        "notes-mcp --db ~/notes.db",
        "It ended with status 1. Its last words: no such file",
        "Look at its entry in config.toml, then test it again.",
    )
    prompts = (McpPrompt("summary"),)
    return _servers(
        appearance,
        (
            McpReport("files", "ready", FILES, tools=tools, prompts=prompts, listed_at=NOW),
            failed,
            McpReport(
                "mail",
                "failed",
                "https://mail.example.org/mcp",
                "It wants you to sign in.",
                "Sign in: `inara mcp sign-in mail`, or in Tool servers.",
                wants_sign_in=True,
            ),
            McpReport("weather", "disabled", "https://weather.example.org/mcp"),
        ),
    )


def tool_servers_none(appearance: Appearance) -> Sequence[QWidget]:
    return _servers(appearance, ())


def _form(appearance: Appearance, question: OpenQuestion) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = FormDialog(appearance, question, made)
    dialog.open()
    return [made, dialog]


def server_form(appearance: Appearance) -> Sequence[QWidget]:
    form = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "title": "Name", "description": "As it stands on the ticket."},
            "seats": {"type": "integer", "title": "Seats", "default": 2, "minimum": 1},
            "class": {"type": "string", "title": "Class", "enum": ["1", "2"], "enumNames": ["First", "Second"]},
            "quiet": {"type": "boolean", "title": "In the quiet carriage"},
        },
        "required": ["name"],
    }
    return _form(appearance, OpenQuestion("q", "c", "j", "s1", "trains", "Who travels, and how?", form))


def server_form_page(appearance: Appearance) -> Sequence[QWidget]:
    address = "https://trains.example.org/sign-in?request=8f1c"
    return _form(appearance, OpenQuestion("q", "c", "j", "s1", "trains", "Please sign in.", None, address))


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


SCENES: tuple[Scene, ...] = (
    tool_servers,
    tool_servers_none,
    server_form,
    server_form_page,
    sign_in,
    sign_in_small,
    server_client,
)
