"""What the screen and the command line read, in plain SQL over the projection."""
