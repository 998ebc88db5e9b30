class PackageError(ValueError):
    """A package cannot be used; one sentence says why."""
