"""The registry lists the installed plugins, and a plugin is one identifier."""

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.core.exceptions import ImproperlyConfigured

from community.plugins import plugins
from community.plugins.dependencies import dependency_order

pytestmark = pytest.mark.whatever_the_database


def test_the_registry_lists_what_discovery_installed(settings):
    listed = [f"{type(plugin).__module__}.{type(plugin).__qualname__}" for plugin in plugins()]
    assert listed == list(settings.PLUGIN_DISCOVERY.installed)
    assert all(apps.get_app_config(plugin.label) is plugin for plugin in plugins())


def test_dependencies_come_first_and_a_circle_is_left_out():
    needs = {"d": ["b", "a"], "b": [], "a": ["elsewhere"], "x": ["y"], "y": ["x"], "z": ["x"]}
    assert dependency_order(needs) == ["a", "b", "d"]


def test_a_setting_has_the_label_as_prefix(install, settings):
    plugin = install("sample")
    settings.SAMPLE_PER_PAGE = 3
    assert plugin.setting("per_page", 12) == 3
    assert plugin.setting("OTHER", 12) == 12
    assert plugin.setting("OTHER") is None


def test_models_that_cannot_be_imported_name_their_plugin(announce):
    announce("sample")
    (announce.folder / "sample" / "models.py").write_text("import nowhere_to_be_found")
    with pytest.raises(ImproperlyConfigured) as raised:
        Apps(["sample.apps.Sample"])
    assert "plugin 'sample'" in str(raised.value)
    assert "nowhere_to_be_found" in str(raised.value)
    assert "COMMUNITY_PLUGINS_EXCLUDE=sample" in str(raised.value)
    assert isinstance(raised.value.__cause__, ModuleNotFoundError)


def test_every_contribution_has_an_empty_default(install, rf):
    plugin = install("sample")
    request = rf.get("/")
    assert not list(plugin.navigation(request))
    assert not list(plugin.home_sections())
    assert not plugin.slots()
    assert not list(plugin.dashboard_panels(request))
    assert not plugin.url_patterns()
