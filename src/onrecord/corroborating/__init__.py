"""Records to claims: which items of many reports speak of the same thing, on how many independent origins, and who says what of it."""
