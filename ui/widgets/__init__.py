"""Building blocks of the screen that know no kind of record."""
