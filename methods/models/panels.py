"""The editor's panels of a method: what to decide first, then what to tell."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

WHEN = MultiFieldPanel(
    [
        FieldPanel("part"),
        FieldRowPanel([FieldPanel("before"), FieldPanel("during"), FieldPanel("after")]),
        InlinePanel("method_temps", label=_("Temps"), heading=_("Temps"), max_num=4),
    ],
    heading=_("When it serves"),
)
BOUNDS = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("minutes_min"), FieldPanel("minutes_max")]),
        FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
        FieldRowPanel([FieldPanel("on_site"), FieldPanel("remote"), FieldPanel("hybrid")]),
        FieldPanel("difficulty"),
    ],
    heading=_("Time, people, place"),
    help_text=_("What people filter the toolbox by. Leave empty what you do not know."),
)
TO_PREPARE = MultiFieldPanel(
    [
        InlinePanel("method_roles", label=_("role"), heading=_("Roles needed")),
        FieldPanel("materials"),
        FieldPanel("space"),
    ],
    heading=_("To prepare"),
    classname="collapsed",
)

MAIN_PANELS = [
    FieldPanel("family"),
    WHEN,
    BOUNDS,
    FieldPanel("body"),
    MultiFieldPanel(
        [FieldPanel("use_when"), FieldPanel("avoid_when")], heading=_("When to use it, or not")
    ),
    FieldPanel("steps"),
    TO_PREPARE,
    MultiFieldPanel(
        [FieldPanel("tips"), FieldPanel("traps"), FieldPanel("questions")],
        heading=_("Experience"),
        classname="collapsed",
    ),
    FieldPanel("variants", classname="collapsed"),
    InlinePanel("method_files", label=_("file"), heading=_("Files"), classname="collapsed"),
]
