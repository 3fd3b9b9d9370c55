"""The public columns of attachments: what each cell holds and means."""

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Concat

from cases.depicting import PictureKind, PictureRights, ShownBasis
from config.records.columns import CHANGED, NOT_STATED, Column, basic, link

_OF_ATTACHMENT = (
    Column("id", "Permanent id of the picture.", "public_id"),
    link("api/v1/attachments", about="Permanent address of the picture in the API."),
    Column(
        "picture",
        "Address of the picture itself, a JPEG; files and releases do not hold it.",
        expression=lambda user: Concat(
            Value(f"{settings.SITE_URL}/pictures/"), F("public_id"), Value(".jpg")
        ),
    ),
    *(
        Column(
            f"{name}_id",
            f"Id of what it is attached to, if it is one of {table}.",
            f"{name}__public_id",
            refers=table,
        )
        for name, table in {
            "case": "cases",
            "person": "people",
            "facility": "facilities",
            "source": "sources",
        }.items()
    ),
    Column("kind", "Kind, coded.", "kind", None, PictureKind),
    Column("shows", "Who or what it shows, in our words.", "shows"),
    Column("basis", "On what basis we say so.", "basis", None, ShownBasis),
    Column(
        "taken_from", "Id of the source that showed it.", "taken_from__public_id", refers="sources"
    ),
    Column("alternative", "What it shows, for whoever does not see it.", "alternative"),
    Column("author", "Who made it.", "author", missing=NOT_STATED),
    Column("rights", "By what right it is shown.", "rights", None, PictureRights),
    Column("rights_note", "Which licence, or whose permission.", "rights_note"),
    Column("width", "Its width in points.", "width"),
    Column("height", "Its height in points.", "height"),
    Column("sha256", "SHA-256 of the file.", "sha256"),
    *CHANGED,
)
ATTACHMENT_COLUMNS = basic(
    "id link picture case_id person_id facility_id source_id kind shows basis rights version as_of",
    _OF_ATTACHMENT,
)
