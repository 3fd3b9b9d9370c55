"""The pages on which an article is taken in: given in one of four ways, looked at, kept."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from cases import waiting
from cases.article_forms import GivenForm, ReadForm, initial
from cases.keeping import NOT_STORED, enter, keep_taken
from cases.known import one_article_at_a_time
from cases.models import Snapshot, Source
from cases.originals import NotStored
from config.records.admin.site import Page
from config.records.refusals import Refused, refusals_told
from config.records.uploads import was_too_large

GONE = "What was taken in does not wait any more. Give the article again."


def new_article(request):
    """First how the article is given; then what was read in it, under a ticket in the address."""
    if not request.user.has_perms(["cases.add_source", "cases.add_snapshot"]):
        raise PermissionDenied
    ticket = request.GET.get("ticket")
    return _look(request, ticket) if ticket else _take(request)


# How it is given


def _take(request):
    if request.method != "POST":
        return _page(request, "admin/article_given.html", "New article", form=GivenForm())
    form = GivenForm(request.POST, request.FILES, too_large=was_too_large(request))
    if form.is_valid():
        try:
            ticket = waiting.leave(form.taken, request.user)
        except NotStored:
            form.add_error(None, NOT_STORED)
        else:
            return HttpResponseRedirect(f"?{urlencode({'ticket': ticket})}")
    return _page(request, "admin/article_given.html", "New article", form=form)


# What was read in it


def _look(request, ticket: str):
    try:
        taken = waiting.take_up(ticket, request.user)
    except waiting.Gone:
        messages.warning(request, GONE)
        return HttpResponseRedirect(request.path)
    form_class = type("ReadForm", (ReadForm,), {"editor": request.user})
    if request.method != "POST":
        form = form_class(initial=initial(taken, request.user), taken=taken)
    else:
        with transaction.atomic():
            one_article_at_a_time()
            form = form_class(request.POST, taken=taken)
            kept = _kept(request, form) if form.is_valid() else None
            if kept:
                waiting.let_go(ticket, request.user)
                return HttpResponseRedirect(reverse("admin:cases_snapshot_change", args=[kept.pk]))
    return _page(
        request, "admin/article_read.html", "New article: look it over", form=form, taken=taken
    )


def _kept(request, form: ReadForm) -> Snapshot | None:
    """Enter or keep what the form says, and tell how it went."""
    text, chosen = form.cleaned_data["text"], form.chosen
    try:
        with refusals_told():
            if chosen:
                kept = keep_taken(chosen, form.taken, text, by=request.user)
            else:
                kept = enter(
                    form.source(),
                    form.taken,
                    text,
                    by=request.user,
                    new_publisher=form.publisher_to_enter,
                )
    except ValidationError as error:
        form.add_error(None, error)
        return None
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    told = "a newer copy is kept" if chosen else "entered as a draft, with its kept copy"
    messages.success(request, f"{kept.source}: {told} ({kept}).")
    return kept


def _page(request, template: str, title: str, **context) -> TemplateResponse:
    shared = {**admin.site.each_context(request), "title": title, "opts": Source._meta}
    return TemplateResponse(request, template, {**shared, **context})


admin.site.add_page(
    Page(
        "cases/source/new-article/",
        "cases_source_take_in",
        new_article,
        app_label="cases",
        label="New article",
        permission="cases.add_source",
    )
)
