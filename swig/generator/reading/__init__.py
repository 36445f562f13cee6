"""The first part: the header and the author's lines become a model."""
