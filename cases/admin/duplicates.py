"""The page of pairs that may be one person: side by side, likeliest first, each to be judged."""

from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from cases.side_by_side import Comparison, SideBySide
from config.records.admin.site import Page
from config.records.pairs import in_order
from people.choices import Verdict
from people.forms import ANY, Mark, PairQuestion, VerdictForm
from people.judging import judge
from people.models import Judgement, Person, Proposal

PER_PAGE = 10
LONGEST_KEY = 19
TITLES = {"": "Duplicates", ANY: "Duplicates: what was judged"}


def merge_address(one: Person, other: Person) -> str:
    """Where the two are merged, the older entry first; empty where that cannot be done."""
    first, second = in_order(one.pk, other.pk)
    try:
        address = reverse("admin:people_person_merge")
    except NoReverseMatch:
        return ""
    return f"{address}?{urlencode({'one': first, 'other': second})}"


# Which pairs


def pairs_asked_for(question: dict, user) -> QuerySet:
    """The pairs that this user may see and asks for; proposals, or judgements."""
    if question["judged"]:
        found = Judgement.objects.visible_to(user).select_related("by").order_by("-id")
        if question["judged"] != ANY:
            found = found.filter(verdict=question["judged"])
    else:
        found = Proposal.objects.open_to(user).best_first()
        if question["tier"]:
            found = found.filter(tier=question["tier"])
    for public_id in filter(None, (question["one"], question["other"])):
        found = found.filter(Q(one__public_id=public_id) | Q(other__public_id=public_id))
    if question["mine"]:
        found = found.filter(Q(one__entered_by=user) | Q(other__entered_by=user))
    return _after(found, question["after"])


def _after(found: QuerySet, mark: Mark | None) -> QuerySet:
    if mark is None:
        return found
    if found.model is Judgement:
        return found.filter(pk__lt=mark.key)
    return found.after(mark.score, mark.key)


@dataclass
class Listed:
    """A page of pairs, and from where the next one goes on."""

    comparisons: list[Comparison] = field(default_factory=list)
    next: str = ""

    @classmethod
    def read(cls, found: QuerySet, user) -> "Listed":
        rows = list(found[: PER_PAGE + 1])
        shown = {(row.one_id, row.other_id): row for row in rows[:PER_PAGE]}
        comparisons = SideBySide(shown, user).comparisons(shown) if shown else []
        if len(rows) <= PER_PAGE:
            return cls(comparisons)
        last = rows[PER_PAGE - 1]
        return cls(comparisons, str(Mark(getattr(last, "score", 0.0), last.pk)))


# The page


def duplicates(request):
    """Lists pairs; a verdict that is sent here is remembered, and the pair is not listed again."""
    if not request.user.has_perm("people.view_person"):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, request.GET)
    if _judged(request):
        return HttpResponseRedirect(_onwards(request))
    return _page(request, _where_it_is_now(request), typed=request.POST)


def _where_it_is_now(request):
    """The question that the pair answers: if it was judged meanwhile, the verdict is shown."""
    one, other = (request.POST.get(name, "") for name in ("one", "other"))
    if not all(key.isdecimal() and len(key) < LONGEST_KEY for key in (one, other)):
        return request.GET
    judged = Judgement.objects.visible_to(request.user).between(int(one), int(other)).first()
    if judged is None:
        return request.GET
    return {"judged": ANY, "one": judged.one.public_id, "other": judged.other.public_id}


def _page(request, asked, typed=MappingProxyType({})):
    question = PairQuestion(asked)
    listed = Listed()
    if question.is_valid():
        listed = Listed.read(pairs_asked_for(question.cleaned_data, request.user), request.user)
    asked = {name: value for name, value in asked.items() if name in question.fields}
    context = {
        **admin.site.each_context(request),
        "title": TITLES[ANY if asked.get("judged") else ""],
        "question": question,
        "asked": asked,
        "listed": listed,
        "blocks": _blocks(listed.comparisons, typed),
        "chips": _chips(asked),
        "next": _with(asked, after=listed.next) if listed.next else "",
        "may_judge": request.user.has_perm("people.change_person"),
        "verdicts": Verdict.choices,
    }
    return TemplateResponse(request, "admin/duplicates.html", context)


def _blocks(comparisons: list[Comparison], typed) -> list[dict]:
    """Each comparison with what its form holds, and the key of the pair that follows it."""
    keys = [comparison.pair.pk for comparison in comparisons]
    following = [*keys[1:], *keys[-2:-1], ""]
    return [
        _block(comparison, typed) | {"following": next_one}
        for comparison, next_one in zip(comparisons, following, strict=False)
    ]


def _block(comparison: Comparison, typed) -> dict:
    one, other = comparison.one.person, comparison.other.person
    is_typed = (typed.get("one"), typed.get("other")) == (str(one.pk), str(other.pk))
    same = comparison.judgement and comparison.judgement.verdict == Verdict.SAME
    return {
        "comparison": comparison,
        "why": typed.get("why", "") if is_typed else "",
        "merge": merge_address(one, other) if same else "",
    }


def _judged(request) -> bool:
    """Remember the verdict that was sent; tell how it went."""
    form = VerdictForm(request.POST)
    if not form.is_valid():
        for name, problems in form.errors.items():
            messages.error(request, f"{name}: {' '.join(problems)}")
        return False
    given = form.cleaned_data
    people = Person.objects.visible_to(request.user).in_bulk([given["one"], given["other"]])
    if len(people) < 2:
        raise Http404
    pair = people[given["one"]], people[given["other"]]
    try:
        judge(*pair, given["verdict"], by=request.user, why=given["why"], known=given["known"])
    except ValidationError as error:
        for problem in error.messages:
            messages.error(request, problem)
        return False
    messages.success(request, _told(*pair, given["verdict"]))
    return True


def _told(one: Person, other: Person, verdict: str):
    said = f"{one} and {other}: {Verdict(verdict).label}. It is remembered."
    address = merge_address(one, other) if verdict == Verdict.SAME else ""
    return format_html('{} <a href="{}">Merge them</a>', said, address) if address else said


def _onwards(request) -> str:
    """The same list, at the pair that follows the one that was judged."""
    following = request.POST.get("following", "")
    place = f"#pair-{following}" if following.isdecimal() else ""
    return request.get_full_path() + place


# Addresses


def _with(asked: dict, **changed) -> str:
    kept = {name: value for name, value in {**asked, **changed}.items() if value}
    return f"?{urlencode(kept)}"


def _chips(asked: dict) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """The ways to narrow the list: a heading, and for each choice label, address, chosen or not."""
    choices = {
        "judged": [("", "to be judged"), (ANY, "judged"), *Verdict.choices],
        "tier": [("", "any"), ("very likely", "very likely"), ("likely", "likely")],
        "mine": [("", "anybody"), ("yes", "me")],
    }
    headings = {"judged": "Pairs", "tier": "How alike", "mine": "Entered by"}
    if asked.get("judged"):
        del choices["tier"]
    kept = {name: value for name, value in asked.items() if name not in ("after",)}
    return [
        (
            headings[name],
            [
                (label, _with(kept, **{name: value}), asked.get(name, "") == value)
                for value, label in some
            ],
        )
        for name, some in choices.items()
    ]


admin.site.add_page(
    Page(
        "people/duplicates/",
        "duplicates",
        duplicates,
        app_label="people",
        label="Duplicates",
        permission="people.view_person",
    )
)
