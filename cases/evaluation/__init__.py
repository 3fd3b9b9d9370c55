"""How well articles are read: measured on labelled ones, in a register of invented strangers."""
