"""Five indexes beside the records, each rebuildable at any time."""
