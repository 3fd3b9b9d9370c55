"""What happened: cases, events, facilities, and the sources that tell us."""

from cases.models.attachments import Attachment
from cases.models.case import Case
from cases.models.citations import Citation
from cases.models.erasure import Erasure
from cases.models.events import Event, Participation
from cases.models.facilities import Facility, Organization
from cases.models.intake import Intake, Suggestion
from cases.models.links import LinkCheck
from cases.models.origins import Independence, Sketch
from cases.models.snapshots import Snapshot
from cases.models.sources import Source
from cases.models.traces import Trace

__all__ = [
    "Attachment",
    "Case",
    "Citation",
    "Erasure",
    "Event",
    "Facility",
    "Independence",
    "Intake",
    "LinkCheck",
    "Organization",
    "Participation",
    "Sketch",
    "Snapshot",
    "Source",
    "Suggestion",
    "Trace",
]
