"""The overviews: matrix, parties, standing roles."""
