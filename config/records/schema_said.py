"""What the generator cannot know of the API: examples, tokens, refusals, and what is a file."""

from typing import Any

JSON = "application/json"
# A value for each parameter that can be asked as it stands. Places come out of an answer.
EXAMPLES: dict[str, Any] = {
    "born": "1970s",
    "case": "C-7K3M9Q",
    "columns": "basic",
    "facility": "F-7K3M9Q",
    "from": "2018",
    "home": "Almaty",
    "language": "ru",
    "page": 1,
    "page_size": 20,
    "person": "P-7K3M9Q",
    "place": "Almaty",
    "publisher": "O-7K3M9Q",
    "q": "Amanzhan Seit",
    "since": "2026-01-31",
    "source": "S-7K3M9Q",
    "target": "case",
    "tie": "sister of Gulnar",
    "to": "March 2021",
    "updated_since": "2026-01-31T12:00:00Z",
}
ROW: dict[str, Any] = {
    "id": "C-7K3M9Q",
    "link": "https://register.example/cases/C-7K3M9Q/",
    "version": "2026-01-31T12:00:00Z",
    "as_of": "2026-01-31",
}
LIMITS = {
    "X-RateLimit-Limit": "How many questions are answered in a while.",
    "X-RateLimit-Remaining": "How many are left.",
    "X-RateLimit-Reset": "In how many seconds it begins anew.",
}
LATER = {"Retry-After": "In how many seconds to ask again."}
TAG = {"ETag": "Send it back as If-None-Match: while nothing moved the answer is 304, and empty."}
REFUSALS = {
    "400": ("The question has a mistake; each is told under the name of its parameter.", {}),
    "401": ("The token is not known, has expired or was revoked.", {}),
    "429": ("Too many questions in a short time.", LIMITS | LATER),
}
GONE = {
    "404": ("There is no such record, or not for whoever asks.", {}),
    "410": ("Everybody saw the record until it was withdrawn, or erased for good.", {}),
}
ERRORS = {
    "type": "object",
    "required": ["errors"],
    "properties": {
        "errors": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        }
    },
    "example": {
        "errors": {"sex": ["Select a valid choice. cat is not one of the available choices."]}
    },
}
TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "For programs of registered researchers; made on the page /account/tokens/.",
}


def complete(result: dict, generator, request, public) -> dict:
    """The document with all that, called by drf-spectacular at its end."""
    parts = result["components"]
    parts["schemas"]["Errors"] = ERRORS
    parts["securitySchemes"] = {"token": TOKEN}
    for methods in result["paths"].values():
        for said in methods.values():
            _complete(said, parts["schemas"])
    return result


def _complete(said: dict, schemas: dict) -> None:
    is_list = said["operationId"].endswith("_list")
    noun = said["operationId"].rpartition("_")[0]
    said["description"] = (
        f"{noun.title()} that answer the question, page by page."
        if is_list
        else f"One of the {noun}, with what belongs to it."
    )
    said["security"] = [{}, {"token": []}]
    for parameter in said.get("parameters", []):
        _exemplify(parameter)
    answer = said["responses"]["200"]
    answer["description"] = "What was asked for; or a file, if its format was."
    answer["headers"] = _headers(LIMITS | TAG)
    for kind, content in answer["content"].items():
        if kind != JSON:
            content["schema"] = {"type": "string", "format": "binary"}
    _row(answer["content"][JSON], schemas, is_list)
    for status, (about, headers) in (REFUSALS if is_list else REFUSALS | GONE).items():
        said["responses"][status] = _refusal(about, headers)


def _exemplify(parameter: dict) -> None:
    schema = parameter["schema"]
    words = schema.get("items", {}).get("enum")
    if words:
        schema["items"] = {"type": "string", "enum": words}
        parameter["example"] = words[:1]
    elif "enum" in schema:
        parameter["example"] = schema["enum"][0]
    elif schema["type"] == "boolean":
        parameter["example"] = True
    elif parameter["name"] in EXAMPLES:
        parameter["example"] = EXAMPLES[parameter["name"]]
    if parameter["name"] == "format":
        parameter["example"] = "json"


def _row(content: dict, schemas: dict, is_list: bool) -> None:
    """An example of an answer: each column with a value of its kind, or empty."""
    if content["schema"].get("type") == "array":  # an answer is an object that holds one
        content["schema"] = content["schema"]["items"]
    schema = _followed(content["schema"], schemas)
    results = schema["properties"].get("results") if is_list else None
    row = _followed(results["items"], schemas) if results else schema
    example = {name: _value(name, one) for name, one in row["properties"].items()}
    if results:
        beside = {"count": 1} if "count" in schema["properties"] else {}
        pages = {name: None for name in ("next", "previous") if name in schema["properties"]}
        example = beside | pages | {"results": [example]}
    content["example"] = example


def _followed(schema: dict, schemas: dict) -> dict:
    return schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _value(name: str, schema: dict) -> Any:
    if name in ROW:
        return ROW[name]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("nullable"):
        return [] if schema.get("type") == "array" else None
    return {"array": [], "number": 1, "integer": 1, "boolean": True}.get(schema.get("type"), "")


def _headers(told: dict[str, str]) -> dict:
    return {
        name: {"description": about, "schema": {"type": "string"}} for name, about in told.items()
    }


def _refusal(about: str, headers: dict[str, str]) -> dict:
    schema = {"$ref": "#/components/schemas/Errors"}
    return {
        "description": about,
        "headers": _headers(headers),
        "content": {JSON: {"schema": schema}},
    }
