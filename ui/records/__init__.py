"""One file for each kind of record: its columns and fields on the screen."""
