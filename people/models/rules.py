"""Rules about people and their names that the database keeps by trigger."""

import pgtrigger

from config.records.history import Keeps

WITHHELD = "[withheld]"

# A person's row carries the name that staff see and the name that readers see. Both are set here
# and nowhere else, so that no door can show a name that is withheld.
SHOWN_NAME = pgtrigger.Trigger(
    name="a_name_shown",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("best", "text"), ("open_name", "text")],
    func=pgtrigger.Func(
        f"""
        SELECT text INTO best FROM people_personname
            WHERE person_id = NEW.id AND secrecy <> 'sealed'
            ORDER BY is_primary DESC, id LIMIT 1;
        SELECT text INTO open_name FROM people_personname
            WHERE person_id = NEW.id AND secrecy = 'public' AND state <> 'withdrawn'
                AND (state = 'published' OR NEW.state <> 'published')
                AND (embargoed_until <= GREATEST(now(), NEW.embargoed_until)) IS NOT FALSE
            ORDER BY is_primary DESC, id LIMIT 1;
        NEW.name_full = COALESCE(best, NEW.described_as);
        NEW.name_shown = CASE
            WHEN NEW.name_display = 'withheld' THEN '{WITHHELD}'
            WHEN open_name IS NULL AND NEW.described_as <> '' THEN NEW.described_as
            WHEN open_name IS NULL THEN '{WITHHELD}'
            WHEN NEW.name_display = 'initials' THEN (
                SELECT string_agg(left(part, 1) || '.', ' ' ORDER BY place)
                FROM regexp_split_to_table(open_name, '[\\s·•・.-]+')
                    WITH ORDINALITY AS parts(part, place)
                WHERE part <> '')
            ELSE open_name
        END;
        RETURN NEW;
        """
    ),
)

# A change of a name asks the person's row to look again.
NAME_FOLLOWS = pgtrigger.Trigger(
    name="name_follows",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=pgtrigger.Func(
        """
        IF TG_OP <> 'INSERT' THEN
            UPDATE people_person SET name_full = name_full WHERE id = OLD.person_id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            UPDATE people_person SET name_full = name_full WHERE id = NEW.person_id;
        END IF;
        RETURN NULL;
        """
    ),
)

# Who may find a name, from its own and its person's columns: 0 anyone, 1 who is registered,
# 2 staff, 3 who may unseal, 4 nobody. A name shown as initials or withheld is for staff; so is one
# under an embargo, also when that has ended, until the embargo is forgotten (candidates.py).
AUDIENCE = """
    CASE
        WHEN person.merged_into_id IS NOT NULL THEN 4
        WHEN name.secrecy = 'sealed' OR person.secrecy = 'sealed' THEN 3
        WHEN name.state <> 'published' OR person.state <> 'published'
            OR name.secrecy = 'staff' OR person.secrecy = 'staff'
            OR name.embargoed_until > now() OR person.embargoed_until > now()
            OR person.name_display <> 'full' THEN 2
        WHEN name.secrecy = 'registered' OR person.secrecy = 'registered' THEN 1
        ELSE 0
    END
"""


def _audience_follows(name: str, whose: str, *columns: str) -> pgtrigger.Trigger:
    """The name index learns at once when somebody more or less may find a name."""
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(changed),
        func=pgtrigger.Func(
            f"""
            UPDATE people_nameword SET audience = {AUDIENCE}
                FROM people_personname name
                JOIN people_person person ON person.id = name.person_id
                WHERE people_nameword.name_id = name.id AND {whose} = NEW.id;
            RETURN NULL;
            """
        ),
    )


OF_BOTH = ("state", "secrecy", "embargoed_until")
NAME_AUDIENCE = _audience_follows("name_audience", "name.id", *OF_BOTH, "person_id")
PERSON_AUDIENCE = _audience_follows(
    "person_audience", "person.id", *OF_BOTH, "name_display", "merged_into_id"
)
# Who was merged into another stays as they were, so that the merge can be taken back (merge.py).
MERGED_STAYS = Keeps(
    name="merged_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    declare=[("follows", "text[]")],
    func=pgtrigger.Func(
        """
        follows := ARRAY['name_full', 'name_shown', 'updated_at', 'merged_into_id'];
        IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT NULL
            AND to_jsonb(NEW) - follows IS DISTINCT FROM to_jsonb(OLD) - follows
        THEN
            RAISE EXCEPTION 'rule: This person was merged into another and is not changed.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """
    ),
)
KEEP_MERGED = pgtrigger.Protect(
    name="keep_merged",
    operation=pgtrigger.Delete,
    condition=pgtrigger.Q(old__merged_into__isnull=False),
)


def not_of_merged(*links: str) -> pgtrigger.Trigger:
    """Nothing new is hung on somebody who was merged into another.

    It waits for a merge under way, as a link to a deleted row would, and then looks again.
    """
    checks = [
        f"""
        IF NEW.{link} IS NOT NULL
            AND (TG_OP = 'INSERT' OR NEW.{link} IS DISTINCT FROM OLD.{link})
        THEN
            SELECT merged_into_id INTO gone FROM people_person
                WHERE id = NEW.{link} FOR KEY SHARE;
            IF gone IS NOT NULL THEN
                RAISE EXCEPTION 'rule: This person was merged into another; choose that one.'
                    USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        """
        for link in links
    ]
    return pgtrigger.Trigger(
        name="not_of_merged",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("gone", "bigint")],
        func=pgtrigger.Func("".join(checks) + "RETURN NEW;"),
    )


# A proposal speaks of names as they were when it was made. Once one of them is other, sealed or
# gone, so is the proposal, before anybody can read from it what is no longer to be read.
PROPOSALS_FALL = pgtrigger.Trigger(
    name="proposals_fall",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("text", "secrecy", "person_id") | pgtrigger.Delete,
    func=pgtrigger.Func(
        """
        IF TG_OP = 'DELETE' OR (OLD.text, OLD.secrecy, OLD.person_id)
            IS DISTINCT FROM (NEW.text, NEW.secrecy, NEW.person_id)
        THEN
            DELETE FROM people_proposal WHERE one_id = OLD.person_id OR other_id = OLD.person_id;
        END IF;
        RETURN NULL;
        """
    ),
)

# The place that is named where the exact one is not told. A city stands for itself where it lies in
# no county; what is smaller never does.
_AREA_OF = """
    WITH RECURSIVE up AS (
        SELECT {0}.id AS id, {0}.level AS level, {0}.parent_id AS parent, 0 AS depth
        UNION ALL
        SELECT place.id, place.level, place.parent_id, up.depth + 1
        FROM people_place place JOIN up ON place.id = up.parent WHERE up.depth < 12
    )
    SELECT id FROM up WHERE level NOT IN ('district', 'spot')
    ORDER BY level <> 'county', level <> 'city',
        CASE WHEN level = 'city' THEN -depth ELSE depth END
    LIMIT 1
"""
AREA = pgtrigger.Trigger(
    name="a_area",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=pgtrigger.Func(f"NEW.area_id := ({_AREA_OF.format('NEW')}); RETURN NEW;"),
)
# For many at once, written past the trigger.
AREAS = f"UPDATE people_place SET area_id = ({_AREA_OF.format('people_place')})"
AREA_FOLLOWS = pgtrigger.Trigger(
    name="area_follows",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        "OLD.level IS DISTINCT FROM NEW.level OR OLD.parent_id IS DISTINCT FROM NEW.parent_id"
    ),
    func=pgtrigger.Func(
        """
        WITH RECURSIVE down AS (
            SELECT id, 1 AS depth FROM people_place WHERE parent_id = NEW.id
            UNION
            SELECT place.id, down.depth + 1
            FROM people_place place JOIN down ON place.parent_id = down.id WHERE down.depth < 12
        )
        UPDATE people_place SET area_id = NULL WHERE id IN (SELECT id FROM down);
        RETURN NULL;
        """
    ),
)
