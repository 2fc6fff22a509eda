"""An overleg, from its agenda to what it adopts: what is written to prepare and to hold it."""
