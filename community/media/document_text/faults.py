"""Why a file gives no text, when it is no accident."""


class Locked(Exception):
    """A password is needed to open the file."""


class TooLarge(Exception):
    """Opened, the file would take more memory than it may."""
