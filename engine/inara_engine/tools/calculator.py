"""Arithmetic on text that a model wrote: exact where it can be, bounded always, never evaluated as code.

Whole numbers stay whole, "0.1" is a decimal number and not the nearest binary one. The text is parsed as
a Python expression and only the listed operations are walked.
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from inara_engine.errors import ToolError

__all__ = ["calculate"]

Number = int | Decimal

_CHARACTERS = 500
_NODES = 200
_BITS = 10_000  # of a whole number: about 3000 digits
_FACTORIAL = 1000
_SHOWN_DIGITS = 15
_CONTEXT = Context(
    prec=34, rounding=ROUND_HALF_UP, Emin=-9999, Emax=9999, traps=[DivisionByZero, InvalidOperation, Overflow]
)
_TYPED = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-"})  # signs people type
_CONSTANTS: dict[str, Number] = {
    "pi": Decimal("3.141592653589793238462643383279503"),
    "e": Decimal("2.718281828459045235360287471352662"),
    "tau": Decimal("6.283185307179586476925286766559006"),
}


def calculate(expression: str) -> str:
    """The value of an arithmetic expression, as text. Raises ToolError for what can't be computed."""
    value = _Evaluation().of(_parsed(expression))
    return str(value) if isinstance(value, int) else _shown(value)


def _parsed(expression: str) -> ast.expr:
    if len(expression) > _CHARACTERS:
        raise ToolError(f"The expression is longer than {_CHARACTERS} characters.", next_step="Do it in steps.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's advice on odd syntax is not for us
            tree = ast.parse(expression.translate(_TYPED).strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ToolError(
            f"“{expression}” is not arithmetic.",
            next_step="Use numbers, + - * / // % **, parentheses and functions such as sqrt(2).",
        ) from error
    return tree.body


class _Evaluation:
    """Walks the tree; a method for each kind of node that means something in arithmetic."""

    def __init__(self) -> None:
        self._left = _NODES

    def of(self, node: ast.expr) -> Number:
        self._left -= 1
        if self._left < 0:
            raise ToolError("The expression has too many parts.", next_step="Do it in steps.")
        match node:
            case ast.Constant(value=bool()):
                raise _unknown(str(node.value))
            case ast.Constant(value=int(value)):
                return _bounded(value)
            case ast.Constant(value=float(value)):
                # repr of the nearest float is what was typed, up to 17 digits.
                if not math.isfinite(value):
                    raise _too_large()
                return Decimal(repr(value))
            case ast.Name(id=name) if name in _CONSTANTS:
                return _CONSTANTS[name]
            case ast.Name(id=name):
                raise _unknown(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                value = self.of(operand)
                return -value if isinstance(value, int) else _CONTEXT.minus(value)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.of(operand)
            case ast.BinOp(left=left, op=operator, right=right):
                return _safely(lambda: _binary(operator, self.of(left), self.of(right)))
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, [self.of(argument) for argument in arguments])
            case _:
                raise ToolError(
                    f"“{ast.unparse(node)}” is not arithmetic.",
                    next_step="Use numbers, + - * / // % **, parentheses and functions such as sqrt(2).",
                )

    def _call(self, name: str, arguments: list[Number]) -> Number:
        entry = _FUNCTIONS.get(name)
        if entry is None:
            raise _unknown(name)
        function, least, most = entry
        if not least <= len(arguments) <= most:
            count = f"{least}" if least == most else f"{least} to {most}" if most < _NODES else f"at least {least}"
            raise ToolError(f"{name} takes {count} numbers, not {len(arguments)}.", next_step="Give it that many.")
        return _safely(lambda: function(*arguments))


def _safely(compute: Callable[[], Number]) -> Number:
    try:
        return _bounded(compute())
    except (DivisionByZero, ZeroDivisionError) as error:
        raise ToolError("That divides by zero.", next_step="Check the numbers.") from error
    except (Overflow, OverflowError) as error:
        raise _too_large() from error
    except (InvalidOperation, ValueError) as error:
        raise ToolError(
            "That has no real number as its result.", next_step="Check the numbers, for example the sign under a root."
        ) from error


def _binary(operator: ast.operator, left: Number, right: Number) -> Number:
    whole = isinstance(left, int) and isinstance(right, int)
    a, b = Decimal(left), Decimal(right)
    match operator:
        case ast.Add():
            return left + right if whole else _CONTEXT.add(a, b)
        case ast.Sub():
            return left - right if whole else _CONTEXT.subtract(a, b)
        case ast.Mult():
            return left * right if whole else _CONTEXT.multiply(a, b)
        case ast.Div():
            return _quotient(left, right)
        case ast.FloorDiv():
            return left // right if whole else _floored(_CONTEXT.divide(a, b))
        case ast.Mod():
            if whole:
                return left % right
            return _CONTEXT.subtract(a, _CONTEXT.multiply(Decimal(_floored(_CONTEXT.divide(a, b))), b))
        case ast.Pow():
            return _power(left, right)
        case ast.BitXor():
            raise ToolError("^ is not a power here.", next_step="Use ** for powers.")
        case _:
            raise ToolError("Only + - * / // % and ** are known.", next_step="Use those.")


def _quotient(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int) and right and left % right == 0:
        return left // right
    return _CONTEXT.divide(Decimal(left), Decimal(right))


def _power(base: Number, exponent: Number) -> Number:
    if isinstance(base, int) and isinstance(exponent, int) and exponent >= 0:
        if abs(base) > 1 and exponent * (abs(base).bit_length() - 1) > _BITS:
            raise _too_large()
        return base**exponent
    return _CONTEXT.power(Decimal(base), Decimal(exponent))


def _bounded(value: Number) -> Number:
    if isinstance(value, int):
        if value.bit_length() > _BITS:
            raise _too_large()
        return value
    if not value.is_finite():
        raise _too_large()
    return value


def _floored(value: Number) -> int:
    return _whole(value, math.floor)


def _whole(value: Number, rounding: Callable[[Number], int]) -> int:
    """Rounded to a whole number, refused before a number of a thousand digits is spelled out."""
    if isinstance(value, Decimal) and value.adjusted() > _BITS * 0.3:
        raise _too_large()
    return rounding(value)


def _rounded(value: Number, digits: Number = 0) -> Number:
    """Halves go away from zero, as at school and in shops; not to the even neighbour."""
    if not isinstance(digits, int) or abs(digits) > 100:
        raise ToolError("round takes a whole number of digits, at most 100.", next_step="Check the second number.")
    if isinstance(value, int) and digits >= 0:
        return value
    number = Decimal(value)
    if number.adjusted() + digits >= _CONTEXT.prec - 1:  # it has no digits there to lose
        return value
    result = number.quantize(Decimal(1).scaleb(-digits), context=_CONTEXT)
    return int(result) if digits <= 0 else result


def _by_float(function: Callable[..., float]) -> Callable[..., Number]:
    """A function of the math library; 17 digits, of which 15 are shown."""

    def compute(*arguments: Number) -> Number:
        result = function(*map(float, arguments))
        if not math.isfinite(result):
            raise OverflowError
        return Decimal(repr(result))

    return compute


def _sqrt(value: Number) -> Number:
    root = _CONTEXT.sqrt(Decimal(value))
    if isinstance(value, int):
        exact = math.isqrt(value)
        return exact if exact * exact == value else root
    return root


def _logarithm(value: Number, base: Number | None = None) -> Number:
    if value <= 0 or (base is not None and base <= 0):
        raise ValueError
    natural = _CONTEXT.ln(Decimal(value))
    return natural if base is None else _CONTEXT.divide(natural, _CONTEXT.ln(Decimal(base)))


def _factorial(value: Number) -> Number:
    if not isinstance(value, int) or value > _FACTORIAL:
        raise ToolError(f"factorial takes a whole number up to {_FACTORIAL}.", next_step="Use a smaller number.")
    return math.factorial(value)


def _of_whole_numbers(function: Callable[..., int]) -> Callable[..., Number]:
    def compute(*arguments: Number) -> Number:
        whole = [argument for argument in arguments if isinstance(argument, int)]
        if len(whole) != len(arguments):
            raise ToolError("gcd and lcm take whole numbers.", next_step="Round the numbers first.")
        return function(*whole)

    return compute


def _total(*values: Number) -> Number:
    total: Number = 0
    for value in values:
        total = _binary(ast.Add(), total, value)
    return total


def _mean(*values: Number) -> Number:
    return _quotient(_total(*values), len(values))


def _magnitude(value: Number) -> Number:
    return abs(value) if isinstance(value, int) else _CONTEXT.abs(value)


def _ceiling(value: Number) -> Number:
    return _whole(value, math.ceil)


def _exponential(value: Number) -> Number:
    return _CONTEXT.exp(Decimal(value))


def _decimal_logarithm(value: Number) -> Number:
    return _CONTEXT.log10(Decimal(value))


def _binary_logarithm(value: Number) -> Number:
    return _logarithm(value, 2)


def _largest(*values: Number) -> Number:
    return max(values)


def _smallest(*values: Number) -> Number:
    return min(values)


# name: function, least and most arguments
_FUNCTIONS: dict[str, tuple[Callable[..., Number], int, int]] = {
    "abs": (_magnitude, 1, 1),
    "acos": (_by_float(math.acos), 1, 1),
    "asin": (_by_float(math.asin), 1, 1),
    "atan": (_by_float(math.atan), 1, 1),
    "atan2": (_by_float(math.atan2), 2, 2),
    "cbrt": (_by_float(math.cbrt), 1, 1),
    "ceil": (_ceiling, 1, 1),
    "cos": (_by_float(math.cos), 1, 1),
    "cosh": (_by_float(math.cosh), 1, 1),
    "degrees": (_by_float(math.degrees), 1, 1),
    "exp": (_exponential, 1, 1),
    "factorial": (_factorial, 1, 1),
    "floor": (_floored, 1, 1),
    "gcd": (_of_whole_numbers(math.gcd), 1, _NODES),
    "hypot": (_by_float(math.hypot), 1, _NODES),
    "lcm": (_of_whole_numbers(math.lcm), 1, _NODES),
    "ln": (_logarithm, 1, 1),
    "log": (_logarithm, 1, 2),
    "log10": (_decimal_logarithm, 1, 1),
    "log2": (_binary_logarithm, 1, 1),
    "max": (_largest, 1, _NODES),
    "mean": (_mean, 1, _NODES),
    "min": (_smallest, 1, _NODES),
    "pow": (_power, 2, 2),
    "radians": (_by_float(math.radians), 1, 1),
    "round": (_rounded, 1, 2),
    "sin": (_by_float(math.sin), 1, 1),
    "sinh": (_by_float(math.sinh), 1, 1),
    "sqrt": (_sqrt, 1, 1),
    "sum": (_total, 1, _NODES),
    "tan": (_by_float(math.tan), 1, 1),
    "tanh": (_by_float(math.tanh), 1, 1),
}


def _shown(value: Decimal) -> str:
    """Fifteen digits, no trailing zeros; with an exponent only where the number is very large or small."""
    rounded = Context(prec=_SHOWN_DIGITS, Emin=-99999, Emax=99999).plus(value).normalize(_CONTEXT)
    if not rounded:
        return "0"
    return f"{rounded:f}" if -7 < rounded.adjusted() < 21 else f"{rounded:e}"


def _unknown(name: str) -> ToolError:
    known = ", ".join((*_CONSTANTS, *_FUNCTIONS))
    return ToolError(f"“{name}” is not known.", next_step=f"Known are {known}.")


def _too_large() -> ToolError:
    return ToolError("The result is too large to compute.", next_step="Use smaller numbers, or logarithms.")
