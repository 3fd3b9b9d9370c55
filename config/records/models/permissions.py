"""Whether somebody has Django's permission for a verb on a kind of record."""

from django.db import models


def may(user, verb: str, model: type[models.Model] | models.Model) -> bool:
    """By the user's groups; which of the records they may see is another question."""
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")
