"""The guard of the suite itself: our templates may not use what their context lacks."""

import pytest
from django.template import Context, engines
from django.template.base import Origin, Template

from tests.undefined import UndefinedVariable

pytestmark = pytest.mark.whatever_the_database


def render(source, name, **context):
    engine = engines["django"].engine
    template = Template(source, origin=Origin(str(name)), engine=engine)
    return template.render(Context(context))


@pytest.fixture
def ours(settings):
    return settings.BASE_DIR / "templates" / "sample.html"


@pytest.mark.parametrize(
    "source",
    [
        "{{ missing }}",
        "{{ page.missing }}",
        "{{ missing|upper }}",
        "{% with other=missing %}{% endwith %}",
        "{% load i18n %}{% blocktranslate %}{{ missing }}{% endblocktranslate %}",
    ],
)
def test_an_undefined_variable_fails_in_ours_and_not_elsewhere(ours, source):
    with pytest.raises(UndefinedVariable, match=r"missing.*sample\.html"):
        render(source, ours, page={})
    assert render(source, "/elsewhere/sample.html", page={}) == ""


@pytest.mark.parametrize(
    "source",
    [
        "{% if missing %}yes{% endif %}",
        "{{ missing|default:'' }}",
        "{% firstof missing empty %}",
        # Django's own rule for loops.
        "{% for one in missing %}{% endfor %}",
        "{{ empty }}",
    ],
)
def test_asking_whether_it_is_there_is_allowed(ours, source):
    assert render(source, ours, empty="") == ""


def test_foreign_templates_still_apply_their_filters():
    assert render("{{ missing|default:'x' }}{{ missing|length }}", "/elsewhere.html") == "x0"
