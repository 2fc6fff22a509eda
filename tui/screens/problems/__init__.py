"""Problems that a merge left, and mending them."""
