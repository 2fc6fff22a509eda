"""What a record is: its type, its fields and how a field's value looks (contract §1)."""
