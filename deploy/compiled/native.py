"""Writes a copy of the sources so that mypyc makes more of it native; never run on the sources.

Usage: python deploy/compiled/native.py FOLDER (a copy of the project)

What a dataclass makes in its constructor is interpreted in a compiled class, too, and a constant
that is not `Final` is looked up by name at each use: a seventh of what extraction cost. Both follow
from the sources by rule, so that they are written here rather than there: each plain dataclass gets
the constructor that it has anyway, spelt out, and each constant of a module becomes `Final`.
"""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*|_[a-z][a-z0-9_]*")
"""A module's constant by its name; types are in CamelCase."""
_FACTORY, _DEFAULT, _IN_INIT = "default_factory", "default", "init"
_FROZEN, _HASHED = "frozen=True", "unsafe_hash=True"


def native(source: str) -> str:
    """The module's text with constructors spelt out and constants `Final`; it means the same."""
    tree = ast.parse(source)
    lines = source.split("\n")
    for name, node in _constants(tree):
        _make_final(lines, name, node)
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    for cls in reversed(classes.values()):
        constructor = _constructor(cls, classes)
        if constructor is not None:
            at = cls.decorator_list[0].lineno - 1
            lines[at] = lines[at].replace(_FROZEN, _HASHED)
            behind = _behind_fields(cls)
            lines[behind:behind] = constructor
    if "Final" not in _imported(tree):
        lines.insert(_first_import(tree), "from typing import Final")
    return "\n".join(lines)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.Assign | ast.AnnAssign]]:
    """The module's constants: assigned once, whatever the scope, and neither types nor `Final`."""
    stores = Counter(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                kind = ""
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=ast.expr()):
                kind, value = ast.unparse(annotation), node.value
            case _:
                continue
        is_type = "TypeVar(" in ast.unparse(value)
        if _CONSTANT.fullmatch(name) and stores[name] == 1 and "Final" not in kind and not is_type:
            yield name, node


def _make_final(lines: list[str], name: str, node: ast.Assign | ast.AnnAssign) -> None:
    index = node.lineno - 1
    if isinstance(node, ast.Assign):
        lines[index] = lines[index].replace(f"{name} =", f"{name}: Final =", 1)
    elif node.annotation.end_lineno == node.lineno:
        kind = ast.unparse(node.annotation)
        lines[index] = lines[index].replace(f"{name}: {kind} =", f"{name}: Final[{kind}] =", 1)


def _constructor(cls: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> list[str] | None:
    """The lines of its `__init__`, None where it is no plain dataclass."""
    if not _is_plain(cls) or any(ast.unparse(base) not in classes for base in cls.bases):
        return None
    bases = [classes[ast.unparse(base)] for base in cls.bases]
    if not all(_is_plain(base) and not base.bases for base in bases):
        return None
    given: list[str] = []
    body: list[str] = []
    for one in (*bases, cls):
        for field in _fields(one):
            written = _written(ast.unparse(field.target), field)
            if written is None:
                return None
            parameter, value = written
            if parameter:
                given.append(f"{ast.unparse(field.target)}: {parameter}")
            if value:
                body.append(f"        self.{ast.unparse(field.target)} = {value}")
    if any("__post_init__" in _methods(one) for one in (*bases, cls)):
        body.append("        self.__post_init__()")
    return (
        ["", f"    def __init__(self, {', '.join(given)}) -> None:", *body, ""] if given else None
    )


def _is_plain(cls: ast.ClassDef) -> bool:
    """Whether it is a dataclass that writes no constructor of its own."""
    match cls.decorator_list:
        case [ast.Name(id="dataclass") | ast.Call(func=ast.Name(id="dataclass"))]:
            return not cls.keywords and "__init__" not in _methods(cls)
    return False


def _methods(cls: ast.ClassDef) -> set[str]:
    return {node.name for node in cls.body if isinstance(node, ast.FunctionDef)}


def _written(name: str, field: ast.AnnAssign) -> tuple[str, str] | None:
    """Type and default of a field's parameter, and what it is set to; None: cannot be written."""
    kind = ast.unparse(field.annotation)
    match field.value:
        case None:
            return kind, name
        case ast.Call(func=ast.Name(id="field"), keywords=keywords):
            options = {str(word.arg): ast.unparse(word.value) for word in keywords}
        case default:
            return f"{kind} = {ast.unparse(default)}", name
    made = f"{options[_FACTORY]}()" if _FACTORY in options else options.get(_DEFAULT, "")
    if options.get(_IN_INIT) == "False":
        return "", made
    if _FACTORY in options and "None" in kind:
        return None
    if _FACTORY in options:
        return f"{kind} | None = None", f"{made} if {name} is None else {name}"
    return f"{kind} = {made}" if made else kind, name


def _fields(cls: ast.ClassDef) -> Iterator[ast.AnnAssign]:
    return (node for node in cls.body if isinstance(node, ast.AnnAssign))


def _behind_fields(cls: ast.ClassDef) -> int:
    """The line behind its fields and the text that describes the last one."""
    last = max(index for index, node in enumerate(cls.body) if isinstance(node, ast.AnnAssign))
    for node in cls.body[last + 1 : last + 2]:
        if isinstance(node, ast.Expr):
            last += 1
    return cls.body[last].end_lineno or 0


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "typing"
        for alias in node.names
    }


def _first_import(tree: ast.Module) -> int:
    """The index of the line before which an import may be added."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            return node.lineno - 1
    return (tree.body[0].end_lineno or 0) if ast.get_docstring(tree) is not None else 0


def main() -> None:
    """Rewrites all modules that the build compiles (`pyproject.toml`)."""
    root = Path(sys.argv[1])
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    for pattern in hook["include"]:
        for path in root.glob(pattern.removeprefix("/")):
            if path.name not in hook["exclude"]:
                path.write_text(native(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
