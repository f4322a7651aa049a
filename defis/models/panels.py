"""The editor's panels of a défi, in the order of its life."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

IDENTITY = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("number"), FieldPanel("short_name")]),
        InlinePanel("porteurs", label=_("porteur"), heading=_("Porteurs")),
        InlinePanel("territories", label=_("territory"), heading=_("Territories")),
        FieldRowPanel([FieldPanel("campus"), FieldPanel("edition")]),
        FieldRowPanel([FieldPanel("initial_state"), FieldPanel("may_be_reused")]),
        InlinePanel("reprises", label=_("prototype or défi"), heading=_("What this défi takes up")),
    ],
    heading=_("Identity"),
)

BEFORE = MultiFieldPanel(
    [
        FieldPanel("stakes"),
        FieldPanel("stakeholders"),
        FieldPanel("users"),
        InlinePanel("obstacles", label=_("obstacle"), heading=_("Obstacles")),
        InlinePanel("levers", label=_("lever"), heading=_("Levers")),
        FieldPanel("expectations"),
        FieldPanel("irritants"),
        FieldPanel("open_questions"),
        FieldPanel("more_information_url"),
    ],
    heading=_("Before: how the défi is put"),
)

DURING = MultiFieldPanel(
    [
        FieldPanel("working_question"),
        FieldPanel("temps_1"),
        FieldPanel("temps_2"),
        FieldPanel("temps_3"),
        FieldPanel("temps_4"),
        InlinePanel("defi_methods", label=_("method"), heading=_("Methods used")),
        FieldPanel("testimonies"),
    ],
    heading=_("During: the work of the group"),
    classname="collapsed",
)

AFTER = MultiFieldPanel(
    [FieldPanel("next_steps")],
    heading=_("After: what was promised"),
    help_text=_("What happened then is told by the follow-ups, created below this page."),
    classname="collapsed",
)

CHECK = FieldPanel("to_check")

MAIN_PANELS = [IDENTITY, BEFORE, DURING, AFTER, CHECK]
