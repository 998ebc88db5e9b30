"""What a person sees in a browser: a plain page at `/`, and the guide to the profiles."""

from . import guide
from .landing import Overview, page, router

__all__ = ["Overview", "guide", "page", "router"]
