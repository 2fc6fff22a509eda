"""A field more takes four files: tried on a copy of the app."""
