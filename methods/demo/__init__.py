"""The resource centre of the demonstration."""

from community.demo.loader import DemoLoader

from .library import load_resources
from .roles import load_roles
from .toolbox import load_methods


def load(demo: DemoLoader) -> None:
    """Make the roles, which the methods and the documents point to, then these."""
    roles = load_roles(demo)
    load_methods(demo, roles)
    load_resources(demo, roles)
