"""The real program, started as a process and walked from outside with nothing but keys."""
