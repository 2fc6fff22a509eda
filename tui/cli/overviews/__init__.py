"""What each overview gives: ``data`` for JSON, ``sheet`` for a spreadsheet, ``table`` and what is
``told`` with it for people."""
