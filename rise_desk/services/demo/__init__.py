"""The demonstration: an invented team with invented young people, for trying the desk, teaching and measuring."""
