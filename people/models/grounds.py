"""On what ground somebody is shown, kept by trigger: without a consent that is needed, not at all.

Whoever is shown as told of in public sources needs no consent, until one is withdrawn. Then, and
where the ground is consent, one has to stand. A chief may document an interest that outweighs it.
"""

import pgtrigger
from django.db import models

from config.records.choices import Secrecy
from people.choices import Ground, NameDisplay, PersonKind

NO_CONSENT = (
    "No consent to publish stands: enter one that the person, or who speaks for them, has given."
)
NO_CONSENT_TO_NAME = (
    "No consent to publish the name stands: enter one, or show the name as withheld."
)
NO_CONSENT_TO_PICTURE = (
    "No consent to show a picture stands: enter one that the person, or who speaks for them, has "
    "given."
)

_STANDS = "FROM people_consent c WHERE c.person_id = {p}.id AND c.withdrawn_on IS NULL AND "
_GONE = "FROM people_consent c WHERE c.person_id = {p}.id AND c.withdrawn_on IS NOT NULL AND "
# SQL for whether somebody may be shown in a picture.
PICTURED_AS = f"""(
    {{p}}.ground = 'interest'
    OR ({{p}}.ground = 'public_source' AND NOT EXISTS (SELECT {_GONE} c.publish_photo))
    OR EXISTS (SELECT {_STANDS} c.publish_photo)
)"""
# Pictures of people fall where the ground for them does.
_PICTURES_FALL = f"""
    UPDATE cases_attachment SET state = 'withdrawn', was_public = secrecy = 'public'
        WHERE state = 'published' AND kind IN ('portrait', 'scene')
        AND (person_id = {{p}}.id
            OR case_id IN (SELECT id FROM cases_case WHERE person_id = {{p}}.id))
        AND NOT {PICTURED_AS};
"""  # noqa: S608 our own words


def _covered(person: str) -> tuple[str, str]:
    """SQL for whether somebody may be shown, and whether with the name."""
    stands, gone = _STANDS.format(p=person), _GONE.format(p=person)
    shown = f"""(
        {person}.ground = 'interest'
        OR ({person}.ground = 'public_source' AND NOT EXISTS (
            SELECT {gone} (c.store OR c.publish OR c.researchers)))
        OR EXISTS (SELECT {stands}
            (c.publish OR (c.researchers AND {person}.secrecy = 'registered')))
    )"""
    named = f"""(
        {person}.ground = 'interest'
        OR {person}.name_display = 'withheld' OR {person}.kind <> 'individual'
        OR ({person}.ground = 'public_source' AND NOT EXISTS (SELECT {gone} c.publish_name))
        OR EXISTS (SELECT {stands} c.publish_name)
    )"""
    return shown, named


def _refuse(unless: str, sentence: str) -> str:
    return f"""
        IF NOT {unless} THEN
            RAISE EXCEPTION 'rule: {sentence}' USING ERRCODE = 'check_violation';
        END IF;
    """


_NEW_SHOWN, _NEW_NAMED = _covered("NEW")
_WHO_SHOWN, _WHO_NAMED = _covered("who")

# Nobody is published, or shown by name, without the ground that it takes.
GROUND_HOLDS = pgtrigger.Trigger(
    name="ground_holds",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=pgtrigger.Func(
        f"""
        IF NEW.state = 'published' AND (TG_OP = 'INSERT' OR
            (OLD.state, OLD.ground, OLD.name_display, OLD.secrecy, OLD.kind) IS DISTINCT FROM
            (NEW.state, NEW.ground, NEW.name_display, NEW.secrecy, NEW.kind))
        THEN
            {_refuse(_NEW_SHOWN, NO_CONSENT)}
            {_refuse(_NEW_NAMED, NO_CONSENT_TO_NAME)}
        END IF;
        RETURN NEW;
        """
    ),
)

# What rests on a consent falls with it, in the same transaction. The person is locked first: who is
# just publishing them is waited for, or waits and then finds no consent.
WITHDRAWAL_SHOWS = pgtrigger.Trigger(
    name="withdrawal_shows",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("who", "record"), ("whose", "bigint")],
    func=pgtrigger.Func(
        f"""
        FOR whose IN SELECT DISTINCT one FROM unnest(ARRAY[
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.person_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.person_id END]) AS given(one)
            WHERE one IS NOT NULL
        LOOP
            SELECT * INTO who FROM people_person WHERE id = whose FOR UPDATE;
            CONTINUE WHEN NOT FOUND;
            {_PICTURES_FALL.format(p="who")}
            CONTINUE WHEN who.state <> 'published'
                OR who.merged_into_id IS NOT NULL;
            IF NOT {_WHO_SHOWN} THEN
                UPDATE people_person SET state = 'withdrawn',
                    was_public = secrecy = 'public' AND COALESCE(embargoed_until <= now(), true),
                    name_display = CASE WHEN {_WHO_NAMED} THEN name_display ELSE 'withheld' END
                    WHERE id = whose;
            ELSIF NOT {_WHO_NAMED} THEN
                UPDATE people_person SET name_display = 'withheld' WHERE id = whose;
            END IF;
        END LOOP;
        RETURN NULL;
        """  # noqa: S608 our own words
    ),
)

# So they do where another ground is given.
GROUND_PICTURES = pgtrigger.Trigger(
    name="ground_pictures",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("ground"),
    func=pgtrigger.Func(f"{_PICTURES_FALL.format(p='NEW')} RETURN NULL;"),
)


def lacking(person: models.Model) -> list[str]:
    """Which consents are needed to publish somebody and do not stand: as the triggers decide it."""
    if person.ground == Ground.INTEREST:
        return []
    consents = list(person.consents.all())
    lacks = {
        NO_CONSENT: _asked(person, consents, "store", "publish", "researchers")
        and not _stands(consents, *_to_show(person)),
        NO_CONSENT_TO_NAME: person.name_display != NameDisplay.WITHHELD
        and person.kind == PersonKind.INDIVIDUAL
        and _asked(person, consents, "publish_name")
        and not _stands(consents, "publish_name"),
    }
    return [sentence for sentence, is_missing in lacks.items() if is_missing]


def lacks_picture(person: models.Model) -> list[str]:
    """The same for a picture of them."""
    consents = list(person.consents.all())
    asked = person.ground != Ground.INTEREST and _asked(person, consents, "publish_photo")
    return [NO_CONSENT_TO_PICTURE] if asked and not _stands(consents, "publish_photo") else []


def _to_show(person: models.Model) -> tuple[str, ...]:
    registered = person.secrecy == Secrecy.REGISTERED
    return ("publish", "researchers") if registered else ("publish",)


def _asked(person: models.Model, consents: list, *scopes: str) -> bool:
    """Whether a consent is needed: it is the ground, or one was withdrawn."""
    gone = (one for one in consents if one.withdrawn_on)
    withdrawn = any(getattr(one, scope) for one in gone for scope in scopes)
    return person.ground == Ground.CONSENT or withdrawn


def _stands(consents: list, *scopes: str) -> bool:
    standing = (one for one in consents if not one.withdrawn_on)
    return any(getattr(one, scope) for one in standing for scope in scopes)
