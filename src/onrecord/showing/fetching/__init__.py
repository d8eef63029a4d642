"""Web addresses that people give to a desk: fetched only from the open internet, whatever they lead to."""
