"""What comes in from files of other systems."""
