"""Who writes on this device, and what this user's configuration remembers of a file."""
