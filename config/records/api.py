"""The API's parts: read-only views of records, their pages, their errors and their downloads."""

from functools import cache
from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import exceptions, filters, renderers, serializers, viewsets
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.views import exception_handler

from config.records.addresses import ERASED, WITHDRAWN, became
from config.records.cells import plain
from config.records.chosen_columns import ABOUT, UnknownColumn, chosen
from config.records.columns import Column, rows
from config.records.downloads import handed_over
from config.records.exports import FORMATS
from config.records.filters import PLACES, RESERVED, RecordFilter
from config.records.formats import SuffixFirst
from config.records.logbook import opened
from config.records.models import Record
from config.records.paging import NoSuchPage, Page, page_of
from config.records.token_doors import TokenMayDownload


def explain(error: Exception, context: dict) -> Response | None:
    """Errors as JSON, whatever format was asked for: {"errors": {"status": ["…"]}}."""
    response = exception_handler(error, context)
    if response is None:
        return None
    detail = response.data
    errors = detail if "detail" not in detail else {"detail": [str(detail["detail"])]}
    response.data = {"errors": errors}
    response.content_type = "application/json"
    return response


COUNT = "How many answer; null of more than 10,000 events, relationships or citations."
GONE = {ERASED: "This record was erased for good.", WITHDRAWN: "A record was withdrawn."}


class Gone(exceptions.APIException):
    """Everybody saw the record until it was withdrawn, or erased for good."""

    status_code = HTTPStatus.GONE
    default_detail = GONE[WITHDRAWN]
    default_code = "gone"


def link_to(request, name: str, place: str) -> str:
    """The same question at another place of its answers."""
    question = request.query_params.copy()
    for other in PLACES:
        question.pop(other, None)
    question[name] = place
    return f"{request.build_absolute_uri(request.path)}?{question.urlencode()}"


class RecordPagination(BasePagination):
    """Pages of 50, or of page_size, at most 200; next and previous stay while rows change."""

    page_size, most = 50, 200
    ABOUT = {
        "page": "A page by its number, from 1.",
        "after": "The page after a place; `next` of an answer holds it.",
        "before": "The page before a place; `previous` of an answer holds it.",
        "page_size": f"Rows on a page, from 1 to {most}.",
    }

    def get_page_size(self, request) -> int:
        asked = request.query_params.get("page_size", str(self.page_size))
        if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= self.most):
            message = f"Write a number from 1 to {self.most}."
            raise exceptions.ValidationError({"page_size": [message]})
        return int(asked)

    def page_of(self, filterset: RecordFilter, request) -> Page:
        try:
            return page_of(filterset, request.query_params, self.get_page_size(request))
        except NoSuchPage as error:
            if error.parameter:
                message = {error.parameter: [str(error)]}
                raise exceptions.ValidationError(message) from error
            raise exceptions.NotFound(str(error)) from error

    def answer(self, request, page: Page, results: list[dict], most: int) -> Response:
        """most: how far rows were counted; of more than that no number is told."""
        count = None if most and page.count > most else page.count
        beside = {"next": page.after, "previous": page.before}
        links = {name: place and link_to(request, *place) for name, place in beside.items()}
        return Response({"count": count, **links, "results": results})

    def get_schema_operation_parameters(self, view) -> list[dict]:
        kinds = {"page": "integer", "page_size": "integer"}
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": about,
                "schema": {"type": kinds.get(name, "string")},
            }
            for name, about in self.ABOUT.items()
        ]

    def get_paginated_response_schema(self, schema: dict) -> dict:
        address = {"type": "string", "nullable": True, "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "nullable": True, "description": COUNT},
                "next": address,
                "previous": address,
                "results": schema,
            },
        }


class StrictFilterBackend(DjangoFilterBackend):
    """The record's filter set; what it does not understand is a 400 that says what."""

    def filter_queryset(self, request, queryset, view):
        filterset = self.get_filterset(request, queryset, view)
        if filterset.errors:
            raise exceptions.ValidationError(filterset.errors)
        view.columns_asked = (*view.columns, *filterset.told())
        view.filterset = filterset
        return filterset.qs

    def get_filterset_kwargs(self, request, queryset, view) -> dict:
        # A format suffix names the door, not the question.
        return {"data": request.query_params, "queryset": queryset, "request": request}


class ChosenColumns(filters.BaseFilterBackend):
    """The columns that `columns` names; a name that no column has is a 400 that says which do."""

    def filter_queryset(self, request, queryset, view):
        view.columns_asked = self.of(request, view.columns_asked)
        return queryset

    @staticmethod
    def of(request, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        try:
            return chosen(columns, request.query_params.getlist("columns"))
        except UnknownColumn as error:
            raise exceptions.ValidationError({"columns": [str(error)]}) from error

    def get_schema_operation_parameters(self, view) -> list[dict]:
        return [
            {
                "name": "columns",
                "in": "query",
                "required": False,
                "description": ABOUT,
                "schema": {"type": "string"},
            }
        ]


class _Download(renderers.BaseRenderer):
    """Lets a format suffix be asked for; only errors are rendered here, rows are streamed."""

    def render(self, data: Any, media_type=None, context=None) -> bytes:
        return renderers.JSONRenderer().render(data)


DOWNLOADS = [
    type(
        f"{name.title()}Renderer",
        (_Download,),
        {"format": name, "media_type": form.media_type.split(";")[0]},
    )
    for name, form in FORMATS.items()
]

FIELDS = {
    "number": serializers.FloatField,
    "day": serializers.DateField,
    "time": serializers.DateTimeField,
    "yes or no": serializers.BooleanField,
    "list": lambda **options: serializers.ListField(child=serializers.CharField(), **options),
    "words": lambda **options: serializers.ListField(child=serializers.CharField(), **options),
}


@cache
def serializer_of(
    model: type[Record], columns: tuple[Column, ...], told: tuple[Column, ...]
) -> type[serializers.Serializer]:
    """A serializer that describes rows of these columns, for the schema; `told` may be absent."""
    fields = {}
    for column in (*columns, *told):
        field = FIELDS.get(column.kind_in(model), serializers.CharField)
        always = column not in told
        fields[column.name] = field(help_text=column.about, allow_null=True, required=always)
    return type(f"{model.__name__}Serializer", (serializers.Serializer,), fields)


def row_object(columns: tuple[Column, ...], row: tuple) -> dict[str, Any]:
    """A row as the API gives it: the same cells as in a JSON Lines file."""
    cells = (column.cell(value) for column, value in zip(columns, row, strict=True))
    return {
        column.name: list(cell) if isinstance(cell, list) else plain(cell)
        for column, cell in zip(columns, cells, strict=True)
    }


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """One kind of record: a list to filter and download, and each record with what belongs to it.

    `related` maps a name to (columns, function of record and user that gives a queryset).
    """

    model: type[Record]
    columns: tuple[Column, ...]
    related: dict[str, tuple] = {}
    lookup_field = "public_id"
    lookup_value_regex = "[A-Z]{1,2}-[0-9A-Z]{6}"
    filter_backends = [StrictFilterBackend, ChosenColumns]
    content_negotiation_class = SuffixFirst
    renderer_classes = [renderers.JSONRenderer, *DOWNLOADS]
    pagination_class = RecordPagination
    permission_classes = [TokenMayDownload]

    def get_queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user).order_by("-pk")

    def get_serializer_class(self):
        return serializer_of(self.model, self.columns, self.filterset_class.TOLD)

    def list(self, request, *args, **kwargs):
        queryset = self.filter_queryset(self.get_queryset())
        columns = self.columns_asked
        form = FORMATS.get(request.accepted_renderer.format)
        if form:
            return self.download(queryset, columns, form)
        page = self.paginator.page_of(self.filterset, request)
        found = rows(page.rows, columns, request.user)
        results = [row_object(columns, row) for row in found]
        return self.paginator.answer(request, page, results, self.filterset.COUNTED_TO)

    def retrieve(self, request, *args, **kwargs):
        # The filters are for lists; here an unknown parameter changes nothing.
        found = self.get_queryset().filter(public_id=self.kwargs["public_id"])
        form = FORMATS.get(request.accepted_renderer.format)
        record = found.first()
        if record is None:
            raise self.missing()
        opened(record, by=request.user)
        if form:
            return self.download(found, ChosenColumns.of(request, self.columns), form)
        return Response(self.whole(record, found))

    def missing(self) -> exceptions.APIException:
        """Hidden and missing are one answer; of what readers knew, and is no longer: it is gone."""
        what = became(self.model, self.kwargs["public_id"])
        return Gone(GONE[what]) if what else exceptions.NotFound("There is no such record.")

    def whole(self, record: Record, found: QuerySet) -> dict[str, Any]:
        """The record's row and the rows of what belongs to it."""
        user = self.request.user
        answer = row_object(self.columns, rows(found, self.columns, user)[0])
        for name, (columns, of_record) in self.related.items():
            belonging = rows(of_record(record, user), columns, user)
            answer[name] = [row_object(columns, row) for row in belonging]
        return answer

    def download(self, queryset: QuerySet, columns: tuple[Column, ...], form) -> HttpResponse:
        """Every row of the question, streamed."""
        if refused := form.too_many(queryset):
            raise exceptions.ValidationError({"format": [refused]})
        request, kind = self.request, str(self.model._meta.verbose_name_plural)
        return handed_over(
            request,
            form.write(list(columns), rows(queryset, columns, request.user)),
            of=self.model,
            kind=kind,
            name=f"{kind.replace(' ', '-')}-{timezone.localdate().isoformat()}",
            form=form.suffix,
            media_type=form.media_type,
            filters=set(request.GET) & {*self.filterset_class.base_filters, *RESERVED},
        )
