<<<<<<< HEAD
<<<<<<< HEAD
"""Records to claims: which items of many reports speak of the same thing, on how many independent origins, and who says what of it."""
=======
"""Many reports: which are copies of one wire, which tell one event, and what they say of it together."""
>>>>>>> origins
=======
"""Records to claims: which items of many reports speak of the same thing, on how many independent origins, and who says what of it."""
>>>>>>> finding
