"""Search by size: is a search on 64,000 patients as fast as on 1,000? See ../README.md."""
