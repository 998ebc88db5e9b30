"""Speed of the server beside floors measured in the same run; see README.md."""
