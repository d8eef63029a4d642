"""Records and marks in the formats of others."""
