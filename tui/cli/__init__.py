"""The command line (contract §4): every read and every edit for scripts and screen readers."""
