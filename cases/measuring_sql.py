"""What a page would ask if its SQL were written by hand: what bench measures beside it."""

from cases.models import Case
from config.records.columns import Column, rows
from config.records.copying import sql_of

SEEN_PEOPLE = """p.state = 'published' AND p.secrecy = 'public' AND p.merged_into_id IS NULL
    AND (p.embargoed_until IS NULL OR p.embargoed_until <= now())"""
SEEN = f"""c.state = 'published' AND c.secrecy = 'public'
    AND (c.embargoed_until IS NULL OR c.embargoed_until <= now()) AND {SEEN_PEOPLE}"""
CASES = f"FROM cases_case c JOIN people_person p ON p.id = c.person_id WHERE {SEEN}"
PEOPLE = f"FROM people_person p WHERE {SEEN_PEOPLE}"

Statements = list[str]

FACETS = {
    "status": "SELECT c.status, count(*) {found} GROUP BY 1",
    "verification": "SELECT c.verification, count(*) {found} GROUP BY 1",
    "sex": "SELECT p.sex, count(*) {found} GROUP BY 1",
    "ethnicity": "SELECT p.ethnicity, count(*) {found} GROUP BY 1",
    "kind": "SELECT word, count(*) FROM (SELECT unnest(c.kinds) AS word {found}) w GROUP BY 1",
    "reason": "SELECT word, count(*) FROM (SELECT unnest(c.reasons) AS word {found}) w GROUP BY 1",
}
PEOPLE_FACETS = ("kind", "sex", "ethnicity", "occupation_group")


def case_list(*, after: int | None = None, **filters: str) -> Statements:
    """The rows with what stands beside them, their number, and each facet without its own filter.

    after: the primary key that the page begins below. filters: a condition for each filter in use.
    """
    found = " AND ".join([CASES, *filters.values()])
    below = f" AND c.id < {after}" if after else ""
    page = f"SELECT c.* {found}{below} ORDER BY c.id DESC LIMIT 25"
    return [
        f"SELECT c.*, p.* {found}{below} ORDER BY c.id DESC LIMIT 25",
        _names(f"SELECT person_id FROM ({page}) page"),
        f"SELECT e.* FROM cases_event e WHERE e.id IN (SELECT status_as_of_id FROM ({page}) page)",
        f"SELECT e.* FROM cases_event e WHERE e.id IN (SELECT deprived_event_id FROM ({page}) g)",
        f"SELECT count(*) {found}",
        *(sql.format(found=_but(name, filters)) for name, sql in FACETS.items()),
    ]


def _but(facet: str, filters: dict[str, str]) -> str:
    return " AND ".join([CASES, *(rule for name, rule in filters.items() if name != facet)])


def _names(people: str) -> str:
    return (
        "SELECT n.* FROM people_personname n WHERE n.state = 'published' AND n.secrecy = 'public' "
        f"AND n.person_id IN ({people})"
    )


def people_list() -> Statements:
    page = f"SELECT p.* {PEOPLE} ORDER BY p.id DESC LIMIT 25"
    places = "SELECT * FROM people_place WHERE id IN (SELECT {}_id FROM ({}) page)"
    return [
        page,
        _names(f"SELECT id FROM ({page}) page"),
        *(places.format(name, page) for name in ("home", "citizenship", "birthplace")),
        f"SELECT * FROM cases_case WHERE state = 'published' AND secrecy = 'public' "
        f"AND person_id IN (SELECT id FROM ({page}) page)",
        f"SELECT count(*) {PEOPLE}",
        *(f"SELECT {one}, count(*) {PEOPLE} GROUP BY 1" for one in PEOPLE_FACETS),
    ]


def api_list(model, columns: tuple[Column, ...], keys: list[int], *, rule: str = "") -> Statements:
    """The rows of an API page, as their columns ask for them by primary key, and their number."""
    if not keys:
        return [f"SELECT count(*) {CASES if model is Case else PEOPLE}{rule and ' AND ' + rule}"]
    page = rows(model.objects.published().filter(pk__in=keys).order_by("-pk"), columns, None)
    found = CASES if model is Case else PEOPLE
    return [sql_of(page), f"SELECT count(*) {found}{rule and ' AND ' + rule}"]


def front() -> Statements:
    recent = f"SELECT c.* {CASES} ORDER BY c.changed_at DESC, c.id DESC LIMIT 6"
    return [
        f"SELECT c.status, count(*) {CASES} GROUP BY 1",
        f"SELECT count(DISTINCT c.person_id) {CASES}",
        "SELECT count(*) FROM cases_source WHERE state = 'published' AND secrecy = 'public'",
        recent,
        _names(f"SELECT person_id FROM ({recent}) page"),
    ]


def case(key: int) -> Statements:
    """A case, its person, names, events, who took part, and what is cited from where."""
    events = (
        f"(SELECT id FROM cases_event WHERE case_id = {key} "
        f"UNION ALL SELECT event_id FROM cases_participation WHERE case_id = {key})"
    )
    cited = f"SELECT * FROM cases_citation WHERE case_id = {key} OR event_id IN {events}"
    return [
        f"SELECT c.*, p.* {CASES} AND c.id = {key}",
        _names(f"SELECT person_id FROM cases_case WHERE id = {key}"),
        f"SELECT * FROM cases_event WHERE id IN {events}",
        f"SELECT * FROM cases_participation WHERE event_id IN {events}",
        cited,
        f"SELECT * FROM cases_source WHERE id IN (SELECT source_id FROM ({cited}) found)",
        "SELECT * FROM people_place WHERE id IN "
        f"(SELECT place_id FROM cases_event WHERE id IN {events})",
        "SELECT * FROM cases_facility WHERE id IN "
        f"(SELECT facility_id FROM cases_event WHERE id IN {events})",
    ]


def person(key: int) -> Statements:
    """Somebody, their names, ties, cases, and what they took part in."""
    tied = f"from_person_id = {key} OR to_person_id = {key}"
    return [
        f"SELECT * FROM people_person WHERE id = {key}",
        _names(str(key)),
        f"SELECT * FROM people_relationship WHERE {tied}",
        f"SELECT * FROM cases_case WHERE person_id = {key}",
        f"SELECT t.*, e.* FROM cases_participation t JOIN cases_event e ON e.id = t.event_id "
        f"WHERE t.person_id = {key}",
        f"SELECT * FROM cases_citation WHERE person_id = {key}",
    ]


def admin_cases() -> Statements:
    return [
        "SELECT c.*, p.* FROM cases_case c JOIN people_person p ON p.id = c.person_id "
        "ORDER BY c.id DESC LIMIT 50",
        "SELECT count(*) FROM (SELECT FROM cases_case LIMIT 10001) few",
    ]


def admin_people() -> Statements:
    return [
        "SELECT * FROM people_person ORDER BY id DESC LIMIT 50",
        "SELECT count(*) FROM (SELECT FROM people_person LIMIT 10001) few",
    ]
