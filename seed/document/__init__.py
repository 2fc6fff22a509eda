"""Reading an arrangement's document: from a file to passages with the locators of contract §1.

A format (``formats``) gives pieces of text in order, ``joined`` mends what a page broke in two,
``numbered`` gives each its locator by a profile of headings, ``coverage`` and ``compared`` say
what the passages mean for the records. Nothing here writes.
"""
