"""A module for each kind of report: ``report(store, asked, progress)`` gives its pieces, and ``OF``
is the type of the record that it is of, "" for words of the query language."""
