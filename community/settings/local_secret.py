"""The secret key of a machine that was given none."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def secret_key(var_dir: Path) -> str:
    """Return the key kept in ``var_dir``, made at the first call, readable by its owner alone.

    Kept, because a new one would sign everybody out at each start.
    """
    path = var_dir / "secret-key"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        pass
    var_dir.mkdir(parents=True, exist_ok=True)
    draft = var_dir / f"secret-key.{os.getpid()}"
    draft.touch(mode=0o600)
    draft.write_text(get_random_secret_key(), encoding="utf-8")
    try:
        # Fails when another process was first: then that one's key counts.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="utf-8")
