"""The overleg: which there are, preparing one, holding it, adopting, its minutes."""
