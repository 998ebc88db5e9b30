from conformance.says import SaidError


class PackageError(SaidError):
    """A package cannot be used; a clause says why."""
