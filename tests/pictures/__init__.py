"""Pictures of the screens for the docs, drawn from the app itself."""
