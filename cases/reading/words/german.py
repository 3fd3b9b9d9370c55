"""What german lends to the reading (pure)."""

from cases.reading.words.english import ENGLISH

GERMAN = ENGLISH
