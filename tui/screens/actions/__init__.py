"""What people are to do, by how urgent it is."""
