"""Proposals: pairs of people whose names are so alike that somebody should look at them."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from config.records.pairs import PairQuerySet
from people.models.judgement import Judgement
from people.models.pair import Pair
from people.models.person import Person


class ProposalQuerySet(PairQuerySet):
    def visible_to(self, user) -> "ProposalQuerySet":
        """Also hidden where it follows from a name or person that this user may not see."""
        found = super().visible_to(user)
        if found.query.is_empty() or sees_sealed(user):
            return found
        return found.filter(is_sealed=False)

    def open_to(self, user) -> "ProposalQuerySet":
        """What this user may still be asked: nobody has judged the two."""
        judged = Judgement.objects.filter(one=OuterRef("one"), other=OuterRef("other"))
        return self.visible_to(user).filter(~Exists(judged))

    def best_first(self) -> "ProposalQuerySet":
        return self.order_by("-score", "-id")

    def after(self, score: float, key: int) -> "ProposalQuerySet":
        """What comes after the proposal with this score and key, the best first."""
        return self.filter(Q(score__lt=score) | Q(score=score, pk__lt=key))


def sees_sealed(user) -> bool:
    """Whether sealed names and sealed people are open to this user."""
    return user.has_perms(["people.unseal_person", "people.unseal_personname"])


class Proposal(Pair):
    """Two people who may be one, found by comparing their names.

    It holds no word of either name: the reasons are told anew from what the reader may see. The
    database drops it when a name that it may follow from is changed, sealed or deleted.
    """

    STAFF_FIELDS = ("id", "one", "other", "score", "tier", "is_sealed", "rules", "at")

    score = models.FloatField(help_text="Only staff read this. How alike, from 0 to 1.")
    tier = models.CharField(max_length=20, help_text="Only staff read this. How sure we are.")
    is_sealed = models.BooleanField(
        default=False,
        help_text="Only staff read this. Found by what only chiefs see, so only they see it.",
    )
    rules = models.PositiveIntegerField(
        help_text="Only staff read this. The version of the rules that it was found by."
    )
    at = models.DateTimeField(default=timezone.now, help_text="Only staff read this.")

    objects = ProposalQuerySet.as_manager()

    class Meta(Pair.Meta):
        indexes = [models.Index(fields=["-score", "-id"], name="proposal_best")]


class Sweep(models.Model):
    """One pass over all people in search of pairs; it goes on where it was broken off."""

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "rules", "began_at", "ended_at", "last")

    rules = models.PositiveIntegerField(help_text="Only staff read this. The version of the rules.")
    began_at = models.DateTimeField(default=timezone.now, help_text="Only staff read this.")
    ended_at = models.DateTimeField(null=True, help_text="Only staff read this.")
    last = models.BigIntegerField(
        default=0, help_text="Only staff read this. The key of the last person looked at."
    )

    class Meta:
        default_permissions = ()
        get_latest_by = "id"

    def __str__(self) -> str:
        return f"sweep {self.pk}"

    def people(self) -> models.QuerySet[Person]:
        """Who is still to be looked at, in the order in which it is done."""
        return Person.objects.filter(pk__gt=self.last).order_by("pk")
