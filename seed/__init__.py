"""The arrangement of Oost as data, and what turns such a folder of data into acts."""
