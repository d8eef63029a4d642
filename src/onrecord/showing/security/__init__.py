"""What stands between a request and the desk: who may ask, and what a browser may do with an answer."""
