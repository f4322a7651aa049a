"""Serving uploaded images without a proxy: for one machine, and for ``make run``."""
