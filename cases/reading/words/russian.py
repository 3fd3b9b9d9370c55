"""What russian lends to the reading (pure)."""

from cases.reading.words.english import ENGLISH

RUSSIAN = ENGLISH
