"""Names across spellings and scripts: read, compared, scored (pure)."""
