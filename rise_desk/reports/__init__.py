"""What the program puts on paper."""
