"""Questionnaires of the United Nations, filled from the record; what it does not say stays open."""
