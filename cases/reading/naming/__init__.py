"""Finding the names of people in a text: words, runs of them, whose they are (pure)."""
