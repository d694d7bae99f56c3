"""What people do with the records: the only way in for window and command line."""
