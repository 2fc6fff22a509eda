"""What the app needs of this laptop."""
