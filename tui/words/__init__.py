"""Values of the arrangement in words, in the language chosen; knows no screen."""
