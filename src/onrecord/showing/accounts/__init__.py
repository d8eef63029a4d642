"""Who uses the desk: users and roles, passwords, sessions, tokens, and what they did."""
