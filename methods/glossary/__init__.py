"""The glossary at work: what is known of its terms, and where the site uses it.

``lexicon`` holds the published terms in memory, ``generation`` says when to read them again,
``matching`` finds them in words, ``annotation`` explains them in a page, ``a_to_z`` lists them.
"""

#: The feature of the rich text editor by which a passage is left without definitions.
NO_DEFINITIONS = "no-definitions"
