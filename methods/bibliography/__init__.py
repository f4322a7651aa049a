"""The bibliography: references as CSL items, formatted, cited, brought in and taken out."""
