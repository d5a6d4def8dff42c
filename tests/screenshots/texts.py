"""What an answer is written in: each kind of block, formulas, scripts of the world."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, Row, ToolRow, UserRow
from tests.screenshots.cards import GIVEN
from tests.screenshots.window import NOW, Scene, canvas, settle, window

BLOCKS = """# A heading of the first level
## and of the second

A paragraph with **bold**, *slanted*, ~~struck~~ and `code`, a [link](https://example.org), a note[^1] and $E = mc^2$.

1. first
2. second
   - a nested one
     - and one below it
   - another
- [x] done
- [ ] not yet

> A quote with **weight**.
>
> > and one inside of it

| Plant | Sow | Yield |
|:---|:---:|---:|
| Tomatoes | **March** | 12 kg |
| Peas | April | 3 kg |

```sql
SELECT name, count(*) FROM plants -- all of them
WHERE sown > '2026-03-01' GROUP BY name;
```

---

$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$

![A picture that is not fetched](https://example.org/a.png) <b>not bold</b>

[^1]: The note itself.
"""


def blocks(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", BLOCKS, "A thought.", "Qwen 3 8B", footer="214 tokens", thinking_s=3)])
    made.resize(1000, 1250)
    made.show()
    settle(1500)
    return [made]


def blocks_streaming(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", label="Qwen 3 8B", streaming=True)])
    made.set_running(True)
    made.resize(1000, 1250)
    made.show()
    transcript = canvas(made)
    transcript.feed("a1", BLOCKS[: BLOCKS.index("count(*)")], "A thought that goes on.")
    settle(1500)
    return [made]


def blocks_small(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = blocks(appearance)
    made.resize(720, 520)
    return [made]


ASIDES = """Notes have names[^source] or numbers[^1], and lines may end\\
before their paragraph does.

> ### From the minutes
> The roof is **done**,\\
> the gutter isn't:
>
> 1. order the pipe
> 2. ask [the neighbour](https://example.org)
>
> ```sh
> scp plan.pdf \\
>   house:
> ```
>
> | what | when |
> |---|---|
> | pipe | May |
>
> > So it was said.

- An item with a table

  | a | b |
  |---|---|
  | one | `x -> y` |

- An item with a quote
  > of two
  > lines

| a very wide table | with many columns | that goes on | and on | and on | until it overflows | the column | at last |
|---|---|---|---|---|---|---|---|
| What stands in it | wraps where it can | and the rest of it | is a bar away | to the right | by Shift and wheel | or by keys | or dragged |

```python
x = "a very long line of code that goes on and on so that it must be scrolled sideways" + "and even more of it, much more"
```

```diff
- the old line
+ the new line
```

<details><summary>No HTML</summary></details> & &amp; ![kept out](file:///etc/passwd)

[^source]: Minutes of May, page 2.
[^1]: `plan.pdf`, and what the neighbour says.
"""


def asides(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", ASIDES, label="Qwen 3 8B", footer="214 tokens")])
    made.resize(1000, 1500)
    made.show()
    settle(1000)
    return [made]


def asides_small(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = asides(appearance)
    made.resize(720, 520)
    return [made]


def formulas_waiting(appearance: Appearance) -> Sequence[QWidget]:
    """As a stream leaves them for a moment: half of one, and what can't be read."""
    made = window(appearance, [AnswerRow("a1", label="Qwen 3 8B", streaming=True)])
    made.set_running(True)
    made.show()
    half = "Euler: $e^{i\\pi} + 1 = 0$, and what can't be read:\n\n$$\n\\frac{1}{\n$$\n\nThe sum is\n\n$$\n\\sum_{k=1}^{n} k = "
    canvas(made).feed("a1", half)
    settle(1500)
    return [made]


HOSTILE = (
    "\x00 NUL \x1b[31m escape, a lone \ud800 surrogate, Z"
    + "\u0301" * 400
    + "algo, \u202eturned round\u202c, "
    + "word" * 60
    + "\n\n"
    + ">" * 40
    + " deep\n\n"
    + "- " * 30
    + "deep\n\n"
    + "| "
    + " | ".join(f"column {n}" for n in range(200))
    + " |\n"
    + "|---" * 200
    + "|\n"
    + "| x " * 200
    + "|\n\n"
    + "```\n"
    + "y" * 6000
    + "\n```\n\n"
    + "[" * 300
    + "*" * 300
)


def hostile(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [UserRow("u1", HOSTILE), AnswerRow("a1", HOSTILE, label="Qwen 3 8B")])
    made.resize(1000, 1250)
    made.show()
    settle(1500)
    canvas(made).scroll_to_row("a1")
    settle(300)
    return [made]


LISTS = """What to bring, and in which order:

- Boots that have been worn before, and socks that reach over their edge; a second pair dries on the way, as long as it doesn't rain
- **Bread**, cheese and `2 l` of water
  - the bread whole
    - with its crust
      - and a knife
  - the cheese in paper

    which it needs to breathe

8. Turn the gas off
9. Close the windows
   1. in the kitchen
   2. in the bath
10. Leave the key
    ```sh
    lock --all
    ```
11. Go

---

99. Almost
100. A hundred
101) One with a bracket

1234567. A long one

- [x] Tickets
- [ ] Seats
  - [ ] by the window

> - quoted
> - twice
>   1. and counted

- # A heading
- $\\frac{a}{b}$ and more

قائمة:

- العنصر الأول
  - تحته عنصر
- [x] تم
- [ ] لم يتم بعد

9. تسعة
10. عشرة
"""


def lists(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", LISTS, label="Qwen 3 8B")])
    made.resize(860, 1420)
    made.show()
    settle(1500)
    return [made]


LANGUAGES = """## مرحبا بالعالم

هذه فقرة بالعربية فيها كلمة **مهمة** و *مائلة* و `code()` ورابط [هنا](https://example.org)، وتستمر حتى تلتف على السطر التالي كما يجب أن تفعل.

- العنصر الأول
- العنصر الثاني مع English في الوسط

1. أولا
2. ثانيا

> اقتباس قصير: שלום עולם.

| الاسم | العمر |
|---|---|
| ليلى | ٣٦ |

中文段落没有空格也要正确换行，所以这一段文字写得足够长，好让它在列的末尾自动折行，而不会溢出。**粗体** 与 `代码`。

日本語の段落も同じです。「かぎ括弧」や、句読点の位置も確かめます。한국어 문장도 있습니다.

| 项目 | 値段 | 설명 |
|---|---:|---|
| 蘋果 | 120 | 사과 |

```python
print("שלום", "你好")  # مرحبا
```
"""


def languages(appearance: Appearance) -> Sequence[QWidget]:
    rows: list[Row] = [
        UserRow("u1", "اكتب لي فقرة قصيرة، من فضلك", NOW - 90),
        ToolRow("t1", "read_file", "Read ~/المستندات/خطة.md", "ok", 1, (GIVEN,), 12),
        UserRow("u2", "你好，请写一段话", NOW - 60),
        AnswerRow("a1", LANGUAGES, label="Qwen 3 8B", footer="214 tokens"),
    ]
    made = window(appearance, rows)
    made.resize(1000, 1250)
    return [made]


def formulas(appearance: Appearance) -> Sequence[QWidget]:
    text = (
        "## Roots of $ax^2 + bx + c$\n\nA polynomial with $a \\ne 0$ has two roots in $\\mathbb{C}$, by $\\Delta = b^2 - 4ac$ "
        "one, two or none of them real; their mean is $-\\frac{b}{2a}$ and their product \\(c/a\\). It costs $5 and "
        "$6, `echo $HOME` is code, and what can't be read, $\\frac{1}{$, stays. Sums such as "
        "$\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}$ stand in their line, and so do $x_i$, $y^2$, $\\alpha_{ij}$ and $g(x)$.\n\n"
        "- If $\\Delta > 0$, **two** real roots $x_1 < x_2$\n- If $\\Delta = 0$, one: $x = -\\frac{b}{2a}$\n\n"
        "> Vieta: $x_1 + x_2 = -\\frac{b}{a}$\n\n| case | roots | mean |\n|---|---|---|\n| $\\Delta > 0$ | two: $x_1$, $x_2$ | $-\\frac{b}{2a}$ |\n"
        "| $\\Delta = 0$ | one | $x_1$ |\n\n"
        "The two solutions are\n\n$$\nx_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}\n$$\n\nand with a matrix:\n\n"
        "$$\nA = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}, \\quad \\det A = ad - bc\n$$\n\n"
        "What can't be read stays as it is:\n\n$$\n\\frac{1}{\n$$\n"
    )
    made = window(
        appearance, [UserRow("u1", "The quadratic formula, please."), AnswerRow("a1", text, label="Qwen 3 8B")]
    )
    made.show()
    settle(2500)
    return [made]


SCENES: tuple[Scene, ...] = (
    blocks,
    blocks_streaming,
    blocks_small,
    asides,
    asides_small,
    lists,
    languages,
    formulas,
    formulas_waiting,
    hostile,
)
