"""RISE Desk: the case files of a team that protects young people from sexual exploitation."""

__version__ = "0.6.0"
