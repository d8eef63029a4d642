"""A record for people: header, statements, events, and the report's text with what was read in it coloured."""
