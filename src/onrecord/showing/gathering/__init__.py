"""What pages and the API show, gathered from the tables of a store; every question is one that an index answers."""
