"""What an article says, found in a page, a PDF or a text that may be hostile (no Django)."""
