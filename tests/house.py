"""The plan of the house: which module may import which, and what no module may do."""

import re

from tests.codebase import OURS, Module, inner, is_standard

# The right may import the left. The ground is what starts a database; it knows no Django app.
STOREYS = ("ground", "config.records", "people", "cases", "project")
GROUND = {"config.postgres", "config.private_postgres"}
PROJECT = {"config", "config.settings", "config.urls", "config.wsgi", "config.apps"}

# Inside a storey, and across them, the right may import the left. Patterns match the name after
# the storey's own; the first that matches decides.
LAYERS = ("words", "rows", "verbs", "shapes", "doors")
LAYER_OF = {
    r"models(\..+)?": "rows",
    r"accounts(\.(apps|passwords))?": "words",
    r"accounts\.(store|models|tokens)": "rows",
    r"accounts\.(borrowers|limits|factors)": "verbs",
    r"messages(\.receipts)?": "words",
    r"messages\.(actions|proofs)": "verbs",
    r"messages\.forms": "shapes",
    r"messages\.(views|urls)": "doors",
    r"accounts\.forms": "shapes",
    r"accounts\.(doors|sessions|token_(doors|pages)|views|urls)": "doors",
    r"(formats|freshness|headers|languages|throttles|token_doors)": "doors",
    r"(date_columns|history|notices|pairs|refusals|signatures|facts|paths|statistics)": "rows",
    r"(choices|constraints|text|dates(_\w+)?|names(\..+)?|timeline|weighing|anchors)": "words",
    r"(ciphers|cursors|keysets|mishaps|redacting)": "words",
    r"(cipher_fields|originals|tombstones)": "rows",
    r"(apart|canonical|outside|lines|(extraction|reading|redrawing)(\..+)?)": "words",
    r"(depicting|outcomes|rereading|repeating)": "words",
    r"evaluation\.(labelled|pairing|measures|answers|table)": "words",
    r"evaluation(\..+)?": "verbs",
    r"invented(\..+)?": "words",
    r"(asking|decisions|progress|standards|ranges|ties)": "words",
    r"(checking|origins)": "verbs",
    r"(attaching|keeping|known|taking_in|waiting)": "verbs",
    r"(dooming|erasing|forgetting|unsaying)": "verbs",
    r"(pending|restoring|steps)": "verbs",
    r"(actions|candidates|hints|indexing|lexicon|matching|archive)": "verbs",
    r"(judging|proposing|merging|parting|blending|ledger|readership)": "verbs",
    r"(unlisted|tidy|entities|estimation|release_citing|release_texts|releasing)": "shapes",
    r"removed(_since)?": "shapes",
    r"(paging|tallies)": "shapes",
    r"(nouns|boxes|(dated_)?filters|values|(\w+_)?columns|(\w+_)?forms)": "shapes",
    r"(imports|codebook(_\w+)?)": "shapes",
    r"(archives|(\w+_)?cells|copying|exports|packages|statements|uploads|workbooks)": "shapes",
    r"(agreement|charts|citing|counting|family|related|spans|whereabouts)": "shapes",
    r"(drawing|maps|references)": "words",
    r"remembered": "verbs",
    r"(differences|downloads|releases|sitemap|sentences|catalogues)": "shapes",
    r"(dossier(_data)?|paper|printing|questionnaires(\..+)?)": "shapes",
    r"sharing": "verbs",
    r"declared": "doors",
    r"(counters|passages|portrait|search|shown|story|support|telling)": "shapes",
    r"(recognition|side_by_side|logbook)": "shapes",
    r"(found|defaults|marking)": "words",
    r"(suggesting|accepting|drafting|linking|looking_up)": "verbs",
    r"(desk|intake_forms)": "shapes",
    r"(admin|views|management|templatetags)(\..+)?|api|urls|addresses|feeds": "doors",
    r"schema(_said)?|server": "doors",
    r"(merge|confidential)_pages": "doors",
    r"(example|synthetic)(\..+)?|measuring(_\w+)?": "doors",
    r"apps": "words",
    r"": "words",
}

SOCKET_LIBRARIES = {"socket", "socketserver", "ssl", "asyncio", "smtplib", "ftplib", "requests"}
SOCKET_LIBRARIES |= {"httpx", "aiohttp", "urllib3", "http.client", "http.server", "urllib.request"}


def storey_of(name: str) -> str:
    if name in GROUND:
        return "ground"
    found = [one for one in STOREYS if name == one or name.startswith(f"{one}.")]
    if found:
        return found[0]
    assert name in PROJECT, f"{name} is on no storey: which of {STOREYS} is it?"
    return "project"


def layer_of(name: str) -> str:
    storey = storey_of(name)
    if storey in ("ground", "project"):
        return {"ground": "words", "project": "doors"}[storey]
    rest = name.removeprefix(storey).removeprefix(".")
    for pattern, layer in LAYER_OF.items():
        if re.fullmatch(pattern, rest):
            return layer
    raise AssertionError(f"{name} is in no layer: which of {LAYERS} is it?")


def wrong_ways(module: Module, names: set[str]) -> list[str]:
    """What this module imports from further right than itself."""
    wrong = []
    for one in module.imports:
        target = inner(names, one)
        if target is None or target == module.name:
            continue
        upstairs = STOREYS.index(storey_of(target)) > STOREYS.index(storey_of(module.name))
        to_the_right = LAYERS.index(layer_of(target)) > LAYERS.index(layer_of(module.name))
        if upstairs or to_the_right:
            wrong.append(f"{module.name}:{one.line} imports {target}")
    return wrong


def foreign(module: Module) -> set[str]:
    """The libraries that this module imports, neither ours nor Python's own."""
    libraries = {one.library for one in module.imports if not one.is_relative}
    return {one for one in libraries if one not in OURS and not is_standard(one)}


def inline(module: Module) -> list[str]:
    return [f"{module.name}:{one.line}" for one in module.imports if not one.at_top]


def relative(module: Module) -> list[str]:
    return [f"{module.name}:{one.line}" for one in module.imports if one.is_relative]


def signal_uses(module: Module) -> list[str]:
    found = [one.line for one in module.imports if "signals" in one.name.split(".")]
    return [f"{module.name}:{line}" for line in [*found, *module.calls("receiver")]]


def socket_imports(module: Module) -> list[str]:
    return [
        f"{module.name}:{one.line} {one.name}"
        for one in module.imports
        if any(one.name == name or one.name.startswith(f"{name}.") for name in SOCKET_LIBRARIES)
    ]
