"""Folders that take long to make, kept in ``var/test`` from one run of the tests to the next."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from community.settings.environment import BASE_DIR

FOLDER = BASE_DIR / "var" / "test"


def kept(name: str, made_of: str, make: Callable[[Path], None]) -> Path:
    """Return the folder ``name`` that ``make`` fills, made anew when ``made_of`` has changed.

    ``made_of`` is a digest of everything that the result depends on. Nobody may write in the
    folder that is returned.
    """
    folder = FOLDER / f"{name}-{made_of}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as lock:
        # One process makes it while the others wait for the same.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.exists():
            return folder
        draft = FOLDER / f"draft-{name}-{os.getpid()}"
        draft.mkdir()
        try:
            make(draft)
            draft.rename(folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        for other in FOLDER.glob(f"{name}-*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
        return folder


def digest(files: Iterable[Path], *more: object) -> str:
    """Return a short digest of the names and contents of ``files``, and of ``more``."""
    found = hashlib.sha256(repr(more).encode())
    for path in sorted(files):
        found.update(str(path.relative_to(BASE_DIR)).encode() + path.read_bytes())
    return found.hexdigest()[:16]
