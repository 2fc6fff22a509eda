"""Forms: what they ask, the widgets that ask it, and each form."""
