class SnapshotError(ValueError):
    """A snapshot cannot be made; one sentence says why."""
