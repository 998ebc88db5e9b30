"""FHIR resources in XML: read into, and written from, the dicts that stand for JSON.

`from_xml` knows no DTD, entity or network: a DOCTYPE is refused before anything in it is read.
What XML says and FHIR does not know raises `XmlError`; whether values are right is for the
validator, so a boolean "yes" comes out as a string.

The parser is Expat, because it alone tells where in the bytes an element stands: the narrative is
handed over as it was written, not as a serializer would write it.

Source: FHIR R4 xml.html, section 2.6.1; json.html, section 2.6.2.
"""

from .errors import XmlError
from .reader import from_xml
from .writer import to_xml

__all__ = ["XmlError", "from_xml", "to_xml"]
