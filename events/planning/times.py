"""From the day and the hours that people type to instants."""

import zoneinfo
from datetime import UTC, date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: What browsers send, then what people type where there is no field for hours.
HOURS = ["%H:%M", "%H:%M:%S", "%Hh%M", "%H h %M", "%Hh", "%H h"]
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A day of the years that an edition may have."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {
        "required": gettext_lazy("Give the day."),
        "invalid": gettext_lazy("This is not a day: write it as 2018-07-09."),
    }

    def __init__(self, **options: object) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y"], **options)

    def clean(self, value: object) -> date | None:
        day = super().clean(value)
        if day and not EARLIEST <= day <= LATEST:
            raise ValidationError(_("This day is too far away."))
        return day


class HourField(forms.TimeField):
    """An hour on the clocks of a site."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {
        "required": gettext_lazy("Give the hour."),
        "invalid": gettext_lazy("This is not an hour: write it as 14:30."),
    }

    def __init__(self, **options: object) -> None:
        super().__init__(input_formats=HOURS, **options)


def instant(day: date, hour: time, zone: zoneinfo.ZoneInfo) -> datetime:
    """Return the instant at which the clocks of ``zone`` say ``day`` and ``hour``, in UTC.

    Raises ``ValidationError`` when they never say it, or say it twice: the nights on which the
    hour changes.
    """
    local = datetime.combine(day, hour, tzinfo=zone)
    found = local.astimezone(UTC)
    names = {"hour": f"{hour:%H:%M}"}
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValidationError(
            _("%(hour)s does not exist on that day: the clocks go forward.") % names
        )
    if local.replace(fold=1).astimezone(UTC) != found:
        raise ValidationError(
            _("%(hour)s comes twice on that day: the clocks go back. Choose another hour.") % names
        )
    return found
