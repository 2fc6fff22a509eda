"""Writing acts, one transaction for each thing that a user does."""
