"""What acts did: history, conflicts and their story, and what would follow."""
