from conformance.says import SaidError


class SnapshotError(SaidError):
    """A snapshot cannot be made; one sentence says why."""
