"""Moments of a video, as people write them: 5:30, 01:02:03."""

import re

LONGEST = 24 * 60 * 60
_WRITTEN = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})", re.ASCII)


def seconds_of(written: str) -> int | None:
    """Return the seconds of « 5:30 » or « 01:02:03 », ``None`` for anything else."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if seconds > 59 or (found[1] and minutes > 59) or hours > 23:
        return None
    return hours * 3600 + minutes * 60 + seconds


def written(seconds: int) -> str:
    """Return a moment as hh:mm:ss."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
