"""Running the project in a process of its own: another set of plugins is another process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


def run(script: str, database: Path, *paths: Path, **variables: str) -> dict[str, Any]:
    """Run a script of this folder and return what it reports, as JSON, on its last line.

    ``paths`` come first on the interpreter's path, ``variables`` are set in its environment.
    Fails with everything the script printed when it fails.
    """
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COMMUNITY_")
    }
    environment |= {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "community.settings.test",
        "PYTHONPATH": os.pathsep.join(map(str, [*paths, ROOT])),
        "PYTHONDONTWRITEBYTECODE": "1",
        **variables,
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(script))],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])
