"""The register's demonstration: the events of 27 March 2023, and invented companions."""
