"""The short vocabularies of the toolbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Difficulty(models.IntegerChoices):
    """How much practice it takes to lead a method."""

    EASY = 1, _("For anybody")
    PRACTICE = 2, _("With some practice")
    EXPERIENCED = 3, _("For experienced facilitators")


class Part(models.TextChoices):
    """The part of a session that a method is made for."""

    OPENING = "opening", _("Opens a session")
    CORE = "core", _("Heart of a session")
    CLOSING = "closing", _("Closes a session")


class Grouping(models.TextChoices):
    """How people sit during a step."""

    ALONE = "alone", _("Each alone")
    PAIRS = "pairs", _("In pairs")
    TRIOS = "trios", _("By threes")
    GROUPS = "groups", _("In small groups")
    PLENARY = "plenary", _("All together")


class Per(models.TextChoices):
    """What a quantity of material is counted for."""

    SESSION = "session", _("for the session")
    GROUP = "group", _("per group")
    PERSON = "person", _("per person")


class Accessible(models.TextChoices):
    """Whether a file can be read with assistive technology."""

    UNKNOWN = "unknown", _("Not checked")
    YES = "yes", _("Accessible")
    PARTLY = "partly", _("Partly accessible")
    NO = "no", _("Not accessible")


class ResourceKind(models.TextChoices):
    """What a document of the shared library is."""

    SYNTHESIS = "synthesis", _("Synthesis")
    GUIDE = "guide", _("Guide")
    TEMPLATE = "template", _("Template")
    VIDEO = "video", _("Video")
    SLIDES = "slides", _("Slides")
    LINK = "link", _("Link")


class FileLanguage(models.TextChoices):
    """The language of a file, by its ISO 639 code."""

    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    SPANISH = "es", _("Spanish")
    ITALIAN = "it", _("Italian")
    PORTUGUESE = "pt", _("Portuguese")
    ROMANIAN = "ro", _("Romanian")
    BRETON = "br", _("Breton")
    CORSICAN = "co", _("Corsican")
    BASQUE = "eu", _("Basque")
    OCCITAN = "oc", _("Occitan")
    SEVERAL = "mul", _("Several languages")
