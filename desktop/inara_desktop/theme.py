"""The design's values: one grid, one scale of type, one accent, in light and dark. No Qt.

Everything the eye meets takes its numbers from here; `style` turns them into palette and style
sheet, the transcript into its own pens and fonts. `PAIRS` lists which colours stand on which, so
that a test can hold all of them to WCAG AA. Named tuples, because they are made before the first
paint and a dataclass of forty fields takes milliseconds; annotations are evaluated here, because
`NamedTuple` compiles each that is postponed.
"""

from typing import Literal, NamedTuple, Self

__all__ = ["CHART_COLORS", "DARK", "LIGHT", "PAIRS", "Colors", "Metrics", "Scheme", "Theme", "Type"]

Scheme = Literal["light", "dark"]


class Colors(NamedTuple):
    """The colours by what they are for, as #rrggbb."""

    canvas: str  # behind the conversation
    sidebar: str
    surface: str  # cards, fields, menus
    sunken: str  # previews, code
    hover: str
    selected: str
    border: str
    border_strong: str  # around what can be typed into
    text: str
    muted: str
    faint: str  # what can't be used now; exempt from contrast
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str  # the accent as a colour of words
    danger: str
    danger_hover: str
    on_danger: str
    danger_soft: str
    danger_text: str
    warning: str
    warning_soft: str
    warning_text: str
    success_text: str
    private: str  # off the record: a hue that nothing else has
    private_soft: str
    private_text: str
    added: str
    removed: str
    scroll: str
    scroll_hover: str
    selection: str  # behind selected words of the conversation
    found: str  # behind words that were searched for
    found_current: str  # and behind those one is at
    code_keyword: str
    code_string: str
    code_number: str
    code_function: str
    chart_teal: str
    chart_amber: str
    chart_indigo: str
    chart_rose: str
    chart_sky: str
    chart_olive: str


CHART_COLORS = (
    "chart_teal",
    "chart_amber",
    "chart_indigo",
    "chart_rose",
    "chart_sky",
    "chart_olive",
)  # in order of use

LIGHT = Colors(
    canvas="#fcfbf9",
    sidebar="#f4f2ed",
    surface="#ffffff",
    sunken="#f6f4f0",
    hover="#ebe8e1",
    selected="#e3dfd6",
    border="#e6e2da",
    border_strong="#d3cdc2",
    text="#211f1b",
    muted="#625d54",
    faint="#a8a297",
    accent="#0f766e",
    accent_hover="#0b625c",
    on_accent="#ffffff",
    accent_soft="#dff1ee",
    accent_text="#0c6159",
    danger="#b3261e",
    danger_hover="#991e17",
    on_danger="#ffffff",
    danger_soft="#fcebe8",
    danger_text="#a1211a",
    warning="#ad6c00",
    warning_soft="#fdf2dc",
    warning_text="#7a4b00",
    success_text="#22663e",
    private="#5f5bd0",
    private_soft="#eceafb",
    private_text="#453fb0",
    added="#e2f4e6",
    removed="#fce8e5",
    scroll="#d4cec3",
    scroll_hover="#b5aea1",
    selection="#bfe3de",
    found="#fbe7a8",
    found_current="#ffc04d",
    code_keyword="#8f3a84",
    code_string="#22663e",
    code_number="#94490a",
    code_function="#1d5a8c",
    chart_teal="#0f766e",
    chart_amber="#b8730a",
    chart_indigo="#5f5bd0",
    chart_rose="#c0437a",
    chart_sky="#2f7db8",
    chart_olive="#6f7d1c",
)

DARK = Colors(
    canvas="#1c1b19",
    sidebar="#151413",
    surface="#262421",
    sunken="#191816",
    hover="#2b2926",
    selected="#35322e",
    border="#34312d",
    border_strong="#4a463f",
    text="#ece8e1",
    muted="#a8a196",
    faint="#6d675e",
    accent="#2fb3a4",
    accent_hover="#4cc7b8",
    on_accent="#06231f",
    accent_soft="#17352f",
    accent_text="#6fd6c8",
    danger="#e5695f",
    danger_hover="#ee8078",
    on_danger="#2a0805",
    danger_soft="#3b211e",
    danger_text="#f49a92",
    warning="#e0a33a",
    warning_soft="#372b17",
    warning_text="#f0c06c",
    success_text="#86d1a1",
    private="#9d9af2",
    private_soft="#252340",
    private_text="#bdbbf8",
    added="#1b3325",
    removed="#3d211e",
    scroll="#423e38",
    scroll_hover="#5b564e",
    selection="#1f4f48",
    found="#4d3f14",
    found_current="#7d5306",
    code_keyword="#d9a3d6",
    code_string="#9ad0a4",
    code_number="#eab676",
    code_function="#8fc3ec",
    chart_teal="#2fb3a4",
    chart_amber="#e0a33a",
    chart_indigo="#9d9af2",
    chart_rose="#ec82b0",
    chart_sky="#6cb4ec",
    chart_olive="#b4c55c",
)

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, 4.5) for ink in ("text", "muted") for ground in ("canvas", "sidebar", "surface", "sunken")),
    *((ink, ground, 4.5) for ink in ("text", "muted") for ground in ("hover", "selected")),
    *((ink, ground, 4.5) for ink in ("accent_text", "danger_text", "warning_text") for ground in ("surface", "canvas")),
    ("accent_text", "sidebar", 4.5),
    ("warning_text", "sidebar", 4.5),
    ("success_text", "surface", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("on_danger", "danger", 4.5),
    ("on_danger", "danger_hover", 4.5),
    ("accent_text", "accent_soft", 4.5),
    ("danger_text", "danger_soft", 4.5),
    ("warning_text", "warning_soft", 4.5),
    *((ink, "private_soft", 4.5) for ink in ("private_text", "text", "muted")),
    ("private_text", "canvas", 4.5),
    ("private_text", "sidebar", 4.5),
    ("private_text", "selected", 4.5),
    ("private", "canvas", 3.0),
    ("private", "private_soft", 3.0),
    ("text", "accent_soft", 4.5),
    ("text", "danger_soft", 4.5),
    ("text", "warning_soft", 4.5),
    ("text", "added", 4.5),
    ("text", "removed", 4.5),
    ("success_text", "added", 4.5),
    ("danger_text", "removed", 4.5),
    ("text", "selection", 4.5),
    ("text", "found", 4.5),
    ("text", "found_current", 4.5),
    *((f"code_{kind}", "sunken", 4.5) for kind in ("keyword", "string", "number", "function")),
    ("accent", "canvas", 3.0),  # focus rings and marks: graphics
    ("accent", "surface", 3.0),
    ("accent", "sidebar", 3.0),
    ("warning", "sidebar", 3.0),
    ("warning", "selected", 3.0),
    *((color, ground, 3.0) for color in CHART_COLORS for ground in ("surface", "hover")),
)


class Metrics(NamedTuple):
    """Lengths in pixels on a grid of 4."""

    gap_xs: int = 4
    gap_s: int = 8
    gap_m: int = 12
    gap_l: int = 16
    gap_xl: int = 24
    gap_xxl: int = 40
    radius_s: int = 6
    radius_m: int = 10
    radius_l: int = 16
    control: int = 36  # the height of a button or field
    icon: int = 18
    sidebar_width: int = 272
    scroll_bar: int = 12
    column: int = 760  # the widest a line of conversation gets
    narrow: int = 760  # below this the window folds its sidebar

    def dialog_edges(self, *, bar: bool = False) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of what asks, or is filled in over a window; its last line are buttons.

        `bar`: within the right edge stands a scroll bar (`scrolled`), so that all else ends where it begins.
        """
        return self.gap_xl, self.gap_xl, self.gap_xl - (self.beside_bar()[2] if bar else 0), self.gap_l

    def window_edges(self, *, bar: bool = False) -> tuple[int, int, int, int]:
        """The same of what is a window of its own, full of what there is to see."""
        return self.gap_l, self.gap_l, self.gap_l - (self.beside_bar()[2] if bar else 0), self.gap_l

    def beside_bar(self) -> tuple[int, int, int, int]:
        """Of a line that is not scrolled itself, in a dialog or window with a bar in its edge."""
        return 0, 0, self.gap_xs + self.scroll_bar, 0


class Type(NamedTuple):
    """Sizes of type in pixels, and the families to try, first one first."""

    small: int = 12
    body: int = 14
    reading: int = 15  # the conversation and what is typed into it
    large: int = 16
    title: int = 20
    display: int = 28
    sans: tuple[str, ...] = ("Inter", "Inter Variable", "Adwaita Sans", "Segoe UI Variable Text", "Cantarell")
    mono: tuple[str, ...] = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Adwaita Mono", "DejaVu Sans Mono")


class Theme(NamedTuple):
    """All of the design in one scheme."""

    scheme: Scheme
    colors: Colors
    metrics: Metrics = Metrics()
    type: Type = Type()

    @classmethod
    def of(cls, scheme: Scheme) -> Self:
        """The theme of a scheme."""
        return cls(scheme, DARK if scheme == "dark" else LIGHT)

    def tokens(self) -> dict[str, str]:
        """Every value by its name, for the style sheet's `$name`."""
        numbers = {**self.metrics._asdict(), **{f"type_{name}": value for name, value in self.type._asdict().items()}}
        return {
            **self.colors._asdict(),
            **{name: f"{value}px" for name, value in numbers.items() if isinstance(value, int)},
        }
