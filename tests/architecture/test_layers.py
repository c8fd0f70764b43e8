"""Imports point downwards only, and the core stays pure.

The order below is the architecture; docs/architecture.md draws the same picture.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "workers"

# High to low. Units on one line may not import one another.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"app"}),
    frozenset({"streaming", "admin", "board"}),
    frozenset({"pipeline", "settings"}),
    frozenset({"incidents", "wire"}),
    frozenset({"extraction", "matching"}),
    frozenset({"lexicon", "samples"}),
    frozenset({"text"}),
    frozenset({"model", "resident"}),
)
RANK = {unit: rank for rank, units in enumerate(LAYERS) for unit in units}

LONGER_THAN_400 = {
    "model.py": "the whole vocabulary in one place, short classes one after another",
    "extraction/actors/phrases.py": "one grammar of phrases, a small function each",
    "incidents/book.py": "one state and its transitions",
}

SHELL = LAYERS[0] | LAYERS[1] | LAYERS[2] | LAYERS[3]
SHELL_ONLY = {
    "aiokafka", "asyncio", "faust", "kafka", "logging", "os", "prometheus_client",
    "random", "socket", "subprocess", "threading", "time", "uuid",
}  # fmt: skip


def unit_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    unit = unit_of(path)
    assert unit in RANK, f"{unit} has no layer: add it to LAYERS"

    for name in imported_names(path):
        root, _, rest = name.partition(".")
        if root == "workers":
            target = rest.partition(".")[0]
            assert target in RANK, f"{unit} imports {name}, which has no layer"
            assert target == unit or RANK[target] > RANK[unit], f"{unit} imports {name}"
        elif unit not in SHELL:
            assert root not in SHELL_ONLY, f"{unit} is core but imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_stays_readable_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400 or str(path.relative_to(PACKAGE)) in LONGER_THAN_400, "split it"


def test_the_core_reads_no_clock() -> None:
    clocks = {"now", "today", "utcnow"}
    for path in MODULES:
        if unit_of(path) in SHELL:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in clocks, f"{path}:{node.lineno} reads a clock"
