"""Erasing what acts said (contract §2, rule 10): what is asked, who decides, and seeing that it is
gone.

An act that erases is made on one laptop and decided on by a person on each. Where it is confirmed
the bodies go: from the tables, the search index and the pages of the file.
"""
