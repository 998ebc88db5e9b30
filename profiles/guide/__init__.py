"""The pages of the profiles: static HTML in Chinese and English, made from `generated/`.

>>> from profiles import guide
>>> guide.render("zh/StructureDefinition-fd-contract.html")[:15]
'<!DOCTYPE html>'

A page is made when it is asked for; `python -m profiles.guide` writes them all. The pages need no
script, no font and nothing from a network.
"""

from .pages import STYLE, paths, render

__all__ = ["STYLE", "paths", "render"]
