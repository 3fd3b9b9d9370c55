"""What may never be true of a row: the database refuses each, whoever asks, with a sentence."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, UniqueConstraint
from django.utils import timezone

from cases.models import Snapshot
from config.records.choices import Secrecy, State
from config.records.models import random_id
from tests.factories import account
from tests.filled import KEPT
from tests.planted import MODELS, Register

pytestmark = pytest.mark.django_db
DATES = {"written": "2018", "edtf": "2018", "basis": "stated"}

FACTS_OF_A_PERSON = ("birth", "birthplace", "home", "religion")

# For each rule of one kind of record, a change of a published row that breaks it.
BROKEN = {
    "case": {},
    "place": {
        "place_point": {"latitude": 43},
        "place_on_earth": {"latitude": 91, "longitude": 0},
        "place_not_in_itself": {"parent": "itself"},
    },
    "person": {
        "person_described": {"kind": "group", "described_as": ""},
        "person_interest_documented": {"ground": "interest", "ground_note": ""},
        "person_not_merged_into_itself": {"merged_into": "itself"},
        **{f"person_{one}_secrecy": {f"{one}_secrecy": "public"} for one in FACTS_OF_A_PERSON},
    },
    "personname": {"name_not_blank": {"text": ""}},
    "relationship": {"relationship_not_self": {"to_person": models.F("from_person")}},
    "organization": {},
    "facility": {
        "facility_point": {"latitude": 43},
        "facility_on_earth": {"latitude": 43, "longitude": 181, "precision": "county"},
        "facility_precision": {"latitude": 43, "longitude": 81, "precision": ""},
    },
    "event": {
        "event_ends_after_it_began": {
            "occurred_earliest": "2020-01-01",
            "occurred_latest": None,
            "ended_latest": "2019-01-01",
        },
        "event_sentence": {"sentence_months": 12},
        "event_release": {"release_kind": "bail"},
        "event_response": {"response_kind": "denied"},
        "event_not_in_itself": {"part_of": "itself"},
    },
    "participation": {},
    "source": {"source_not_its_own_origin": {"origin": "itself"}},
    "citation": {
        "citation_of_one": {"case": None},
        "citation_span": {"start": 1},
        "citation_span_in_order": {"start": 5, "end": 5},
        "citation_span_quoted": {"start": 1, "end": 2, "quote": "x"},
        "citation_quote_placed": {"snapshot": "its own", "quote": "x"},
        "citation_quote_is_a_passage": {"quote": "x" * 2001},
    },
    "attachment": {
        "attachment_of_one": {"facility": None},
        "attachment_in_words": {"alternative": " "},
        "attachment_portrait_of_somebody": {"kind": "portrait", "basis": "family_confirmed"},
        "attachment_portrait_is_no_guess": {"kind": "portrait", "basis": "guess"},
        "attachment_basis_has_source": {"basis": "source_caption", "taken_from": None},
        "attachment_published_by_right": {"rights": ""},
        "attachment_hashes": {"sha256": "0"},
        "attachment_has_points": {"width": 0},
    },
}


def shared_rules(model) -> dict[str, dict]:
    """Changes that break the rules that every record has, and those of its dates."""
    prefix, later = f"{model._meta.app_label}_{model._meta.model_name}", timezone.now()
    signed = {"submitted_by": account("one"), "submitted_at": later}
    broken = {
        f"{prefix}_public_id": {"public_id": "C-lower1"},
        f"{prefix}_submitted": {"submitted_at": None},
        f"{prefix}_published": {"state": State.WITHDRAWN, "published_by": None},
        f"{prefix}_signed": {"submitted_by": None, "submitted_at": None},
        f"{prefix}_two_people": signed | {"published_by": account("one")},
        f"{prefix}_not_secret": {"secrecy": Secrecy.SEALED},
    }
    for name in (rule.name for rule in model._meta.constraints):
        date = name.split("_")[1]
        if name.endswith(f"_{date}_in_order") and name != "citation_span_in_order":
            bounds = {f"{date}_earliest": "2019-01-01", f"{date}_latest": "2018-01-01"}
            broken[name] = bounds
        if name.endswith(f"_{date}_whole"):
            broken[name] = {f"{date}_written": "", f"{date}_edtf": "2018"}
    return broken


@pytest.fixture(scope="module")
def register(module_db):
    found = Register()
    found.publish_one_of_each()
    return found


def refused(record, values: dict) -> str:
    """The name of the rule that the database gives for refusing a change; empty if it takes it."""
    values = {name: record if value == "itself" else value for name, value in values.items()}
    if values.get("snapshot") == "its own":
        values["snapshot"] = record.source.snapshots.get()
    try:
        with transaction.atomic():
            if set(values) & set(KEPT):
                _put_in(record, values)
            models.QuerySet(type(record)).filter(pk=record.pk).update(**values)
            transaction.set_rollback(True)
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name or str(error)
    return ""


def _put_in(record, values: dict) -> None:
    """Another of the same, with what can never be changed in a row that is there."""
    fields = {one.attname: getattr(record, one.attname) for one in record._meta.concrete_fields}
    fresh = {"id": None, "public_id": random_id(record.ID_PREFIX)}
    models.QuerySet(type(record)).bulk_create([type(record)(**fields | fresh | values)])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_the_database_refuses_every_broken_rule(register, model):
    record = register.base[model]
    if model._meta.model_name == "citation":
        register.keep_a_copy(record.source)
    broken = BROKEN[model._meta.model_name] | shared_rules(model)

    answers = {rule: refused(record, values) for rule, values in broken.items()}

    rules = {one.name for one in model._meta.constraints if isinstance(one, CheckConstraint)}
    assert answers == {rule: rule for rule in rules}


def test_a_change_that_breaks_nothing_is_taken(register):
    answers = {model: refused(register.base[model], {"staff_note": "x"}) for model in MODELS}

    assert set(answers.values()) == {""}


@pytest.mark.parametrize("model", [*MODELS, Snapshot], ids=lambda model: model._meta.model_name)
def test_every_rule_has_a_sentence_for_the_worker(model):
    default = {CheckConstraint.default_violation_error_message}
    sentences = {rule.name: str(rule.violation_error_message) for rule in model._meta.constraints}

    assert [name for name, said in sentences.items() if said in default] == []
    assert [name for name, said in sentences.items() if not said.endswith(".")] == []
    assert [name for name, said in sentences.items() if "%(" in said] == []


def test_a_form_hears_the_sentence_of_the_rule(register):
    record = register.base[MODELS[0]]
    record.latitude = 43

    with pytest.raises(ValidationError, match="Give both latitude and longitude"):
        record.validate_constraints()
    record.latitude = None


def test_every_unique_rule_is_asked_by_its_name():
    unique = {
        rule.name
        for model in MODELS
        for rule in model._meta.constraints
        if isinstance(rule, UniqueConstraint)
    }

    parts = {"participation_once", "participation_once_without_case"}
    assert unique == {"name_once", "name_one_main", "relationship_once"} | parts
