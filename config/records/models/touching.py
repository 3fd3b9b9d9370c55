"""When something that readers see of a record last changed: kept by the database."""

import pgtrigger


def touched(*public_fields: str) -> pgtrigger.Trigger:
    """The database moves `updated_at` when, and only when, something that readers see changes.

    A draft's edits and a staff note move nothing: the time of a hidden change is hidden too. Under
    an embargo it is moved to the end of that, for then readers see a change. That an embargo which
    has ended is forgotten changes nothing.
    """
    columns = ", ".join(f"'{field}'" for field in ("state", "secrecy", *public_fields))
    return pgtrigger.Trigger(
        name="touch",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        declare=[("shown", "text[]")],
        func=pgtrigger.Func(
            f"""
            shown := ARRAY[{columns}];
            IF (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(NEW))
                WHERE key = ANY(shown))
               IS DISTINCT FROM
               (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(OLD))
                WHERE key = ANY(shown))
                OR GREATEST(OLD.embargoed_until, now())
                    IS DISTINCT FROM GREATEST(NEW.embargoed_until, now())
            THEN NEW.updated_at = GREATEST(now(), NEW.embargoed_until);
            END IF;
            RETURN NEW;
            """  # noqa: S608 our own words
        ),
    )
