"""What a person sees in a browser. So far one plain page at `/`."""

from .landing import Overview, page, router

__all__ = ["Overview", "page", "router"]
