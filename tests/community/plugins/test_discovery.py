"""Discovery finds every announced plugin, orders them, and names what it leaves out."""

import sys

import pytest

from community.plugins import problems as ids
from community.plugins.discovery import Discovery, discover

pytestmark = pytest.mark.whatever_the_database


def faults(discovery: Discovery) -> list[tuple[str, str]]:
    return [(problem.id, problem.plugin) for problem in discovery.problems]


def test_an_installed_distribution_appears_by_itself(announce):
    path = announce("sample")
    assert discover([]) == Discovery(installed=(path,))


def test_plugins_come_after_what_they_depend_on_and_else_by_label(announce):
    announce("alpha", depends_on=("omega",))
    announce("beta")
    announce("omega", depends_on=("gamma",))
    announce("gamma")
    found = discover([])
    assert [path.partition(".")[0] for path in found.installed] == [
        "beta",
        "gamma",
        "omega",
        "alpha",
    ]
    assert found.problems == ()


def test_built_in_plugins_need_no_announcement(announce):
    path = announce("sample")
    announce.folder.joinpath("sample_sample-1.0.dist-info", "entry_points.txt").unlink()
    assert discover([path]).installed == (path,)


def test_an_excluded_plugin_is_not_even_imported(announce):
    announce("sample", source="raise RuntimeError('imported')")
    assert discover([], exclude=["sample", " ", "sample"]) == Discovery(excluded=("sample",))
    assert "sample.apps" not in sys.modules


def test_safe_mode_keeps_the_built_in_plugins_alone(announce):
    own = announce("own")
    announce.folder.joinpath("sample_own-1.0.dist-info", "entry_points.txt").unlink()
    announce("other", source="raise RuntimeError('imported')")
    assert discover([own], exclude=["other"], safe_mode=True) == Discovery(
        installed=(own,), excluded=("other",), safe_mode=True
    )


def test_the_same_announcement_met_twice_counts_once(announce):
    path = announce("sample")
    announce.distribute("sample", "sample.apps:Sample", distribution="editable_sample")
    assert discover([]) == Discovery(installed=(path,))


@pytest.mark.parametrize(
    ("source", "id", "words"),
    [
        ("import nowhere_to_be_found", ids.IMPORT, "ModuleNotFoundError"),
        ("class Sample(", ids.IMPORT, "SyntaxError"),
        ("raise SystemExit(1)", ids.IMPORT, "SystemExit"),
        ("", ids.IMPORT, "Sample"),
        ("class Sample: pass", ids.NOT_A_PLUGIN, "subclass"),
        ("from community.plugins import Plugin as Sample", ids.NOT_A_PLUGIN, "subclass"),
        (
            "from community.plugins import Plugin\nclass Sample(Plugin): pass",
            ids.IDENTIFIER,
            "name",
        ),
        (
            "from community.plugins import Plugin\nclass Sample(Plugin): name = 'sample'",
            ids.META,
            "PluginMeta",
        ),
        (
            "from community.plugins import Plugin\n"
            "class Sample(Plugin): name, label = 'sample', 'other'",
            ids.IDENTIFIER,
            "'other'",
        ),
        (
            "from community.plugins import Plugin\nclass Sample(Plugin): name = 'another'",
            ids.IDENTIFIER,
            "announced as 'sample'",
        ),
        (
            "from community.plugins import Plugin\nclass Sample(Plugin): name = 'elsewhere.sample'",
            ids.IDENTIFIER,
            "outside of its package 'elsewhere.sample'",
        ),
    ],
)
def test_a_faulty_class_is_left_out_and_named(announce, source, id, words):
    announce("sample", source=source or "pass")
    announce("sound")
    found = discover([])
    assert found.installed == ("sound.apps.Sound",)
    assert faults(found) == [(id, "sample")]
    (problem,) = found.problems
    assert "'sample'" in problem.message
    assert words in problem.message
    assert "COMMUNITY_PLUGINS_EXCLUDE=sample" in problem.hint


def test_importing_models_at_the_top_is_explained(announce):
    announce(
        "sample", source="from django.core.exceptions import AppRegistryNotReady as E\nraise E"
    )
    (problem,) = discover([]).problems
    assert problem.id == ids.IMPORT
    assert "inside methods" in problem.hint


def test_a_bad_meta_is_told_in_full(announce):
    announce("sample", version="one", range="whatever", depends_on="events")
    (problem,) = discover([]).problems
    assert problem.id == ids.META
    assert all(word in problem.message for word in ("version", "requires_community", "depends_on"))


def test_an_identifier_is_lower_case(announce):
    announce("Sample", name="Sample")
    assert faults(discover([])) == [(ids.IDENTIFIER, "Sample")]


def test_an_incompatible_plugin_names_both_versions(announce):
    announce("sample", version="3.1", range=">=2")
    (problem,) = discover([]).problems
    assert problem.id == ids.INCOMPATIBLE
    assert "3.1" in problem.message
    assert ">=2" in problem.message


def test_an_unmet_dependency_takes_its_dependants_along(announce):
    announce("leaf", depends_on=("branch",))
    announce("branch", depends_on=("root",))
    found = discover([])
    assert found.installed == ()
    assert faults(found) == [
        (ids.DEPENDENCY_MISSING, "branch"),
        (ids.DEPENDENCY_LEFT_OUT, "leaf"),
    ]


def test_a_broken_dependency_is_not_called_missing(announce):
    announce("leaf", depends_on=("root",))
    announce("root", source="raise RuntimeError('broken')")
    assert faults(discover([])) == [(ids.IMPORT, "root"), (ids.DEPENDENCY_LEFT_OUT, "leaf")]


def test_excluding_what_others_need_says_what_to_exclude_too(announce):
    announce("leaf", depends_on=("root",))
    announce("root")
    found = discover([], exclude=["root"])
    assert faults(found) == [(ids.DEPENDENCY_EXCLUDED, "leaf")]
    assert "COMMUNITY_PLUGINS_EXCLUDE=root,leaf" in found.problems[0].hint
    assert discover([], exclude=["root", "leaf"]).problems == ()


def test_a_circle_is_left_out_without_taking_the_others(announce):
    announce("egg", depends_on=("hen",))
    announce("hen", depends_on=("egg",))
    announce("sound")
    found = discover([])
    assert found.installed == ("sound.apps.Sound",)
    assert faults(found) == [(ids.DEPENDENCY_CIRCLE, "egg"), (ids.DEPENDENCY_CIRCLE, "hen")]


def test_the_first_of_two_equal_labels_stays(announce):
    own = announce("sample")
    announce.distribute("sample", "elsewhere.apps:Sample", distribution="rival")
    announce.distribute("community", "elsewhere.apps:Other")
    found = discover([own])
    assert found.installed == (own,)
    assert faults(found) == [(ids.CLASH, "community"), (ids.CLASH, "sample")]
    assert "elsewhere.apps.Sample" in found.problems[1].message
    assert own in found.problems[1].message


def test_an_unknown_exclusion_is_told_with_what_there_is(announce):
    announce("sample")
    found = discover([], exclude=["sampel"])
    assert found.installed == ("sample.apps.Sample",)
    assert faults(found) == [(ids.UNKNOWN_EXCLUDED, "sampel")]
    assert "sample" in found.problems[0].hint
