"""Finding records by what someone types."""
