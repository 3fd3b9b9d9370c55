"""Pictures drawn anew: of a file that is sent up, nothing is kept but what it shows."""
