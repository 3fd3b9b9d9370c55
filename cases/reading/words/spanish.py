"""What spanish lends to the reading (pure)."""

from cases.reading.words.english import ENGLISH

SPANISH = ENGLISH
