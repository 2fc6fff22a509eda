"""The document beside the arrangement."""
