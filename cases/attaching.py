"""The verb that attaches a picture: drawn anew, two files in storage, a row in the register."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.models import Attachment
from cases.models.snapshots import sha256
from cases.originals import NotStored, named, write
from cases.redrawing.bounded import redraw
from cases.redrawing.drawn import Drawn, NotDrawn

NOT_STORED = "The picture could not be stored; nothing was kept. Tell whoever runs the register."


def drawn(original: bytes) -> Drawn:
    """The picture in a file that was sent up. Raises ValidationError, with a sentence."""
    try:
        return redraw(original)
    except NotDrawn as error:
        raise ValidationError(str(error)) from error


def attach(attachment: Attachment, picture: Drawn, *, by) -> Attachment:
    """Save a new attachment with its picture. All or nothing: if it fails, no file stays either."""
    attachment.public_id = attachment.public_id or attachment.free_id()
    attachment.entered_by = by
    attachment.width, attachment.height = picture.width, picture.height
    attachment.size = len(picture.content)
    attachment.sha256, attachment.small_sha256 = sha256(picture.content), sha256(picture.small)
    with transaction.atomic():
        try:
            name = named(attachment.sha256, attachment.public_id, within="pictures/")
            attachment.file = write(name, picture.content)
            attachment.small_file = write(f"{name}-small", picture.small)
        except NotStored as error:
            raise ValidationError(NOT_STORED) from error
        attachment.save()
    return attachment
