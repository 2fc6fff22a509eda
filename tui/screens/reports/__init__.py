"""What people send on: chosen, seen, and written to a file."""
