"""What everybody who opens a PDF here has to respect."""

import threading

LARGEST = 50 * 1024 * 1024
"""Bytes of a document that is still opened."""

ONE_AT_A_TIME = threading.Lock()
"""To be held while PDFium works: it is not safe in threads."""
