"""Many reports: which are copies of one wire, which tell one event, and what they say of it together."""
