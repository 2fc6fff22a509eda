"""The arrangement of Oost as data, and what turns such data into acts."""
