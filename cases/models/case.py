"""A case: one person, one line of concern; what follows from its events and citations."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import TransactionNow
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models.functions import Greatest, Now
from django.urls import reverse
from django.utils import timezone

from cases.choices import CaseStatus, Verification
from cases.models.derived import DERIVED, TOLD, WORK_FIELDS, event_column, words_column
from cases.models.dossier import dossier
from cases.models.evidence import Evidence, EvidenceQuerySet
from cases.models.rules import CASE_UNSETTLES
from cases.models.settling import derive
from config.records.choices import State
from config.records.history import tracked
from config.records.models import Record, touched
from config.records.text import fold, words
from people.choices import NameDisplay
from people.models import Person
from people.models.rules import not_of_merged

BATCH = 500


class CaseQuerySet(EvidenceQuerySet):
    def bulk_create(self, objs, *args, **kwargs):
        for case in objs:
            case.prepare()
        return super().bulk_create(objs, *args, **kwargs)

    def unsettled(self) -> "CaseQuerySet":
        """Cases whose derived columns may be behind.

        Something changed, a sentence ended, or an embargo on what the case follows from did.
        """
        ended = models.Q(
            status=CaseStatus.SERVING_SENTENCE, sentence_end_latest__lt=timezone.localdate()
        )
        opened = models.Q(opens_at__lte=TransactionNow())
        return self.filter(models.Q(is_settled=False) | ended | opened)

    def settle(self) -> int:
        """Derive again whatever is unsettled; returns how many cases that were."""
        settled = 0
        while found := self._settle_some():
            settled += found
        return settled

    def _settle_some(self) -> int:
        with transaction.atomic():
            cases = list(self.unsettled().select_for_update(of=("self",)).order_by("pk")[:BATCH])
            derived = derive(cases, timezone.localdate())
            for case in cases:
                self._store(case, derived[case.pk])
            return len(cases)

    def _store(self, case: "Case", columns: dict) -> None:
        if any(getattr(case, name) != columns[name] for name in TOLD):
            # The database moves `updated_at` at this too.
            columns["changed_at"] = Greatest(Now(), "embargoed_until")
        # The plain queryset: settling must not set off settling.
        models.QuerySet(self.model).filter(pk=case.pk).update(is_settled=True, **columns)


@tracked(exclude=(*DERIVED, "is_settled", "opens_at", "search_keys"))
class Case(Evidence):
    """One line of concern about one person, who may have several: cases are not people.

    The columns under "Derived" follow from the events and citations that the case's own readers
    may see; `settling.py` computes them and nobody types them.
    """

    ID_PREFIX = "C"
    VISIBLE_THROUGH = ("person",)
    ROWS = (
        ("cases.event", "case"),
        ("cases.participation", "case"),
        ("cases.citation", "case"),
    )
    PUBLIC_FIELDS = ("person", "title", "summary", "noindex", *DERIVED)
    STAFF_FIELDS = (*Record.STAFF_FIELDS, *WORK_FIELDS)

    # Shown to readers
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="cases", help_text="Public. Whom it is about."
    )
    title = models.CharField(
        max_length=200, blank=True, help_text="Public. A few words: 'sentenced for a ritual'."
    )
    summary = models.TextField(blank=True, help_text="Public. In our own words; no names withheld.")
    noindex = models.BooleanField(
        "not for search engines",
        default=False,
        help_text="Public. Asks search engines to leave out the pages of this case and of its "
        "events; readers see them as before.",
    )

    # Only staff see these
    priority = models.PositiveSmallIntegerField(
        default=0, help_text="Only staff read this. Higher comes first in the queue."
    )
    next_review_on = models.DateField(null=True, blank=True, help_text="Only staff read this.")

    # Derived
    status = models.CharField(
        max_length=24,
        choices=CaseStatus.choices,
        default=CaseStatus.UNKNOWN,
        editable=False,
        db_index=True,
        help_text="Public. Derived from the events.",
    )
    status_event = event_column("the event that the status rests on")
    status_as_of = event_column("the last event that tells of the status")
    deprived_event = event_column("the first loss of liberty")
    released_event = event_column("the last release")
    died_event = event_column("the death")
    sentenced_event = event_column("the last sentence")
    facility = models.ForeignKey(
        "cases.Facility",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="cases_now",
        help_text="Public. Derived: where the person is held now.",
    )
    sentence_months = models.PositiveIntegerField(
        null=True, editable=False, help_text="Public. Derived: the length of the last sentence."
    )
    sentence_end_earliest = models.DateField(
        null=True, editable=False, help_text="Public. Computed from sentence and length."
    )
    sentence_end_latest = models.DateField(
        null=True, editable=False, help_text="Public. Computed from sentence and length."
    )
    verification = models.CharField(
        max_length=24,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
        editable=False,
        db_index=True,
        help_text="Public. Derived from the citations.",
    )
    source_count = models.PositiveIntegerField(default=0, editable=False, help_text="Public.")
    origin_count = models.PositiveIntegerField(
        default=0, editable=False, help_text="Public. Sources that go back to one count as one."
    )
    citation_count = models.PositiveIntegerField(default=0, editable=False, help_text="Public.")
    last_source = models.ForeignKey(
        "cases.Source",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text="Public. Derived: the most recent source that supports the status.",
    )
    kinds = words_column("the kinds of its events, in the order of their letters")
    reasons = words_column("the reasons that its events name, official and presumed")
    changed_at = models.DateTimeField(
        default=timezone.now,
        editable=False,
        help_text="Public. When anything that readers see of the case last changed.",
    )
    is_settled = models.BooleanField(default=False, editable=False)
    opens_at = models.DateTimeField(null=True, editable=False)
    search_keys = ArrayField(models.TextField(), default=list, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta(Record.Meta):
        indexes = [
            models.Index(fields=["changed_at", "id"], name="case_by_change"),
            models.Index(
                fields=["id"], condition=models.Q(is_settled=False), name="case_unsettled"
            ),
            models.Index(
                fields=["opens_at"],
                condition=models.Q(opens_at__isnull=False),
                name="case_opens",
            ),
            models.Index(
                fields=["sentence_end_latest"],
                condition=models.Q(status=CaseStatus.SERVING_SENTENCE),
                name="case_sentence_end",
            ),
            GinIndex(fields=["search_keys"], name="case_keys"),
        ]
        triggers = [
            *Record.Meta.triggers,
            CASE_UNSETTLES,
            not_of_merged("person_id"),
            touched(
                *("person_id", "title", "summary", "noindex"),
                *("status", "verification", "kinds", "reasons"),
            ),
        ]

    @classmethod
    def telling(cls, query: str) -> models.Q:
        """The condition that title or summary has every word of the query, however accented."""
        keys = words(query)
        return models.Q(search_keys__contains=keys) if keys else models.Q(pk__in=[])

    def prepare(self) -> None:
        """Fill in what follows from title and summary: their words, to be found by."""
        self.search_keys = words(f"{self.title} {self.summary}")

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

    def tell(self, user) -> None:
        self.person.tell(user)

    @property
    def is_not_for_search_engines(self) -> bool:
        """Where the case asks for it, or whom it is about."""
        return self.noindex or self.person.noindex

    def get_absolute_url(self) -> str:
        return reverse("case", args=[self.public_id])

    def together(self) -> list[Record]:
        """The dossier: person, ties, events, who took part, citations, and all that these name."""
        return dossier(self)

    def missing(self) -> list[str]:
        return [message for message, holds in self._requirements().items() if not holds]

    def gaps(self) -> list[str]:
        cited = models.Q(case=self) | models.Q(event__case=self)
        cited |= models.Q(event__participations__case=self)
        passages = apps.get_model("cases", "Citation").objects.filter(cited).exclude(quote="")
        found = {
            "No event tells what became of the person.": self.status == CaseStatus.UNKNOWN,
            "No citation quotes a passage.": not passages.exists(),
        }
        return [message for message, holds in found.items() if holds]

    def _requirements(self) -> dict[str, bool]:
        return {
            "Publish the person first: the person's own record is not published.": (
                self.person.state == State.PUBLISHED
            ),
            "Enter at least one event: what happened to the person.": (
                self.events.filter(state=State.PUBLISHED).exists()
                or self.participations.filter(state=State.PUBLISHED).exists()
            ),
            "Cite at least one public source for the case or one of its events.": (
                self.source_count > 0
            ),
            "The title or summary holds a name that is not to be shown.": not self._tells_a_name(),
        }

    def _tells_a_name(self) -> bool:
        if self.person.name_display == NameDisplay.FULL:
            return False
        told = fold(f"{self.title} {self.summary}")
        return any(fold(name.text) in told for name in self.person.names.all())
