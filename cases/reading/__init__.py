"""Reading an article: the people, ties, places and events that its text tells of (pure)."""
