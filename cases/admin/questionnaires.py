"""Forms of the United Nations for one case: what is missing, a page to print, a document."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation

from cases import shown
from cases.models import Case
from cases.questionnaires import detention, disappearance
from cases.questionnaires.form import Questionnaire
from cases.questionnaires.known import Known, Submitter
from cases.questionnaires.word import document
from config.records.admin.site import Page
from config.records.downloads import handed_over
from config.records.logbook import opened, printed
from config.records.models import may
from people.sharing import lacking_to_share

FORMS = {one.SLUG: one for one in (detention, disappearance)}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The Working Groups read English, French and Spanish; our words for what is asked are English.
LANGUAGE = "en"


def forms_of(request, case: Case | None) -> str:
    """Where the forms of a case are, for who may make them."""
    if case is None or not may(request.user, "change", Case):
        return ""
    return reverse("admin:questionnaires", args=[case.pk])


def questionnaires(request, pk: int) -> TemplateResponse:
    """Both forms of a case: whether they may be made, and what each still lacks."""
    case = _case(request, pk)
    context = {
        **admin.site.each_context(request),
        "opts": Case._meta,
        "title": "Forms of the United Nations",
        "case": case,
        "lacks": lacking_to_share(case.person_id),
        "forms": [_filled(case, request.user, slug) for slug in FORMS],
    }
    return TemplateResponse(request, "admin/questionnaires.html", context)


def to_print(request, pk: int, slug: str) -> HttpResponse:
    """One form as a page to print; without the consent, which is missing and nothing else."""
    case = _case(request, pk)
    form = _filled(case, request.user, slug)
    lacks = lacking_to_share(case.person_id)
    if lacks:
        return _refused(request, case, lacks)
    printed(by=request.user, kind=f"form of the {form.body}"[:60], form="html")
    context = {"case": case, "form": form, "register_name": settings.REGISTER_NAME}
    with translation.override(LANGUAGE):
        return render(request, "dossier/questionnaire.html", context)


def as_document(request, pk: int, slug: str) -> HttpResponse:
    """The same for a word processor."""
    case = _case(request, pk)
    form = _filled(case, request.user, slug)
    lacks = lacking_to_share(case.person_id)
    if lacks:
        return _refused(request, case, lacks)
    made = (document(one, settings.REGISTER_NAME, case.changed_at) for one in [form])
    return handed_over(
        request,
        made,
        of=Case,
        kind=f"form of the {form.body}"[:60],
        name=f"{case.public_id}-{slug}",
        form="docx",
        media_type=WORD,
    )


def _case(request, pk: int) -> Case:
    if not may(request.user, "change", Case):
        raise PermissionDenied
    beside = shown.beside_person(request.user, "person__")
    found = Case.objects.visible_to(request.user).select_related("person")
    case = found.prefetch_related(*beside).filter(pk=pk).first()
    if case is None:
        raise Http404
    opened(case, by=request.user)
    case.tell(request.user)
    return case


def _filled(case: Case, user, slug: str) -> Questionnaire:
    if slug not in FORMS:
        raise Http404
    with translation.override(LANGUAGE):
        submitter = Submitter(settings.REGISTER_NAME, settings.CONTACT)
        return FORMS[slug].fill(Known(case, user), submitter)


def _refused(request, case: Case, lacks: str) -> HttpResponse:
    context = {"title": "No form can be made", "case": case, "lacks": lacks, "opts": Case._meta}
    context = admin.site.each_context(request) | context
    return render(request, "admin/questionnaires.html", context, status=403)


_ROUTE = "cases/case/<key:pk>/forms/"
admin.site.add_page(Page(_ROUTE, "questionnaires", questionnaires))
admin.site.add_page(Page(f"{_ROUTE}<slug:slug>/", "questionnaire", to_print))
admin.site.add_page(Page(f"{_ROUTE}<slug:slug>.docx", "questionnaire-document", as_document))
