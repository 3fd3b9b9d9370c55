"""A worker takes an article in, in a real browser, by keyboard alone or without scripts."""

import pytest
from playwright.sync_api import Page, expect

from cases.models import Case, Citation, Event, Participation, Snapshot, Suggestion
from people.models import Person, Relationship
from tests import factories as make
from tests.conftest import an_account
from tests.journeys.browser import CHROMIUM, a_browser
from tests.journeys.test_typing_a_name import sign_in

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]
# What one report says of 27 March 2023, in words of our own and in the manner of the press.
TEXT = """\
Three Activists Held For Hours In Almaty

Police in Almaty took three activists off the street, not long after a protest outside China's \
consulate.

Activists Nurzat Yermekbay, Zauatkhan Tursyn, and Akikat Kaliolla were detained on March 27 and \
brought to a police station in Medeu district, according to a fellow activist, Baibolat \
Kunbolatuly, son of Tursyn. Some hours later they were released without charge, Kunbolatuly told \
RFE/RL.

Almakhan Myrzan, another of the demonstrators, carried a picture of her brother, religious \
scholar Baqytkhan Myrzan. He died in a prison in Xinjiang earlier this month. In 2018 he had been \
sentenced to 14 years in prison for a Muslim rite.

That day Kazakhstan's President Qasym-Zhomart Toqaev received Ma Xingrui, secretary of the \
Communist Party in Xinjiang, in Astana. The Kazakh ambassador to China, Shakhrat Nuryshev, had \
travelled to Xinjiang before.
"""
THREE = ["Akikat Kaliolla", "Nurzat Yermekbay", "Zauatkhan Tursyn"]
ROLES = {
    **dict.fromkeys([*THREE, "Baibolat Kunbolatuly", "Almakhan Myrzan"], "activist"),
    "Baqytkhan Myrzan": "detained",
    **dict.fromkeys(["Qasym-Zhomart Toqaev", "Ma Xingrui", "Shakhrat Nuryshev"], "official"),
}
FEW = 40


def read(page: Page) -> None:
    """The article is read, and the whole page there: before that it listens to no key."""
    page.locator(".card").first.wait_for()
    page.wait_for_load_state()


class Hands:
    """What a worker does on a page, counted: each key and each click is one."""

    def __init__(self, page: Page):
        self.page, self.done = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.done += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.done += len(words)

    def click(self, place) -> None:
        place.click()
        self.done += 1


@pytest.fixture
def snapshot(settings) -> Snapshot:
    an_account("contributor", is_staff=True)
    article = make.source(
        language="en",
        published_written="27 March 2023",
        published_basis="stated",
        reliability="likely_reliable",
    )
    return make.snapshot(article, TEXT)


def opened(page: Page, server, snapshot: Snapshot) -> list[str]:
    """The page of the copy, before it is read; what the browser complains of is kept."""
    complaints = sign_in(page, server)
    page.goto(f"{server.url}/admin/cases/snapshot/{snapshot.pk}/read/")
    expect(page.get_by_role("button", name="Read this copy")).to_be_focused()
    return complaints


def card(page: Page, title: str):
    return page.locator(".card", has=page.locator("h3", has_text=title)).first


def event(page: Page, kind: str):
    chosen = f'select[name$="-kind"]:has(option[value="{kind}"][selected])'
    return page.locator(".card.event", has=page.locator(chosen)).first


def told() -> dict[str, list]:
    """What the register holds, whoever entered it by which keys."""
    cases = Case.objects.values_list("person__name_full", "status", "sentence_months")
    events = Event.objects.values_list("kind", "occurred_edtf")
    return {"cases": sorted(cases, key=lambda row: row[0]), "events": sorted(events)}


FOUR = [
    ("Akikat Kaliolla", "released", None),
    ("Baqytkhan Myrzan", "died_in_custody", 168),
    ("Nurzat Yermekbay", "released", None),
    ("Zauatkhan Tursyn", "released", None),
]


def test_an_article_becomes_four_cases_with_their_passages_in_few_keys(snapshot, live_server):
    with a_browser() as page:
        complaints = opened(page, live_server, snapshot)
        hands = Hands(page)
        hands.press("Enter")  # read it
        read(page)
        expect(page.locator(".card")).not_to_have_count(0)
        demonstration = event(page, "demonstration")
        hands.click(demonstration.get_by_text("others"))
        for name in THREE:
            hands.click(demonstration.get_by_label(name))
        expect(demonstration.get_by_label("EDTF")).to_have_value("2023-03-27")
        hands.press("Escape", "A")  # and the rest as it stands
        expect(page.locator(".messagelist")).to_contain_text("What was entered is a draft.")

    people = dict(Suggestion.objects.filter(kind="person").values_list("what__name", "what__role"))
    ties = {
        (tie.from_person.name_full, tie.kind, tie.to_person.name_full)
        for tie in Relationship.objects.all()
    }
    protest = Participation.objects.filter(event__kind="demonstration", role="demonstrator")
    assert people == ROLES
    assert told()["cases"] == FOUR
    assert ties == {
        ("Baibolat Kunbolatuly", "child", "Zauatkhan Tursyn"),
        ("Baqytkhan Myrzan", "sibling", "Almakhan Myrzan"),
    }
    assert {("sentencing", "2018"), ("death_in_custody", "2023-03")} <= set(told()["events"])
    assert protest.count() == 4
    assert Event.objects.filter(citations=None).count() == 0
    assert [c for c in Citation.objects.all() if TEXT[c.start : c.end] != c.quote] == []
    assert complaints == []
    assert hands.done < FEW


def test_each_is_decided_by_keyboard_and_what_was_stopped_goes_on(snapshot, live_server):
    with a_browser() as page:
        opened(page, live_server, snapshot)
        hands = Hands(page)
        hands.press("Enter")
        read(page)
        expect(card(page, "Nurzat Yermekbay")).to_be_focused()
        hands.press("a", "r", "j", "k", "2", "a", "s")
        expect(page.locator(".messagelist")).to_contain_text("3 decisions kept.")
        page.goto(f"{live_server.url}/admin/cases/reading/")
        page.get_by_role("link", name=str(snapshot)).click()
        expect(card(page, "Baibolat Kunbolatuly")).to_be_focused()

    decided = dict(
        Suggestion.objects.exclude(decision="open").values_list("what__name", "decision")
    )
    assert decided == {
        "Nurzat Yermekbay": "accepted",
        "Zauatkhan Tursyn": "rejected",
        "Akikat Kaliolla": "left_out",
    }


def test_keys_that_are_typed_into_a_box_are_words(snapshot, live_server):
    with a_browser() as page:
        opened(page, live_server, snapshot)
        hands = Hands(page)
        hands.press("Enter")
        read(page)
        expect(card(page, "Nurzat Yermekbay")).to_be_focused()
        hands.press("e")
        page.locator("input[name$=-title]").first.focus()
        hands.type("A jailed salesman")

        expect(page.locator("input[name$=-title]").first).to_have_value("A jailed salesman")
    assert Person.objects.count() == 0


def test_all_of_it_works_without_scripts_and_an_error_keeps_what_was_typed(snapshot, live_server):
    with a_browser(javascript=False) as page:
        opened(page, live_server, snapshot)
        page.get_by_role("button", name="Read this copy").click()
        sentence = event(page, "sentencing")
        sentence.get_by_label("EDTF").fill("2018-99")
        sentence.get_by_label("title").fill("fourteen years")
        page.get_by_role("button", name="Accept the rest").click()
        expect(sentence.get_by_role("alert")).to_contain_text("EDTF:")
        expect(sentence.get_by_label("title")).to_have_value("fourteen years")
        expect(sentence.get_by_label("Accept", exact=True)).to_be_checked()

        sentence.get_by_label("EDTF").fill("2018")
        page.get_by_role("button", name="Accept the rest").click()
        expect(page.locator(".messagelist")).to_contain_text("What was entered is a draft.")
    assert told()["cases"] == FOUR
    assert Event.objects.get(kind="sentencing").title == "fourteen years"


def test_selected_words_become_a_citation(snapshot, live_server):
    person = make.person("Somebody")
    second = TEXT.index("Myrzan", TEXT.index("Myrzan") + 1)
    with a_browser() as page:
        complaints = opened(page, live_server, snapshot)
        page.keyboard.press("Enter")
        read(page)
        page.locator("mark", has_text="Baqytkhan Myrzan").evaluate(
            """mark => { const words = mark.querySelector('a').firstChild;
                getSelection().setBaseAndExtent(words, 10, words, 16); }"""
        )
        page.keyboard.press("c")
        expect(page.get_by_label("passage", exact=True)).to_have_value("Myrzan")
        page.get_by_label("or another record, by id").last.fill(person.public_id)
        page.get_by_role("button", name="Cite it").click()
        expect(page.locator(".messagelist")).to_contain_text("is entered.")

    cited = Citation.objects.get()
    assert (cited.person, cited.quote, cited.start) == (person, "Myrzan", second)
    assert complaints == []


def test_whom_the_register_knows_is_linked_and_not_entered_again(snapshot, live_server):
    known = {
        "Akikat Kaliolla": make.person("Aqiqat Qaliolla"),
        "Nurzat Yermekbay": make.person("Nurzat Ermekbai"),
        "Baibolat Kunbolatuly": make.person("Baibolat Kunbolat"),
    }
    with a_browser() as page:
        opened(page, live_server, snapshot)
        page.keyboard.press("Enter")
        read(page)
        for name, person in known.items():
            expect(card(page, name).locator(".known input")).to_be_checked()
            expect(card(page, name)).to_contain_text(f"is {person.public_id}")
        page.keyboard.press("A")
        expect(page.locator(".messagelist")).to_contain_text("What was entered is a draft.")

    assert Person.objects.count() == len(ROLES)
    assert {name: person.names.last().text for name, person in known.items()} == {
        name: name for name in known
    }
