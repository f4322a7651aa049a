"""A plugin's meta says what is wrong with it, and which versions it accepts."""

import pytest
from django.utils.translation import gettext_lazy as _

from community.plugins import PluginMeta

pytestmark = pytest.mark.whatever_the_database

SOUND = {"summary": "A sample.", "version": "1.0", "requires_community": ">=1.0,<2"}


def test_a_sound_meta_has_no_faults():
    assert PluginMeta(**SOUND).faults() == []
    assert PluginMeta(**SOUND | {"summary": _("Yes")}, depends_on=("events",)).faults() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("summary", ""),
        ("summary", " "),
        ("summary", None),
        ("version", "latest"),
        ("version", None),
        ("requires_community", ""),
        ("requires_community", "1.0"),
        ("requires_community", None),
        ("depends_on", "events"),
        ("depends_on", ("not-a-label",)),
        ("depends_on", (1,)),
        ("depends_on", None),
    ],
)
def test_a_fault_names_its_field(field, value):
    (fault,) = PluginMeta(**SOUND | {field: value}).faults()
    assert fault.startswith(field)


@pytest.mark.parametrize(
    ("version", "accepted"),
    [("0.9", False), ("1.0.0", True), ("1.9", True), ("1.5.dev1", True), ("2.0", False)],
)
def test_the_range_of_versions(version, accepted):
    assert PluginMeta(**SOUND).accepts_community(version) is accepted
