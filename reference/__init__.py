"""`python -m reference`: the reference in docs/reference, written from the code that it describes. A test holds that it is what the code says."""
