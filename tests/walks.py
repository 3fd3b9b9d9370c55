"""A reader goes to every public address and keeps what each one answers."""

from django.test import Client

from cases.nouns import NOUNS
from tests.addresses import Answer, ask, fill, places
from tests.planted import MODELS

LAST_PAGE = 100


def orders_and_flags(noun) -> list[str]:
    """Each order of a noun's list, each filter that is on or off, and spans of time."""
    filters = noun.filterset.get_filters()
    chosen = {name: one.extra.get("choices") for name, one in filters.items()}
    flags = {"true", "false"}
    found = [f"order={name}" for name in noun.filterset.ORDERS]
    for name, choices in chosen.items():
        if choices is None and hasattr(filters[name].field, "coerce"):
            found += [f"{name}={word}" for word in sorted(flags)]
        if choices and name != "order" and {value for value, _ in choices} <= flags:
            found += [f"{name}={word}" for word in sorted(flags)]
    if "from" in filters:
        found += ["from=1900&certainly=true", "to=2100"]
    return found


def lists() -> list[str]:
    """Every list of every noun, asked every such question."""
    return [
        f"{door}{question}"
        for noun in NOUNS
        for door in [
            f"/api/v1/{noun.name}/?page_size=200&",
            f"/{noun.name}/?",
            f"/{noun.name}/feed/?",
        ]
        for question in orders_and_flags(noun)
        if noun.has_list or door.startswith("/api")
        if not (door.endswith("/feed/?") and question.startswith("order="))
    ]


def visible_ids(model, user) -> list[str]:
    """The ids that this reader may see, of one kind of record or of all."""
    found = (one.objects.visible_to(user) for one in ([model] if model else MODELS))
    return [one for records in found for one in records.values_list("public_id", flat=True)]


def addresses(user, whole: set[str], besides: set[str]) -> list[str]:
    """Every public address: of some records in every format, of others the page and the JSON."""
    found = []
    for place in places():
        ids = visible_ids(place.model, user) if "public_id" in place.names else [""]
        is_dear = "format" in place.names or place.form.endswith(".pdf")
        wanted = whole if is_dear or place.model is None else whole | besides
        found += fill(place, [one for one in ids if one in wanted or not one])
    return list(dict.fromkeys(found))


def walk(user, whole: set[str], besides: set[str], questions: list[str]) -> dict[str, Answer]:
    """What every public address answers this reader, all pages of the lists included."""
    browser = browser_of(user)
    asked = [*addresses(user, whole, besides), *questions]
    return {one: ask(browser, one) for one in asked} | read_lists(user)


def read_lists(user) -> dict[str, Answer]:
    """Every list of the API to its end: all that a reader may see, in few answers."""
    browser, found = browser_of(user), {}
    for noun in NOUNS:
        found |= _turn_pages(browser, f"/api/v1/{noun.name}/?page_size=200")
    return found


def browser_of(user) -> Client:
    browser = Client()
    if user is not None:
        browser.force_login(user)
    return browser


def _turn_pages(browser: Client, door: str) -> dict[str, Answer]:
    found = {}
    for number in range(1, LAST_PAGE):
        answer = ask(browser, f"{door}&page={number}")
        if answer.status != 200:
            break
        found[answer.address] = answer
    return found
