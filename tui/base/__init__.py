"""What every screen is built on: none of it names a screen."""
