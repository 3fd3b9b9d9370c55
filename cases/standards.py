"""The norms that public columns map to, and with them the filters and words of the same name.

FtM is FollowTheMoney, HURIDOCS its events standard formats. A mapping says what corresponds, and
not that the two are the same: what our word means is said by its own sentence.
"""

# Of every table.
SHARED = {
    "id": "schema.org identifier",
    "link": "schema.org url",
    "published_at": "ISO 8601; schema.org datePublished",
    "updated_at": "ISO 8601; schema.org dateModified",
    "changed_at": "ISO 8601; schema.org dateModified",
    "version": "ISO 8601 (basic format); schema.org version",
    "as_of": "ISO 8601",
    "title": "schema.org name; FtM name",
    "name": "schema.org name; FtM name",
    "other_names": "schema.org alternateName; FtM alias",
    "latitude": "WGS 84; schema.org latitude",
    "longitude": "WGS 84; schema.org longitude",
    "language": "BCP 47; schema.org inLanguage",
    "sex": "FtM gender; schema.org gender",
    "birth_year": "ISO 8601; FtM birthDate; schema.org birthDate",
    "ethnicity": "FtM ethnicity",
    "occupation_group": "ISCO-08, adapted",
    "home": "FtM address; schema.org homeLocation",
    "place": "schema.org location; FtM location",
}
# Of one table. What stands neither here nor above maps to nothing that we know of.
OF_TABLE = {
    "cases": {
        "person": "HURIDOCS victim; FtM name",
        "status": "HURIDOCS status as victim",
        "deprived_on": "HURIDOCS initial date",
        "sources": "schema.org citation",
        "summary": "schema.org abstract; FtM summary",
    },
    "people": {
        "names": "schema.org alternateName; FtM alias",
        "kind": "HURIDOCS type of person",
        "count": "HURIDOCS number of persons in group",
        "citizenship": "schema.org nationality; FtM nationality",
        "birthplace": "schema.org birthPlace; FtM birthPlace",
        "occupation": "schema.org hasOccupation; FtM position",
        "biography": "schema.org description; FtM summary",
    },
    "names": {
        "text": "schema.org name; FtM name",
        "script": "ISO 15924",
    },
    "places": {"parent": "schema.org containedInPlace", "parent_id": "schema.org containedInPlace"},
    "organizations": {"kind": "schema.org additionalType"},
    "events": {
        "kind": "HURIDOCS type of act",
        "occurred": "HURIDOCS initial date; schema.org startDate; FtM startDate",
        "ended": "HURIDOCS final date; schema.org endDate; FtM endDate",
        "part_of": "schema.org superEvent",
        "organization": "HURIDOCS perpetrator; schema.org organizer; FtM organizer",
        "official_reason": "HURIDOCS attribution",
        "description": "schema.org description; FtM description",
    },
    "participations": {"role": "HURIDOCS degree of involvement"},
    "facilities": {
        "kind": "HURIDOCS place of detention",
        "opened": "schema.org foundingDate",
        "closed": "schema.org dissolutionDate",
        "operator": "schema.org parentOrganization",
    },
    "sources": {
        "kind": "HURIDOCS type of source material",
        "url": "schema.org url; FtM sourceUrl",
        "archive_url": "schema.org archivedAt",
        "publisher": "schema.org publisher; FtM publisher",
        "author": "schema.org author; FtM author",
        "published": "schema.org datePublished; FtM publishedAt",
        "reliability": "HURIDOCS reliability of information",
        "origin": "schema.org isBasedOn",
        "about": "schema.org description; FtM description",
    },
    "attachments": {
        "picture": "schema.org contentUrl",
        "shows": "schema.org caption",
        "author": "schema.org creator",
        "taken_from": "schema.org isBasedOn",
        "sha256": "schema.org sha256",
        "width": "schema.org width",
        "height": "schema.org height",
    },
    "citations": {
        "target": "schema.org about; W3C Web Annotation target",
        "source": "schema.org citation; FtM document",
        "quote": "W3C Web Annotation TextQuoteSelector exact",
        "start": "W3C Web Annotation TextPositionSelector start",
        "end": "W3C Web Annotation TextPositionSelector end",
        "snapshot_sha256": "FIPS 180-4 (SHA-256)",
        "page": "schema.org pagination",
    },
    "relationships": {"kind": "schema.org relatedTo; FtM relationship"},
    "changes": {"at": "ISO 8601"},
}


def of(table: str) -> dict[str, str]:
    """What the columns of a table map to, by name; a date by the name of its five columns."""
    return SHARED | OF_TABLE.get(table, {})
