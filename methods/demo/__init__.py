"""The resource centre of the demonstration."""

from community.demo.loader import DemoLoader

from ..models import ResourceCentrePage
from .bibliography import load_references
from .citations import load_citations
from .glossary import load_glossary
from .resources import load_resources
from .roles import load_roles
from .sessions import load_sessions
from .toolbox import load_methods
from .trials import load_trials


def load(demo: DemoLoader) -> None:
    """Make the resource centre, the roles, then what points to them."""
    demo.page(
        demo.home,
        ResourceCentrePage,
        "ressources",
        title="Ressources",
        summary="Des méthodes, des mots, des lectures et des documents pour travailler ensemble.",
    )
    roles = load_roles(demo)
    load_methods(demo, roles)
    load_resources(demo, roles)
    load_sessions(demo)
    demo.at_the_end.append(lambda: load_trials(demo))
    load_references(demo)
    load_glossary(demo)
    demo.at_the_end.append(lambda: load_citations(demo))
