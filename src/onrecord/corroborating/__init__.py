"""Many reports: which are copies of one wire, which tell one event, and who says what of one thing, on how many independent origins."""
