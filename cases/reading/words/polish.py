"""What polish lends to the reading (pure)."""

from cases.reading.words.english import ENGLISH

POLISH = ENGLISH
