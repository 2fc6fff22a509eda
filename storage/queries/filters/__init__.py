"""What the filters of a query ask of a file: names, times and words made into SQL."""
