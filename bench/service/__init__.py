"""The service at size: its reports over 100,000 contracts."""
