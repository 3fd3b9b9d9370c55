"""The project's own files as the architecture tests read them: parsed, never imported."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OURS = ("config", "people", "cases")
# What no one wrote: made, installed or kept by programs.
NOT_OURS = {".git", ".venv", "var", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"}


@dataclass(frozen=True)
class Import:
    """One import statement: what it names, where it stands."""

    name: str
    line: int
    at_top: bool
    is_relative: bool

    @property
    def library(self) -> str:
        return self.name.split(".")[0]


@dataclass(frozen=True)
class Module:
    """A Python file: its dotted name and its text."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path) -> "Module":
        parts = path.relative_to(ROOT).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        return cls(".".join(parts), path.read_text())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def imports(self) -> list[Import]:
        top = set(map(id, _top(self.tree.body)))
        return [
            one
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for one in _imports(node, id(node) in top)
        ]

    @property
    def functions(self) -> list[tuple[str, int]]:
        """Every function and its length in lines, its docstring not counted."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return [
            (f"{self.name}.{node.name}", _length(node))
            for node in ast.walk(self.tree)
            if isinstance(node, kinds)
        ]

    def calls(self, *names: str) -> list[int]:
        """The lines on which a dotted name of these is used: os.environ, receiver."""
        return [
            node.lineno
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.Attribute, ast.Name)) and ast.unparse(node) in names
        ]


def _top(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module that always run: its own, and those of a `with` among them."""
    for node in body:
        yield node
        if isinstance(node, ast.With):
            yield from _top(node.body)


def _imports(node: ast.Import | ast.ImportFrom, at_top: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, node.lineno, at_top, False)
        return
    for alias in node.names:
        name = f"{node.module or ''}.{alias.name}"
        yield Import(name, node.lineno, at_top, node.level > 0)


def _length(node: ast.FunctionDef) -> int:
    told = ast.get_docstring(node) is not None
    first = node.body[0].end_lineno + 1 if told else node.lineno
    return node.end_lineno - first + 1


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Every file of the project with one of these suffixes (all files without)."""
    return sorted(
        path
        for path in (ROOT / under).rglob("*")
        if path.is_file()
        and not NOT_OURS & set(path.relative_to(ROOT).parts)
        and (not suffixes or path.suffix in suffixes)
    )


def modules() -> list[Module]:
    """Every module of the three packages, migrations and empty files left out."""
    found = [path for package in OURS for path in files(".py", under=package)]
    read = [Module.read(path) for path in found if "migrations" not in path.parts]
    return [module for module in read if module.text.strip()]


def inner(names: set[str], imported: Import) -> str | None:
    """The module of ours that an import reaches, or None: cases.models.Case is in cases.models."""
    name = imported.name
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name or None


def is_standard(library: str) -> bool:
    return library in sys.stdlib_module_names
