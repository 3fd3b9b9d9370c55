"""What norwegian lends to the reading (pure)."""

from cases.reading.words.english import ENGLISH

NORWEGIAN = ENGLISH
