"""What the screen and the command line ask of the store, as plain values; a file for each topic.

Named tuples, but for Place, whose count a tuple has too: data classes would take a fifth of the
start of a command.
"""
