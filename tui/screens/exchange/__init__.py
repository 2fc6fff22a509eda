"""Exchange folders, devices, and what was set apart."""
