"""The admin's pages on which two people are merged, and parted again."""

from collections import Counter
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from config.records.accounts.sessions import ask_first, recently_confirmed
from config.records.admin import RecordAdmin
from config.records.admin.moves import seen
from config.records.forms import typed
from config.records.models import Record
from config.records.refusals import tried
from people.actions import merge, rehearse, rehearse_unmerge, unmerge
from people.ledger import Entry
from people.models import Merge, Person, Relationship
from people.parting import told

LISTED = 200
CHOICE = "choice-"
REASON = "why"


@admin.action(description="Merge the two selected people", permissions=["merge"])
def merge_selected(model_admin, request, queryset):
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
    if len(keys) != 2:
        messages.error(request, "Select exactly two people to merge.")
        return None
    where = reverse("admin:people_person_merge")
    return HttpResponseRedirect(f"{where}?one={keys[0]}&other={keys[1]}")


class PairForm(forms.Form):
    """Whom to merge with whom: chosen by typing a name, or by an id where there is no script."""

    one = forms.ModelChoiceField(Person.objects.none(), required=False, label="the one")
    one_id = forms.CharField(required=False, max_length=12, label="or the id of the one")
    other = forms.ModelChoiceField(Person.objects.none(), required=False, label="the other")
    other_id = forms.CharField(required=False, max_length=12, label="or the id of the other")

    def __init__(self, data, model_admin, user):
        super().__init__(data)
        self.visible = Person.objects.visible_to(user)
        for name in ("one", "other"):
            box = self.fields[name]
            box.queryset, box.label_from_instance = self.visible, model_admin.describe
            link = Relationship._meta.get_field("to_person")
            box.widget = AutocompleteSelect(link, model_admin.admin_site)
            box.widget.choices = box.choices

    def clean(self):
        cleaned = super().clean()
        found = {name: self._meant(name) for name in ("one", "other")}
        for name, person in found.items():
            if person is None and name not in self.errors:
                self.add_error(name, "Choose somebody who is in the register.")
        if found["one"] is not None and found["one"] == found["other"]:
            self.add_error("other", "A merge takes two people.")
        return cleaned | found

    def _meant(self, name: str) -> Person | None:
        by_id = self.visible.known_as(self.cleaned_data.get(f"{name}_id") or "").first()
        return by_id or self.cleaned_data.get(name)


class MergePages(RecordAdmin):
    """What the admin of people has besides: merging two, and parting them again."""

    change_form_template = "admin/person_form.html"

    def has_merge_permission(self, request):
        return request.user.has_perm("people.merge_person")

    def get_urls(self):
        views = {
            "merge/": (self.merge_view, "merge"),
            "merges/": (self.merges_view, "merges"),
            "merges/<key:pk>/undo/": (self.unmerge_view, "unmerge"),
        }
        pages = [
            path(place, self.admin_site.admin_view(view), name=f"people_person_{name}")
            for place, (view, name) in views.items()
        ]
        return [*pages, *super().get_urls()]

    def of_id(self, queryset, public_id):
        """The id of somebody who was merged finds who answers for them."""
        return queryset.known_as(public_id)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and self.has_merge_permission(request):
            context["may_merge"] = True
            merges = Merge.objects.visible_to(request.user).standing().filter(kept=obj)
            context["merges"] = merges.select_related("absorbed", "by")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Whoever was merged is no longer there; the page of who answers for them is."""
        answers = self._answers_for(request, object_id)
        if answers is None:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        messages.info(request, f"This entry was merged into {answers}.")
        return HttpResponseRedirect(self._page("change", answers.pk))

    def _answers_for(self, request, key) -> Person | None:
        merged = self.model._base_manager.filter(pk=key) if str(key).isdecimal() else None
        gone = merged.first() if merged is not None and len(str(key)) < 18 else None
        visible = Person.objects.visible_to(request.user)
        return visible.filter(pk=gone.merged_into_id).first() if gone else None

    # Merging

    def merge_view(self, request):
        """First whom, then both side by side; done when a reason is given."""
        self._require_merger(request)
        if not recently_confirmed(request):
            pair = {name: request.POST[name] for name in ("one", "other") if name in request.POST}
            return ask_first(request, f"{request.path}?{urlencode(pair)}" if pair else "")
        asked = request.POST if request.method == "POST" else request.GET
        form = PairForm(_sensible(asked), self, request.user)
        if not form.is_valid():
            return self._choose(request, form, asked)
        one, other = form.cleaned_data["one"], form.cleaned_data["other"]
        choices = {
            name.removeprefix(CHOICE): value
            for name, value in asked.items()
            if name.startswith(CHOICE)
        }
        if request.method == "POST" and self._merge(request, one, other, choices):
            return HttpResponseRedirect(reverse("admin:people_person_merges"))
        return self._side_by_side(request, one, other, choices)

    def _merge(self, request, one: Person, other: Person, choices: dict) -> bool:
        why, lose = typed(request, REASON), "lose" in request.POST
        done, problems = tried(
            lambda: merge(one, other, by=request.user, why=why, choices=choices, lose=lose)
        )
        for problem in problems:
            messages.error(request, f"Nothing was merged. {problem}")
        if done:
            messages.success(request, f"{done.absorbed} was merged into {done.kept}.")
        return bool(done)

    def _choose(self, request, form: PairForm, asked) -> TemplateResponse:
        if not any(asked.get(name) for name in form.fields):
            form = PairForm(None, self, request.user)
        context = {"title": "Merge two people", "form": form, "media": self.media + form.media}
        return self._answer(request, "admin/person_merge_choose.html", context)

    def _side_by_side(self, request, one: Person, other: Person, choices: dict):
        outcome, problems = tried(lambda: rehearse(one, other, by=request.user, choices=choices))
        context = {
            "title": f"Merge {one} and {other}",
            "pair": [one, other],
            "problems": problems,
            "outcome": outcome,
            "why": typed(request, REASON),
            "choices": choices,
        }
        if outcome:
            aside = [entry for entry in outcome.rows if entry.what == "set aside"]
            context["lines"] = [(line, choices.get(line.name, "")) for line in outcome.lines]
            # As they are, not as the rehearsal left them.
            rows = {person.pk: self._row(person) for person in (one, other)}
            context["kept"] = rows[outcome.kept.pk]
            context["absorbed"] = rows[outcome.absorbed.pk]
            context["moved"] = self._counts(request, outcome.rows, "moved")
            context["aside"] = self._rows(request, [entry.stored for entry in aside])
            context["lost"] = self._rows(request, outcome.lost)
        return self._answer(request, "admin/person_merge.html", context)

    # Parting

    def merges_view(self, request):
        """The last merges, newest first, those undone included."""
        self._require_merger(request)
        merges = Merge.objects.visible_to(request.user)
        found = merges.select_related("kept", "absorbed", "by", "undone_by")[:LISTED]
        rows = [(one, told(one.conflicts, request.user)) for one in found]
        return self._answer(
            request, "admin/person_merges.html", {"title": "Merges of people", "merges": rows}
        )

    def unmerge_view(self, request, pk: int):
        """What goes back and what cannot; done when a reason is given."""
        self._require_merger(request)
        found = Merge.objects.visible_to(request.user).select_related("kept", "absorbed")
        done = found.filter(pk=pk).first()
        if done is None:
            raise Http404
        along = tuple(request.POST.getlist("along"))
        if request.method == "POST" and self._unmerge(request, done, along):
            return HttpResponseRedirect(reverse("admin:people_person_merges"))
        return self._before_parting(request, done, along)

    def _unmerge(self, request, done: Merge, along: tuple[str, ...]) -> bool:
        why = typed(request, REASON)
        result, problems = tried(lambda: unmerge(done, by=request.user, why=why, along=along))
        for problem in problems:
            messages.error(request, f"Nothing was undone. {problem}")
        for sentence in result.told if result else ():
            messages.warning(request, sentence)
        if result:
            messages.success(request, f"{done.absorbed} and {done.kept} are two people again.")
        return bool(result)

    def _before_parting(self, request, done: Merge, along: tuple[str, ...]):
        result, problems = tried(lambda: rehearse_unmerge(done, by=request.user))
        context = {
            "title": f"Undo the merge of {done.absorbed} into {done.kept}",
            "merge": done,
            "problems": problems,
            "result": result,
            "why": typed(request, REASON),
        }
        if result:
            added = seen(result.added, request.user)
            places = [f"{row._meta.label}:{row.pk}" for row in added]
            context["added"] = [
                (place, self._row(row), place in along)
                for place, row in zip(places, added, strict=True)
            ]
            context["returned"] = self._counts(request, result.returned, "moved")
            context["lost"] = self._rows(request, result.lost)
        return self._answer(request, "admin/person_unmerge.html", context)

    # What both have

    def _require_merger(self, request) -> None:
        if not self.has_merge_permission(request):
            raise PermissionDenied

    def _answer(self, request, template: str, context: dict) -> TemplateResponse:
        about = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, template, {**about, **context})

    def _rows(self, request, records: list) -> list[dict]:
        of_records = [row for row in records if isinstance(row, Record)]
        return [self._row(row) for row in seen(of_records, request.user)]

    def _counts(self, request, entries: list[Entry], what: str) -> list[tuple[str, int]]:
        """How many rows of each kind, of those that the user may see: ("case", 1)."""
        moved = [entry.stored for entry in entries if entry.what == what]
        visible = seen([row for row in moved if isinstance(row, Record)], request.user)
        counts = Counter(type(row) for row in visible)
        told = [
            (str(kind._meta.verbose_name_plural if number > 1 else kind._meta.verbose_name), number)
            for kind, number in counts.items()
        ]
        return sorted(told)


def _sensible(asked):
    """What was asked, without keys that are no numbers and signs that no id has."""
    plain = asked.copy()
    for name in ("one", "other"):
        key = plain.get(name, "")
        plain[name] = key if key.isascii() and key.isdigit() and len(key) < 18 else ""
        plain[f"{name}_id"] = plain.get(f"{name}_id", "").replace("\0", "")
    return plain
