"""What a person does to records, checked, as acts."""
