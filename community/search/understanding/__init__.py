"""What somebody means: the words typed, their equivalents, what they were probably meant to be."""
