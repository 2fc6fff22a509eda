"""Where names and words that are erased may still stand: acts, pages of the file, quarantine."""
