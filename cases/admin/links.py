"""What the links of sources answer: a column and a filter of their list."""

from django.contrib import admin

from cases.models import Source
from cases.outcomes import LinkOutcome

NOT_ASKED = "not_asked"


class LinkNow(admin.SimpleListFilter):
    """Sources by what their link answered when it was last asked."""

    title = "link"
    parameter_name = "link"

    def lookups(self, request, model_admin):
        return [*LinkOutcome.choices, (NOT_ASKED, "not asked")]

    def queryset(self, request, queryset):
        if self.value() == NOT_ASKED:
            return queryset.filter(link_check=None).exclude(url="")
        if self.value() not in LinkOutcome.values:
            return queryset
        return queryset.filter(link_check__outcome=self.value())


def told(source: Source) -> str:
    """What the link answers, and since when it does not."""
    check = getattr(source, "link_check", None)
    if check is None:
        return "not asked" if source.url else ""
    if check.outcome == LinkOutcome.ANSWERS:
        return check.get_outcome_display()
    return f"{check.get_outcome_display()} since {check.since:%-d %B %Y}"
