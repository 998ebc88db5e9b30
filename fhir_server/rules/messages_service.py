"""What rules say of services, charges, referrals, prescriptions and slots."""

from conformance.says import Text

SERVICE_TEXTS: dict[str, Text] = {}
