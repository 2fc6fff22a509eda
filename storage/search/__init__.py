"""What someone types to find something: the query language, and how words are weighed. Pure."""
