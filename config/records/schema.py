"""The API described: an OpenAPI 3 document, made once from the views and columns."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponse, JsonResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema


@cache
def description() -> dict:
    """The OpenAPI document; the same for every reader."""
    return SchemaGenerator().get_schema(request=None, public=True)


def answers(name: str, schema: dict, **parameters: str) -> Callable:
    """Describes a list that is no list of records: its answer, and what may be asked."""
    asked = [
        OpenApiParameter(one, OpenApiTypes.STR, description=about)
        for one, about in parameters.items()
    ]
    return extend_schema(operation_id=name, parameters=asked, responses={200: schema})


@dataclass(frozen=True)
class Parameter:
    """What an address takes: in the path or the query, what it asks, the values it knows."""

    name: str
    place: str
    about: str
    type: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Operation:
    """One address of the API, what it answers and which parameters it takes."""

    path: str
    method: str
    about: str
    parameters: list[Parameter]


def operations() -> list[Operation]:
    """Every address that the document describes."""
    return [
        Operation(path, method.upper(), _about(said), _parameters(said))
        for path, methods in description()["paths"].items()
        for method, said in methods.items()
    ]


def _about(said: dict[str, Any]) -> str:
    one = "One record, with what belongs to it."
    return one if said["operationId"].endswith("_retrieve") else "Records, page by page."


def _parameters(said: dict[str, Any]) -> list[Parameter]:
    return [_parameter(one) for one in said.get("parameters", [])]


def _parameter(one: dict[str, Any]) -> Parameter:
    schema = one.get("schema", {})
    values = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    about = one.get("description", "").split("\n")[0]
    return Parameter(one["name"], one["in"], about, schema.get("type", ""), tuple(map(str, values)))


def schema(request) -> HttpResponse:
    """The document as JSON."""
    media_type = "application/vnd.oai.openapi+json"
    return JsonResponse(description(), content_type=media_type, json_dumps_params={"indent": 1})
