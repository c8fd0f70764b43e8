"""What is compiled is the sources rewritten: the same classes and constants, told to mypyc."""

import ast
import dataclasses
import importlib.util
import inspect
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SOURCE = '''"""A module."""

from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int, int]
_MAX = 3
_TABLE: dict[str, int] = {"a": 1}
_state = 0


def count() -> int:
    global _state
    _state += 1
    return _state


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 2
    """How far up."""


@dataclass(slots=True)
class Line:
    points: list[Point] = field(default_factory=list)
    name: str = field(default="", compare=False)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.length = len(self.points)


@dataclass(slots=True)
class Arrow(Line):
    head: int | None = None


class Plain:
    x: int = 1
'''


def _native() -> Any:
    spec = importlib.util.spec_from_file_location("native", ROOT / "deploy/compiled/native.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


native = _native().native


def made(source: str) -> dict[str, Any]:
    """What a module of this text holds."""
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, "made", "exec"), names)  # noqa: S102 - our own text
    return names


def test_constants_become_final_but_not_types_and_what_changes() -> None:
    lines = native(SOURCE).split("\n")
    assert "_MAX: Final = 3" in lines
    assert '_TABLE: Final[dict[str, int]] = {"a": 1}' in lines
    assert {'T = TypeVar("T")', "Pair = tuple[int, int]", "_state = 0"} <= set(lines)


def test_constructors_are_spelt_out_and_take_what_they_took() -> None:
    before, after = made(SOURCE), made(native(SOURCE))
    for name in ("Point", "Line"):
        assert list(inspect.signature(after[name]).parameters) == list(
            inspect.signature(before[name]).parameters
        )
    assert native(SOURCE).count("def __init__") == 3


def test_rewritten_classes_say_and_compare_what_they_did() -> None:
    before, after = made(SOURCE), made(native(SOURCE))
    for names in (before, after):
        point = names["Point"](1)
        assert repr(point) == "Point(x=1, y=2)"
        assert point == names["Point"](1, y=2)
        assert dataclasses.replace(point, y=5).y == 5
        assert names["Line"]([point], "a") == names["Line"]([point], "b")
        assert names["Line"]([point]).length == 1
        assert names["Line"]().points is not names["Line"]().points
        assert names["Arrow"]([point], head=3).length == 1
    assert hash(before["Point"](1)) == hash(after["Point"](1))


def compiled() -> list[Path]:
    hook = tomllib.loads((ROOT / "pyproject.toml").read_text())
    patterns = hook["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern.removeprefix("/")))


def functions(source: str) -> list[str]:
    """The names of all functions in a text but constructors."""
    nodes = ast.walk(ast.parse(source))
    found = [node.name for node in nodes if isinstance(node, ast.FunctionDef)]
    return [name for name in found if name != "__init__"]


def test_the_modules_that_are_compiled_stay_whole() -> None:
    texts = [path.read_text(encoding="utf-8") for path in compiled()]
    assert texts
    for text in texts:
        assert functions(native(text)) == functions(text)
