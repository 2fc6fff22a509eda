"""Speed as ratios measured side by side in one run (design §6). Never run as tests."""
