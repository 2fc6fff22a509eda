"""The arrangement as acts and as tables computed from them. Knows no screen."""
