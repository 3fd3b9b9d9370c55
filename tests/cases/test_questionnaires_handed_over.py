"""Forms of the United Nations: which consent they take, who may make them, what is handed over."""

import io
from datetime import date

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.models import Case
from cases.questionnaires import detention, disappearance
from cases.questionnaires.form import Answer, Element, Part, Questionnaire
from cases.questionnaires.word import document
from config.records.accounts.sessions import CONFIRMED
from config.records.models import Access
from people.sharing import NO_CONSENT, WITHDRAWN, lacking_to_share, shareable
from tests import factories as make
from tests.people.confiding import consent
from tests.reading import links, words

pytestmark = pytest.mark.django_db
FORMS = (detention.SLUG, disappearance.SLUG)


@pytest.fixture
def case(db) -> Case:
    """Aigul, taken by the police of a town."""
    made = make.case(make.person("Aigul Test", published=True), published=True)
    police = make.organization("Police of Ghulja", "police", published=True)
    make.event("arrest", published=True, case=made, organization=police)
    Case.objects.settle()
    return Case.objects.get(pk=made.pk)


@pytest.fixture
def agreed(case) -> Case:
    consent(case.person, "share_with_un")
    return case


@pytest.fixture
def desk(contributor, signed_in) -> Client:
    return signed_in(contributor)


def at(case: Case, slug: str = "", form: str = "/") -> str:
    base = reverse("admin:questionnaires", args=[case.pk])
    return f"{base}{slug}{form}" if slug else base


# The consent


@pytest.mark.parametrize("slug", FORMS)
@pytest.mark.parametrize("form", ["/", ".docx"])
def test_without_the_consent_there_is_no_form_and_the_page_says_what_is_missing(
    desk, case, slug, form
):
    answer = desk.get(at(case, slug, form))

    page = answer.content.decode()
    assert answer.status_code == 403
    assert NO_CONSENT in words(page)
    assert "Ghulja" not in page
    assert Access.objects.count() == 0


def test_the_meter_stands_without_the_consent_and_leads_to_no_form(desk, case):
    page = desk.get(at(case)).content.decode()

    assert "of 14 required elements are stated." in words(page)
    assert NO_CONSENT in words(page)
    assert "Document (DOCX)" not in links(page)


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ([], NO_CONSENT),
        ([("self", None, "publish")], NO_CONSENT),
        ([("self", None, "share_with_un")], ""),
        ([("relative", None, "share_with_un")], ""),
        ([("relative", date(2025, 1, 1), "share_with_un")], NO_CONSENT),
        (
            [
                ("self", date(2025, 1, 1), "share_with_un"),
                ("relative", None, "share_with_un"),
            ],
            WITHDRAWN,
        ),
    ],
)
def test_the_persons_own_word_counts_before_that_of_who_speaks_for_them(case, given, lacks):
    for given_as, withdrawn_on, scope in given:
        consent(case.person, scope, given_as=given_as, withdrawn_on=withdrawn_on)

    assert lacking_to_share(case.person_id) == lacks
    assert shareable([case.person_id]) == (set() if lacks else {case.person_id})


# Taking it


def test_the_page_to_print_tells_what_is_stated_and_what_is_missing(desk, agreed):
    page = words(desk.get(at(agreed, detention.SLUG)).content.decode())

    assert "Working Group on Arbitrary Detention" in page
    assert "Which forces did it required Police of Ghulja" in page
    assert "Whether a warrant or another decision was shown required to be written by hand" in page


def test_the_document_opens_in_a_word_processor(desk, agreed):
    make.name(agreed.person, "ئايگۈل", language="ug")

    answer = desk.get(at(agreed, detention.SLUG, ".docx"))

    made = docx.Document(io.BytesIO(answer.getvalue()))
    told = [one.text for one in made.paragraphs]
    assert told[0] == "Arbitrary arrest or detention of one person"
    assert told[told.index("Which forces did it (required)") + 1] == "Police of Ghulja"
    (uyghur,) = (run for one in made.paragraphs for run in one.runs if run.text == "ئايگۈل")
    assert uyghur.font.rtl is True
    name = f"tizim-{agreed.public_id}-{detention.SLUG}-not-for-the-public.docx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_signs_that_no_document_holds_are_left_out():
    answer = Answer("Taken\x0b at\x1f home\ufffe", (1,))
    form = Questionnaire(
        "x",
        "a body",
        "A form",
        "another",
        (Part("One", (Element("Where", (answer,)),)),),
        (answer,),
    )

    made = docx.Document(io.BytesIO(document(form, "Tizim", timezone.now())))

    assert [one.text for one in made.paragraphs][-1] == "[1] Taken at home"


def test_whoever_takes_a_form_is_in_the_logbook(desk, agreed):
    for form in ("/", ".docx"):
        desk.get(at(agreed, disappearance.SLUG, form)).getvalue()

    lines = Access.objects.order_by("id").values_list("by__username", "kind", "form", "is_whole")
    kind = "form of the Working Group on Enforced or Involuntary Disappearances"[:60]
    assert list(lines) == [
        ("contributor", kind, "html", True),
        ("contributor", kind, "docx", True),
    ]


def test_the_cases_page_in_the_admin_and_the_preview_lead_to_the_forms(desk, case):
    page = desk.get(reverse("admin:cases_case_change", args=[case.pk])).content.decode()
    preview = desk.get(f"/admin/preview/cases.case/{case.pk}/").content.decode()

    assert links(page)["Forms of the UN"] == at(case)
    assert links(preview)["Forms of the UN"] == at(case)


# Who may


@pytest.mark.parametrize("slug", ["", *FORMS])
def test_neither_visitors_nor_researchers_come_to_a_form(researcher, signed_in, agreed, slug):
    answers = [one.get(at(agreed, slug)).status_code for one in (Client(), signed_in(researcher))]

    assert answers == [302, 302]


def test_a_sealed_case_is_as_missing_as_none(desk, agreed):
    sealed = make.case(make.person("Sealed Test"), secrecy="sealed")

    assert [desk.get(at(sealed)).status_code, desk.get(at(sealed, FORMS[0])).status_code] == [
        404,
        404,
    ]
    assert desk.get(at(agreed, "no-such-form")).status_code == 404


def test_who_sees_sealed_records_is_asked_once_more_before_a_form(chief, signed_in, agreed):
    browser = signed_in(chief)
    session = browser.session
    session[CONFIRMED] = 0
    session.save()

    answer = browser.get(at(agreed, detention.SLUG))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("confirm"))
