"""Rules that the database keeps by trigger: which cases a change unsettles, what a quote may be."""

import pgtrigger

from people.models.grounds import NO_CONSENT_TO_PICTURE, PICTURED_AS

ANY_CHANGE = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete


def _unsettle(cases: str) -> str:
    return f"UPDATE cases_case SET is_settled = false WHERE is_settled AND id IN ({cases});"


def _of_event(event: str) -> str:
    """SQL for the cases that an event belongs to, itself or through somebody who took part."""
    return f"""
        SELECT case_id FROM cases_event WHERE id = {event} AND case_id IS NOT NULL
        UNION SELECT case_id FROM cases_participation
            WHERE event_id = {event} AND case_id IS NOT NULL
    """


def _of_citation(row: str) -> str:
    """SQL for the cases that a citation speaks to."""
    part = f"(SELECT event_id FROM cases_participation WHERE id = {row}.participation_id)"
    return f"""
        SELECT {row}.case_id::bigint
        UNION {_of_event(f"{row}.event_id")}
        UNION {_of_event(part)}
        UNION SELECT id FROM cases_case WHERE person_id = {row}.person_id
        UNION SELECT id FROM cases_case WHERE person_id =
            (SELECT person_id FROM people_personname WHERE id = {row}.person_name_id)
    """


def _unsettles(name: str, cases_of) -> pgtrigger.Trigger:
    """After any change, unsettle the cases of the row as it was and as it is."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=ANY_CHANGE,
        func=pgtrigger.Func(
            f"""
            IF TG_OP <> 'INSERT' THEN {_unsettle(cases_of("OLD"))} END IF;
            IF TG_OP <> 'DELETE' THEN {_unsettle(cases_of("NEW"))} END IF;
            RETURN NULL;
            """
        ),
    )


EVENT_UNSETTLES = _unsettles(
    "unsettle", lambda row: f"SELECT {row}.case_id::bigint UNION {_of_event(f'{row}.id')}"
)
PARTICIPATION_UNSETTLES = _unsettles("unsettle", lambda row: f"SELECT {row}.case_id::bigint")
CITATION_UNSETTLES = _unsettles("unsettle", _of_citation)

CASE_UNSETTLES = pgtrigger.Trigger(
    name="unsettle",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=pgtrigger.Func(
        """
        IF (OLD.state, OLD.secrecy, OLD.embargoed_until, OLD.person_id) IS DISTINCT FROM
           (NEW.state, NEW.secrecy, NEW.embargoed_until, NEW.person_id)
        THEN NEW.is_settled = false;
        END IF;
        RETURN NEW;
        """
    ),
)


def _unsettle_cited(citations: str) -> str:
    return f"""
        FOR cited IN {citations} LOOP {_unsettle(_of_citation("cited"))} END LOOP;
        RETURN NULL;
    """


SOURCE_UNSETTLES = pgtrigger.Trigger(
    name="unsettle",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    declare=[("cited", "record")],
    func=pgtrigger.Func(_unsettle_cited("SELECT * FROM cases_citation WHERE source_id = NEW.id")),
)
ORGANIZATION_UNSETTLES = pgtrigger.Trigger(
    name="unsettle",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("kind"),
    declare=[("cited", "record")],
    func=pgtrigger.Func(
        _unsettle_cited(
            """SELECT c.* FROM cases_citation c JOIN cases_source s ON s.id = c.source_id
               WHERE s.publisher_id = NEW.id"""
        )
    ),
)

# The messages begin with "rule:" so that forms can tell them from accidents (forms.py).
QUOTE_IS_THERE = pgtrigger.Trigger(
    name="quote_is_there",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("kept", "record")],
    func=pgtrigger.Func(
        """
        IF NEW.snapshot_id IS NOT NULL THEN
            SELECT source_id, substring(text FROM NEW.start + 1 FOR NEW."end" - NEW.start) AS words
                INTO kept FROM cases_snapshot WHERE id = NEW.snapshot_id;
            IF kept.source_id <> NEW.source_id THEN
                RAISE EXCEPTION 'rule: This kept copy is of another source.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.start IS NOT NULL AND kept.words IS DISTINCT FROM NEW.quote THEN
                RAISE EXCEPTION 'rule: The kept copy does not say this at this place.'
                    USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
        """
    ),
)

# A trace speaks of a passage as it was when it was looked for. Once the passage is another, it is
# looked for anew.
TRACES_FALL = pgtrigger.Trigger(
    name="traces_fall",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("source_id", "snapshot_id", "quote", "start", "end"),
    func=pgtrigger.Func(
        """
        IF (OLD.source_id, OLD.snapshot_id, OLD.quote, OLD.start, OLD."end") IS DISTINCT FROM
            (NEW.source_id, NEW.snapshot_id, NEW.quote, NEW.start, NEW."end")
        THEN DELETE FROM cases_trace WHERE citation_id = NEW.id;
        END IF;
        RETURN NULL;
        """
    ),
)

# What an address answered says nothing of another.
LINK_CHECK_FALLS = pgtrigger.Trigger(
    name="link_check_falls",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("url"),
    condition=pgtrigger.Condition("OLD.url IS DISTINCT FROM NEW.url"),
    func=pgtrigger.Func("DELETE FROM cases_linkcheck WHERE source_id = NEW.id; RETURN NULL;"),
)

# Sources of one origin lie flat: all rest on the one that rests on nothing. So there is no chain to
# follow and no circle to be caught in. The origin is locked: nobody gives it one meanwhile.
ORIGIN_IS_FIRST = pgtrigger.Trigger(
    name="origin_is_first",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("origin_id"),
    declare=[("first", "bigint")],
    func=pgtrigger.Func(
        """
        IF NEW.origin_id IS NOT NULL
            AND (TG_OP = 'INSERT' OR NEW.origin_id IS DISTINCT FROM OLD.origin_id)
        THEN
            SELECT origin_id INTO first FROM cases_source WHERE id = NEW.origin_id FOR SHARE;
            IF first IS NOT NULL THEN
                RAISE EXCEPTION 'rule: This origin rests on another source itself; choose that one.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (SELECT FROM cases_source WHERE origin_id = NEW.id) THEN
                RAISE EXCEPTION 'rule: Other sources rest on this one, so that it is an origin.'
                    USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
        """
    ),
)

SAME_PERSON = pgtrigger.Trigger(
    name="same_person",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=pgtrigger.Func(
        """
        IF NEW.case_id IS NOT NULL AND NEW.person_id <>
           (SELECT person_id FROM cases_case WHERE id = NEW.case_id)
        THEN
            RAISE EXCEPTION 'rule: This case is about somebody else.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """
    ),
)

# Who is pictured is locked first: a consent that is just being withdrawn is waited for. A merge
# moves pictures before consents, so what the one was shown on stands for the other meanwhile.
PICTURED = pgtrigger.Trigger(
    name="pictured",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("who", "record"), ("covered", "boolean"), ("whose", "bigint[]")],
    func=pgtrigger.Func(
        f"""
        IF NEW.state = 'published' AND NEW.kind IN ('portrait', 'scene')
            AND (TG_OP = 'INSERT' OR (OLD.state, OLD.kind, OLD.person_id, OLD.case_id)
                IS DISTINCT FROM (NEW.state, NEW.kind, NEW.person_id, NEW.case_id))
        THEN
            whose := ARRAY[NEW.person_id,
                (SELECT person_id FROM cases_case WHERE id = NEW.case_id)];
            IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND OLD.kind = NEW.kind THEN
                whose := whose || OLD.person_id;
            END IF;
            covered := array_remove(whose, NULL) = ARRAY[]::bigint[];
            FOR who IN SELECT * FROM people_person WHERE id = ANY(whose) ORDER BY id FOR SHARE
            LOOP
                covered := covered OR {PICTURED_AS.format(p="who")};
            END LOOP;
            IF NOT covered THEN
                RAISE EXCEPTION 'rule: {NO_CONSENT_TO_PICTURE}' USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
        """
    ),
)
