"""What every field of a record may be filled with, for registers in which each has something."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

# A picture as it is kept; there is no file in this register.
KEPT = {"file": "pictures/a", "small_file": "pictures/b", "width": 4, "height": 3, "size": 1}
KEPT |= dict.fromkeys(("sha256", "small_sha256"), "0" * 64)

# Made by the model or by the database, not typed.
AUTOMATIC = {"public_id", "name_full", "name_shown", "search_keys", "text_sha256"}
AUTOMATIC |= {*KEPT}
# Words that only events of one kind may have.
ONLY_WITH_A_KIND = {"sentence_kind", "release_kind", "response_kind"}
# A date's standard form has to be one; its words carry the planted word.
EDTF = "2018"


def texts(model: type[models.Model], word: str) -> dict:
    """The word in every text that somebody types into a record of this kind."""
    found = {}
    for one in model._meta.concrete_fields:
        if one.name in AUTOMATIC or one.choices or one.name in ("state", "secrecy"):
            continue
        if isinstance(one, models.URLField):
            found[one.name] = f"https://example.org/{word}"
        elif isinstance(one, ArrayField):
            found[one.name] = [word]
        elif one.name.endswith("_edtf"):
            found[one.name] = EDTF
        elif isinstance(one, (models.CharField, models.TextField)):
            found[one.name] = word
        elif one.name.endswith("_latest"):
            found[one.name] = None
    return found | {f"{name[:-5]}_basis": "stated" for name in found if name.endswith("_edtf")}


def words_chosen(model: type[models.Model], *, hidden: bool) -> dict:
    """A word of each list; hidden records take others, so that a count of them would show."""
    found = {}
    for one in model._meta.concrete_fields:
        if one.choices and not one.has_default() and one.name not in ONLY_WITH_A_KIND:
            found[one.name] = one.choices[-1 if hidden else 0][0]
    return found
