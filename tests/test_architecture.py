"""The house stands: imports point one way, files stay small, nothing hides in a junk room."""

import re
import statistics
from graphlib import CycleError, TopologicalSorter

import pytest

from tests import turns
from tests.codebase import OURS, ROOT, Module, files, inner, modules
from tests.house import (
    LAYERS,
    STOREYS,
    foreign,
    inline,
    layer_of,
    relative,
    signal_uses,
    socket_imports,
    storey_of,
    wrong_ways,
)

MODULES = modules()
PURE = ("people.names", "cases.reading")
NAMES = {module.name for module in MODULES} | set(OURS)

JUNK_ROOMS = "utils helpers common services selectors managers mixins signals constants"
# Libraries that more than one file may import, and why.
EVERYWHERE = {
    "django": "the framework",
    "rest_framework": "the API",
    "django_filters": "the filters",
    "pgtrigger": "a trigger is declared beside the rows that it guards",
    "psycopg2": "the private server connects, the address is checked: both before Django is up",
}
READS_ENVIRONMENT = {"config.settings", "config.postgres", "config.private_postgres"}
# These set the name of the settings and read nothing.
NAMES_SETTINGS = {"config.wsgi"}
OPENS_SOCKETS = {
    "cases.measuring": "downloads from a server of its own, to measure it",
    "cases.measuring_clients": "asks pages of the same server, as four visitors at once",
    "cases.archive": "fetches and keeps pages",
    "config.records.server": "listens for visitors; opens nothing to another host",
}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
AVERAGE_FUNCTION = 10
PLAIN_TEXT = (".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".yml", ".yaml", ".json", "")


# The guards


def test_every_module_has_a_storey_and_a_layer():
    layers = {module.name: (storey_of(module.name), layer_of(module.name)) for module in MODULES}

    assert set(layers) == {module.name for module in MODULES}
    assert {storey for storey, _ in layers.values()} == set(STOREYS)
    assert {layer for _, layer in layers.values()} == set(LAYERS)


def test_imports_point_one_way():
    assert [wrong for module in MODULES for wrong in wrong_ways(module, NAMES)] == []


def test_imports_make_no_circle():
    graph = {module.name: {inner(NAMES, one) for one in module.imports} for module in MODULES}
    # A package's __init__ gathers its own parts.
    graph = {
        name: {t for t in targets if t and t != name and not name.startswith(f"{t}.")}
        for name, targets in graph.items()
    }

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_imports_stand_at_the_top_and_are_absolute():
    assert [line for module in MODULES for line in inline(module)] == []
    assert [line for module in MODULES for line in relative(module)] == []


def test_a_library_is_imported_in_one_file_only():
    users: dict[str, list[str]] = {}
    for module in MODULES:
        for library in foreign(module):
            users.setdefault(library, []).append(module.name)

    shared = {library: names for library, names in users.items() if len(names) > 1}
    assert {one: names for one, names in shared.items() if one not in EVERYWHERE} == {}
    assert set(EVERYWHERE) - set(shared) == set(), "exceptions that nothing needs"


def test_triggers_are_declared_with_the_rows():
    users = [module.name for module in MODULES if "pgtrigger" in foreign(module)]

    assert {layer_of(name) for name in users} == {"rows"}


def test_only_the_settings_read_the_environment():
    readers = {
        module.name
        for module in MODULES
        if module.calls("os.environ", "os.getenv", "os.environb", "environ", "getenv")
    }

    assert readers == READS_ENVIRONMENT | NAMES_SETTINGS
    for name in NAMES_SETTINGS:
        (text,) = (module.text for module in MODULES if module.name == name)
        assert text.count("environ") == text.count("os.environ.setdefault") == 1


def test_only_the_archive_opens_a_socket():
    opened = [
        use
        for module in MODULES
        if module.name not in OPENS_SOCKETS
        for use in socket_imports(module)
    ]

    assert opened == []


def test_names_are_compared_without_django():
    assert [one.name for one in MODULES if one.name.startswith(PURE) and "django" in one.text] == []


def test_there_are_no_junk_rooms():
    parts = {part for module in MODULES for part in module.name.split(".")}

    assert parts & set(JUNK_ROOMS.split()) == set()


def test_there_are_no_signals():
    assert [use for module in MODULES for use in signal_uses(module)] == []


def test_no_test_locks_tables_that_the_databases_of_all_workers_share():
    """ANALYZE of everything does, until its transaction ends: count_anew does not."""
    whole = re.compile(r"""execute\(f?["'](?:ANALYZE|VACUUM)[ A-Z()]*["']""")

    assert [p.name for p in files(".py", under="tests") if whole.search(p.read_text())] == []


def test_the_files_of_tests_that_begin_are_there():
    assert [name for name in turns.LONG if not (ROOT / "tests" / name).is_file()] == []


def test_files_and_functions_stay_small():
    lengths = {path: len(path.read_text().splitlines()) for path in files(".py", ".html", ".css")}
    functions = [one for module in MODULES for one in module.functions]

    long_files = {
        str(path.relative_to(ROOT)): length
        for path, length in lengths.items()
        if length > LONGEST_FILE and "migrations" not in path.parts
    }
    assert long_files == {}
    assert [one for one in functions if one[1] > LONGEST_FUNCTION] == []
    assert statistics.mean(length for _, length in functions) < AVERAGE_FUNCTION


def test_every_module_opens_with_a_sentence():
    silent = []
    for path in files(".py"):
        module = Module.read(path)
        first = module.tree.body[0] if module.tree.body else None
        said = getattr(getattr(first, "value", None), "value", None)
        if module.text.strip() and "migrations" not in path.parts and not isinstance(said, str):
            silent.append(module.name)

    assert silent == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", "tests/requirements.txt", "tests/requirements-icu.txt"]
)
def test_every_requirement_is_pinned_and_says_what_it_is_for(name):
    lines = (ROOT / name).read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]

    loose = [line for line in wanted if not re.fullmatch(r"[\w.\-\[\]]+==[\w.]+ +# \S.+", line)]
    assert loose == []


def test_no_file_names_a_machine_or_a_registry():
    hosts = ["py" + "pi.org", "pythonhosted" + ".org", "index" + "-url", "proxy.golang" + ".org"]
    paths = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/t" + "mp/", "/Us" + "ers/"]

    named = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files(*PLAIN_TEXT)
        for word in (*hosts, *paths)
        if word in path.read_text()
    ]
    assert named == []


# The guards see what they are to see


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people.actions", "from cases.models import Case"),
        ("config.records.text", "import people"),
        ("config.records.models", "from config.records.filters import RecordFilter"),
        ("cases.timeline", "from cases.models import Case"),
        ("cases.filters", "def late():\n    from cases.api import router"),
        ("cases.filters", "from config.records.api import explain"),
        ("config.records.text", "import config.urls"),
        ("config.postgres", "from config.records import text"),
    ],
)
def test_an_import_that_points_the_wrong_way_is_seen(name, text):
    assert len(wrong_ways(Module(name, text), NAMES)) == 1


def test_an_import_that_points_the_right_way_is_not_complained_of():
    text = "from config.records.models import Record\nfrom people.models import Person\nimport re"

    assert wrong_ways(Module("cases.models.case", text), NAMES) == []


def test_a_module_without_a_place_is_seen():
    for name in ("cases.stuff", "config.stuff", "elsewhere"):
        with pytest.raises(AssertionError):
            layer_of(name)


@pytest.mark.parametrize(
    ("detector", "text"),
    [
        (inline, "def f():\n    import re"),
        (inline, "if True:\n    import re"),
        (relative, "from . import models"),
        (relative, "from .models import Case"),
        (signal_uses, "from django.db.models.signals import post_save"),
        (signal_uses, "from django.db.models import signals"),
        (signal_uses, "@receiver(saved)\ndef f(): pass"),
        (socket_imports, "import socket"),
        (socket_imports, "from urllib.request import urlopen"),
        (socket_imports, "import http.client"),
    ],
)
def test_a_forbidden_line_is_seen(detector, text):
    assert len(detector(Module("cases.filters", text))) == 1


def test_a_foreign_library_a_long_function_and_the_environment_are_seen():
    body = "\n".join("    x = 1" for _ in range(50))
    text = f"import numpy, re\nfrom cases import x\nimport os\nos.environ\ndef f():\n{body}\n"
    module = Module("cases.filters", text)

    assert foreign(module) == {"numpy"}
    assert module.functions == [("cases.filters.f", 51)]
    assert module.calls("os.environ") == [4]
