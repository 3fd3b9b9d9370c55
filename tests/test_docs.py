"""The docs agree with the code: settings, commands, codebook, map, decisions, links."""

import io
import re
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands

ROOT = settings.BASE_DIR
DOCS = ROOT / "docs"
READ = ("config/settings.py", "config/postgres.py", "config/private_postgres.py")
VARIABLE = re.compile(r"\b(?:TIZIM_[A-Z_]+|DATABASE_URL)\b")


def _modules() -> list[Path]:
    files = [p for app in ("config", "people", "cases") for p in (ROOT / app).rglob("*.py")]
    return [p for p in files if "migrations" not in p.parts and p.read_text().strip()]


def test_every_setting_is_explained_and_every_explained_setting_is_read():
    read = {name for path in READ for name in VARIABLE.findall((ROOT / path).read_text())}
    explained = set(VARIABLE.findall((DOCS / "settings.md").read_text()))

    assert explained == read


def test_every_command_of_ours_is_explained():
    ours = {
        name for name, app in get_commands().items() if app in ("config.records", "people", "cases")
    }
    explained = set(re.findall(r"^### `([a-z_]+)`", (DOCS / "commands.md").read_text(), re.M))

    assert ours - explained == set()
    assert explained - set(get_commands()) == set()


def test_the_codebook_in_the_docs_is_what_the_code_says():
    said = io.StringIO()
    call_command("codebook", stdout=said)

    assert (DOCS / "codebook.md").read_text() == said.getvalue()


def test_the_map_names_every_module():
    drawn = (DOCS / "map.md").read_text()
    missing = [p.relative_to(ROOT).as_posix() for p in _modules() if f"{p.name}" not in drawn]

    assert missing == []


def test_every_decision_has_context_decision_and_consequences():
    pages = sorted((DOCS / "decisions").glob("0*.md"))
    wanted = {"Context", "Decision", "Consequences"}
    headings = {p.name: set(re.findall(r"^\*\*(\w+)\.\*\*", p.read_text(), re.M)) for p in pages}

    assert pages
    assert {name: wanted - found for name, found in headings.items() if wanted - found} == {}


def test_every_link_between_pages_leads_somewhere():
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_the_readme_tells_the_commands_that_ci_runs():
    command = next(
        line for line in (ROOT / ".ci" / "run").read_text().splitlines() if "-m pytest" in line
    )

    assert command in (ROOT / "README.md").read_text()


def test_every_requirement_is_pinned_and_says_what_it_is_for():
    lines = [
        line
        for name in ("requirements.txt", "tests/requirements.txt", "tests/requirements-icu.txt")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-r"))
    ]

    assert [line for line in lines if not re.match(r"^[\w.\-\[\]]+==[\w.]+ +# \S", line)] == []


def test_each_attack_names_tests_that_there_are():
    lines = (DOCS / "threats.md").read_text().splitlines()
    rows = [line for line in lines if line.startswith("| ") and "shown by" not in line]
    named = {name for row in rows for name in re.findall(r"`(test_\w+)`", row)}
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))

    assert [row for row in rows if not re.search(r"`test_\w+`", row)] == []
    assert [name for name in sorted(named) if f"def {name}(" not in tests] == []
    assert len(rows) >= 35
