"""The editor's panels of a webinar: the announcement, then what is left of it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

WHEN = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("time_zone"), FieldPanel("days_only")]),
        FieldPanel("cancelled"),
    ],
    heading=_("When"),
)
HOW_TO_COME = MultiFieldPanel(
    [
        FieldPanel("registration_url"),
        FieldRowPanel([FieldPanel("territory"), FieldPanel("venue")]),
        PageChooserPanel("edition"),
    ],
    heading=_("How to come"),
    help_text=_("Speakers are people of this page, with the role “speaker”."),
)
REPLAY = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("replay_file"), FieldPanel("replay_url")]),
        FieldRowPanel([FieldPanel("captions"), FieldPanel("captions_reviewed")]),
        FieldPanel("chapters"),
        FieldPanel("transcript"),
        FieldPanel("no_transcript_reason"),
    ],
    heading=_("Replay"),
    classname="collapsed",
)

MAIN_PANELS = [
    FieldPanel("kind"),
    WHEN,
    HOW_TO_COME,
    FieldPanel("body"),
    REPLAY,
    FieldPanel("slides", classname="collapsed"),
]
