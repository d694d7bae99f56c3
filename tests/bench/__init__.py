"""The bench: how fast and how large the desk is, each figure against the least that its work can cost, in one run.

Run it with `python -m tests.bench`; it is no part of the test suite.
"""
