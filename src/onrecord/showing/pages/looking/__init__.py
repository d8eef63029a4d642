"""What pages show beside records and claims, asked of the tables of a store: plain questions, plain rows."""
