"""The page on which staff say whether a source goes back to the same origin as another."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from cases.models import Source
from cases.origins import Proposed, mark_independent, mark_same, proposals
from config.records.forms import typed
from config.records.refusals import Refused, refusals_told

SAME, INDEPENDENT = "same", "independent"


def address(source: Source) -> str:
    return reverse("admin:cases_source_origin", args=[source.pk])


def origin_page(request, pk: int):
    """Lists what is proposed; what is answered here is remembered, and not asked again."""
    source = Source.objects.visible_to(request.user).filter(pk=pk).first()
    if source is None:
        raise Http404
    if not request.user.has_perm("cases.change_source"):
        raise PermissionDenied
    if request.method == "POST":
        _answer(request, source)
        return HttpResponseRedirect(address(source))
    describe = admin.site.get_model_admin(Source).describe
    context = {
        **admin.site.each_context(request),
        "title": f"Origin of {source}",
        "source": source,
        "described": describe(source),
        "origin": _seen(source.origin, request.user),
        "resting": Source.objects.visible_to(request.user).filter(origin=source).order_by("pk"),
        "rows": [_row(one, describe) for one in proposals(source, request.user)],
    }
    return TemplateResponse(request, "admin/source_origin.html", context)


def _seen(origin: Source | None, user) -> Source | None:
    if origin and Source.objects.visible_to(user).filter(pk=origin.pk).exists():
        return origin
    return None


def _row(proposed: Proposed, describe) -> dict:
    return {
        "proposed": proposed,
        "described": describe(proposed.source),
        "address": reverse("admin:cases_source_change", args=[proposed.source.pk]),
    }


def _answer(request, source: Source) -> None:
    """Do what was answered about the two, or tell why not."""
    other = Source.objects.visible_to(request.user)
    other = other.filter(public_id=typed(request, "other")).first()
    verb = {SAME: mark_same, INDEPENDENT: mark_independent}.get(request.POST.get("answer"))
    if other is None or verb is None:
        raise Http404
    try:
        with refusals_told():
            verb(source, other, by=request.user, why=request.POST.get("why", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        said = "are of one origin" if verb is mark_same else "are independent"
        messages.success(request, f"{source} and {other} {said}. It is remembered.")
