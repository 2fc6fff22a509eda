"""What came in a file and is not known here ("apart gezet")."""
