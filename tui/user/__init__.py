"""What is kept for this user on this laptop: settings, where one was, drafts, files."""
