"""Things broken on purpose: each ends in a sentence, with nothing changed."""
