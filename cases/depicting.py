"""What a picture shows, on what basis we say so, and by what right it is shown: the words."""

from config.records.choices import DefinedChoices


class PictureKind(DefinedChoices):
    PLACE = "place", "A building or a place, and nobody who could be recognised.", "place"
    PORTRAIT = (
        "portrait",
        "One person, known to be who the record says; never on a guess.",
        "portrait",
    )
    SCENE = "scene", "People at something that happened, or together.", "scene"
    DOCUMENT = "document", "A paper: a verdict, a notice, a letter.", "document"


class ShownBasis(DefinedChoices):
    """Why we say that a picture shows whom or what its caption names."""

    NOT_PEOPLE = "not_people", "Nobody is shown who could be recognised.", "nobody to recognise"
    SOURCE_CAPTION = "source_caption", "The source that has it says so.", "the source says so"
    FAMILY_CONFIRMED = (
        "family_confirmed",
        "Relatives looked at it and confirmed it.",
        "confirmed by the family",
    )
    GUESS = "guess", "We think so and nobody has confirmed it; never a portrait.", "our guess"


class PictureRights(DefinedChoices):
    PERMISSION = "permission", "Whoever has the rights allows it.", "with permission"
    LICENCE = "licence", "Its licence allows it.", "under a licence"
    PUBLIC_DOMAIN = "public_domain", "Nobody has rights in it any more.", "public domain"
    OWN = "own", "Made by the register.", "our own"
    QUOTED = "quoted", "Quoted as evidence, as the law of quotation allows.", "quoted as evidence"
