"""How well copies of one wire story are told from reports that were written independently: edits as newsrooms make them, pairs, figures.

`spelling` and `house` turn British print into American and back, `rewriting` words a lead or a sentence anew, `edits` are the ten ways in which another
newsroom prints a report, `pairs` are the pairs that are asked, `scoring` asks them. No detector is known here: whoever measures one hands in a function.
"""
