"""Rules about names that the database keeps by trigger."""

import pgtrigger

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
