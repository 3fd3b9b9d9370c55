"""An invented register of any size, to measure with; the same for the same seed."""
