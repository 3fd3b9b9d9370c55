"""Messages: every sentence that templates and Python ask a catalogue for, read from their source.

Nothing is run for it and no program beside Python is needed, so that a test can look on any
machine. What is asked for by a name that is only known while the code runs is declared elsewhere.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template import engines
from django.template.base import Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import trim_whitespace

# What each function takes before anything else: a context, a message, its plural.
TAKES = {
    "gettext": ("msgid",),
    "gettext_lazy": ("msgid",),
    "gettext_noop": ("msgid",),
    "_": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "ngettext_lazy": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "pgettext_lazy": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
}


@dataclass(frozen=True)
class Message:
    """What is translated: a message, what it is said of, its plural, and where it stands."""

    msgid: str
    context: str = ""
    plural: str = ""
    where: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.msgid


def together(messages: Iterable[Message]) -> dict[tuple[str, str], Message]:
    """Each message once, in the order of where it first stands; one with a plural keeps it."""
    found: dict[tuple[str, str], Message] = {}
    for one in messages:
        if one.key not in found or (one.plural and not found[one.key].plural):
            found[one.key] = one
    return found


def of_python(text: str, where: str) -> Iterator[Message]:
    """The messages of a module that stand there as they are."""
    for node in ast.walk(ast.parse(text)):
        takes = TAKES.get(_name(node.func)) if isinstance(node, ast.Call) else None
        said = [_constant(one) for one in node.args[: len(takes)]] if takes else []
        if said and all(said):
            yield Message(**dict(zip(takes, said, strict=True)), where=where)


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _constant(node: ast.expr) -> str:
    value = getattr(node, "value", "")
    return value if isinstance(node, ast.Constant) and isinstance(value, str) else ""


def of_template(text: str, where: str) -> Iterator[Message]:
    """The messages of a template."""
    template = engines["django"].engine.from_string(text)
    for node in template.nodelist.get_nodes_by_type((TranslateNode, BlockTranslateNode)):
        if isinstance(node, TranslateNode):
            yield Message(_literal(node.filter_expression), _context(node), where=where)
        else:
            plural = _block(node, node.plural) if node.plural else ""
            yield Message(_block(node, node.singular), _context(node), plural, where)


def _literal(expression) -> str:
    said = expression.var  # a text, or a variable that holds nothing else
    return str(getattr(said, "literal", said)).replace("%", "%%")


def _context(node: Node) -> str:
    return _literal(node.message_context) if node.message_context else ""


def _block(node: BlockTranslateNode, tokens: list) -> str:
    said, _ = node.render_token_list(tokens)
    return trim_whitespace(said) if node.trimmed else said


def in_source(root: Path, folders: Iterable[str], left_out: Iterable[str]) -> Iterator[Message]:
    """Those of every module and template below these folders of the project."""
    skipped = tuple(left_out)
    for path in sorted(one for folder in folders for one in (root / folder).rglob("*")):
        where = path.relative_to(root).as_posix()
        if where.startswith(skipped) or path.suffix not in (".py", ".html"):
            continue
        read = of_python if path.suffix == ".py" else of_template
        yield from read(path.read_text(), where)
