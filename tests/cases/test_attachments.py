"""Attachments: what the database takes, who sees a picture, and that no file outlives its row."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, InternalError, transaction

from cases import originals
from cases.attaching import attach, drawn
from cases.models import Attachment
from cases.models.snapshots import sha256
from config.records.actions import publish, submit, withdraw
from config.records.choices import State
from people.models import Consent, Person
from people.models.grounds import NO_CONSENT_TO_PICTURE
from tests import factories as make
from tests import pictures
from tests.people.confiding import consent

pytestmark = pytest.mark.django_db
PORTRAIT = {"kind": "portrait", "basis": "family_confirmed", "shows": "She, in 2016"}


def state_of(attachment: Attachment) -> str:
    return Attachment.objects.get(pk=attachment.pk).state


def is_seen(attachment: Attachment, user=None) -> bool:
    return Attachment.objects.visible_to(user).filter(pk=attachment.pk).exists()


def portrait(of: Person, **more) -> Attachment:
    return pictures.attachment(person=of, published=True, **{**PORTRAIT, **more})


def refused(error=IntegrityError, **values) -> str:
    with pytest.raises(error) as why, transaction.atomic():
        pictures.attachment(**values)
    return str(why.value)


def test_what_is_kept_is_the_picture_and_its_hashes():
    gate = Attachment(kind="place", shows="A gate", basis="not_people", alternative="A gate")
    gate.facility = make.facility()

    attach(gate, drawn(pictures.jpeg_of_a_telephone()), by=make.account("enters"))

    content, small = originals.read(gate.file), originals.read(gate.small_file)
    assert (sha256(content), sha256(small)) == (gate.sha256, gate.small_sha256)
    assert (gate.width, gate.height, gate.size) == (480, 640, len(content))
    assert gate.file == f"pictures/{gate.sha256[:2]}/{gate.sha256}-{gate.public_id}"
    assert gate.small_measures == (360, 480)


def test_a_picture_is_of_exactly_one_record():
    assert "attachment_of_one" in refused()
    assert "attachment_of_one" in refused(facility=make.facility(), person=make.person())


def test_no_picture_is_without_words():
    assert "attachment_in_words" in refused(facility=make.facility(), alternative=" ")


def test_a_guess_is_never_a_portrait():
    of = {"person": make.person(), "kind": "portrait"}

    assert "attachment_portrait_is_no_guess" in refused(**of, basis="guess")
    assert "attachment_portrait_is_no_guess" in refused(**of, basis="not_people")
    assert pictures.attachment(**of, basis="family_confirmed").pk


def test_a_portrait_is_of_somebody():
    of = {"kind": "portrait", "basis": "family_confirmed"}

    assert "attachment_portrait_of_somebody" in refused(facility=make.facility(), **of)


def test_what_rests_on_a_source_names_it():
    of = {"person": make.person(), "kind": "portrait", "basis": "source_caption"}

    assert "attachment_basis_has_source" in refused(**of)
    assert pictures.attachment(**of, taken_from=make.source()).pk


def test_no_picture_is_published_without_a_right_to_it(contributor, reviewer):
    gate = pictures.attachment(facility=make.facility(published=True), rights="")
    submit(gate, by=contributor)

    with pytest.raises(ValidationError, match="Say by what right the picture is shown"):
        publish(gate, by=reviewer)
    assert "attachment_published_by_right" in refused(
        facility=make.facility(), rights="", published=True
    )


def test_the_file_of_a_picture_never_changes():
    gate = pictures.attachment(facility=make.facility())

    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Attachment.objects.filter(pk=gate.pk).update(sha256="0" * 64)


def test_a_picture_is_seen_with_what_it_is_of(researcher, contributor):
    hidden, shown = make.person(), make.person(published=True)
    sealed_case = make.case(shown, secrecy="staff")

    seen = [
        [is_seen(one, user) for user in (None, researcher, contributor)]
        for one in (
            portrait(hidden),
            portrait(shown),
            portrait(shown, secrecy="registered"),
            portrait(shown, basis="source_caption", taken_from=make.source()),
            pictures.attachment(case=sealed_case, published=True),
            pictures.attachment(case=make.case(shown, published=True)),
        )
    ]

    assert seen == [
        [False, False, True],
        [True, True, True],
        [False, True, True],
        [False, False, True],
        [False, False, True],
        [False, False, True],
    ]


@pytest.mark.parametrize("display", ["initials", "withheld"])
def test_of_somebody_whose_name_is_not_told_no_picture_is_seen(display, researcher, contributor):
    who = make.person(published=True)
    of_both = [portrait(who), pictures.attachment(case=make.case(who, published=True))]
    for one in of_both:
        Attachment.objects.filter(pk=one.pk).update(state="published", **signed())
    assert [is_seen(one) for one in of_both] == [True, True]

    Person.objects.filter(pk=who.pk).update(name_display=display)

    assert [is_seen(one) for one in of_both] == [False, False]
    assert [is_seen(one, researcher) for one in of_both] == [False, False]
    assert [is_seen(one, contributor) for one in of_both] == [True, True]


def signed() -> dict:
    return {
        "submitted_by": make.account("a"),
        "submitted_at": "2026-01-01T00:00Z",
        "published_by": make.account("b"),
        "published_at": "2026-01-01T00:00Z",
    }


def test_of_somebody_whose_name_is_not_told_no_picture_is_published(contributor, reviewer):
    who = make.person(published=True, name_display="initials")
    one = pictures.attachment(person=who, **PORTRAIT)
    submit(one, by=contributor)

    with pytest.raises(ValidationError, match="whose name is not shown in full"):
        publish(one, by=reviewer)


def test_where_the_ground_is_consent_a_picture_takes_one_to_it(contributor, reviewer):
    who = make.person(ground="consent")
    consent(who, "publish", "publish_name")
    one = pictures.attachment(person=who, **PORTRAIT)
    submit(one, by=contributor)

    with pytest.raises(ValidationError) as told:
        publish(one, by=reviewer)
    assert told.value.messages == [f"{one}: {NO_CONSENT_TO_PICTURE}"]
    with pytest.raises(IntegrityError, match="No consent to show a picture"), transaction.atomic():
        portrait(who)

    consent(who, "publish_photo")
    publish(one, by=reviewer)

    assert state_of(one) == State.PUBLISHED


def test_a_picture_of_a_case_takes_the_same_consent_and_a_paper_does_not():
    whose = make.case(make.person(ground="consent"))

    assert "No consent to show a picture" in refused(
        case=whose, kind="scene", basis="guess", published=True
    )
    assert pictures.attachment(case=whose, kind="document", published=True).pk


def test_a_consent_that_is_withdrawn_takes_the_pictures_with_it():
    who, other = make.person(published=True), make.person(published=True)
    agreed = consent(who, "publish_photo")
    of_both = [portrait(who), portrait(other)]
    paper = pictures.attachment(person=who, kind="document", published=True)

    Consent.objects.filter(pk=agreed.pk).update(withdrawn_on=date(2024, 2, 3))

    assert [state_of(one) for one in (*of_both, paper)] == [
        State.WITHDRAWN,
        State.PUBLISHED,
        State.PUBLISHED,
    ]
    assert Person.objects.get(pk=who.pk).state == State.PUBLISHED


def test_a_ground_that_changes_takes_the_pictures_with_it():
    who = make.person(published=True)
    consent(who, "publish", "publish_name")
    one = portrait(who)

    Person.objects.filter(pk=who.pk).update(ground="consent")

    assert state_of(one) == State.WITHDRAWN


def test_a_documented_interest_is_ground_enough():
    who = make.person(published=True, ground="interest", ground_note="Weighed by two.")

    assert is_seen(portrait(who))


def test_a_picture_is_withdrawn_by_itself(reviewer):
    one = portrait(make.person(published=True))

    withdraw(one, by=reviewer, why="The family asks for it.")

    assert not is_seen(one)


def test_what_is_attached_is_not_deleted_from_under_its_picture():
    gate = pictures.attachment(facility=make.facility())

    with pytest.raises(IntegrityError):
        gate.facility.delete()


def test_the_files_of_a_draft_go_with_it(django_capture_on_commit_callbacks):
    first, second = (pictures.attachment(facility=make.facility()) for _ in range(2))

    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
        Attachment.objects.filter(pk=second.pk).delete()

    there = [originals.storage().exists(name) for name in (*first.files, *second.files)]
    assert there == [False] * 4


def test_every_picture_is_proved_to_be_the_one_that_was_kept(capsys):
    first, second = (pictures.attachment(facility=make.facility()) for _ in range(2))
    call_command("verify_attachments")
    assert capsys.readouterr().out == "All 2 pictures are what was kept.\n"
    originals.delete(first.file)
    originals.delete(second.small_file)
    originals.write(second.small_file, b"another")

    with pytest.raises(CommandError, match="2 of 2 pictures are not what was kept"):
        call_command("verify_attachments")

    assert capsys.readouterr().out == (
        f"{first.public_id}: The picture is missing.\n"
        f"{second.public_id}: The small picture is not the one that was kept.\n"
    )


def test_if_the_row_does_not_come_the_files_do_not_stay():
    with pytest.raises(IntegrityError), transaction.atomic():
        pictures.attachment(alternative="")

    assert list_all("pictures") == []


def list_all(folder: str) -> list[str]:
    if not originals.storage().exists(folder):
        return []
    folders, files = originals.storage().listdir(folder)
    return files + [name for one in folders for name in list_all(f"{folder}/{one}")]
