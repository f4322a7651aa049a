"""Défis cousins: the nearest ones by their words, their obstacles and what they became."""
