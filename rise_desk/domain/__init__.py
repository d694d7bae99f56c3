"""The records and the rules: pure, without clock, files or screen."""
