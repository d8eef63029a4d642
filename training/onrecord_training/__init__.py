"""Trains the encoder of Onrecord: corpora in, one set of weights with many heads out."""
