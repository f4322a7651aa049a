"""Navigation, home sections, panels and addresses are put together in order, and survive."""

import logging

import pytest
from django.http import HttpResponse
from django.urls import path

from community.plugins import (
    DashboardPanel,
    HomeSection,
    NavigationEntry,
    dashboard_panels,
    home_sections,
    navigation,
    render_section,
)
from community.plugins.urls import plugin_urls

pytestmark = pytest.mark.whatever_the_database


def broken(*args: object):
    raise RuntimeError("out of order")


def section(key: str, order: int = 100, context=lambda request: {}, template="t.html"):
    return HomeSection(key, "Sample", template, context, order)


@pytest.fixture
def template(settings, tmp_path):
    (tmp_path / "t.html").write_text("<p>{{ section.label }} {{ quote }}</p>")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]


def test_navigation_is_ordered_across_plugins(install, rf):
    asked = rf.get("/")
    given = [NavigationEntry("B", "/b/"), NavigationEntry("Z", "/z/", order=1)]
    install("one", navigation=lambda request: given if request is asked else [])
    install("two", navigation=lambda request: [NavigationEntry("A", "/a/")])
    assert [entry.label for entry in navigation(asked)] == ["Z", "A", "B"]


def test_home_sections_and_panels_are_ordered_by_order_then_key(install, rf):
    install("two", home_sections=lambda: [section("two.a"), section("two.first", order=1)])
    install("one", home_sections=lambda: iter([section("one.a")]))
    assert [each.key for each in home_sections()] == ["two.first", "one.a", "two.a"]
    panel = DashboardPanel("one.panel", "Panel", "t.html", lambda request: {})
    install("three", dashboard_panels=lambda request: [panel])
    assert dashboard_panels(rf.get("/")) == [panel]


@pytest.mark.parametrize("method", ["navigation", "home_sections", "dashboard_panels"])
def test_a_failing_plugin_is_logged_and_costs_only_its_own(install, rf, caplog, method):
    collect = {
        "navigation": lambda: navigation(rf.get("/")),
        "home_sections": home_sections,
        "dashboard_panels": lambda: dashboard_panels(rf.get("/")),
    }[method]
    install("culprit", **{method: broken})
    install("sound", **{method: lambda *args: [section("sound.a")]})
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        assert [each.key for each in collect()] == ["sound.a"] or method == "navigation"
    assert f"'culprit' failed in {method}()" in caplog.text


def test_a_section_is_rendered_with_its_context(template, rf):
    shown = section("sample.a", context=lambda request: {"quote": "<" + request.path})
    assert render_section(shown, rf.get("/x")) == "<p>Sample &lt;/x</p>"


def test_a_section_without_context_is_hidden_and_an_empty_context_is_not(template, rf):
    assert render_section(section("sample.a", context=lambda request: None), rf.get("/")) == ""
    assert render_section(section("sample.a"), rf.get("/")) == "<p>Sample </p>"


@pytest.mark.parametrize("fault", [{"context": broken}, {"template": "no/such.html"}])
def test_a_failing_section_is_logged_and_hidden(template, rf, caplog, fault):
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        assert render_section(section("culprit.a", **fault), rf.get("/")) == ""
    assert "'culprit' failed in its section culprit.a" in caplog.text


def test_addresses_stand_under_the_label_and_a_broken_plugin_has_none(install, caplog):
    install("sound", url_patterns=lambda: [path("x/", lambda request: HttpResponse(), name="x")])
    install("empty")
    install("culprit", url_patterns=broken)
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        (resolver,) = plugin_urls()
    assert (resolver.namespace, resolver.app_name) == ("sound", "sound")
    assert resolver.resolve("x/").view_name == "sound:x"
    assert "'culprit' failed in url_patterns()" in caplog.text
