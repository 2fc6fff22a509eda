"""What was typed and not saved."""
