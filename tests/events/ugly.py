"""A programme where all that breaks exports elsewhere happens at once."""

from community.models import Person
from events.models import CampusPage, SessionPage, SessionSpeaker, Slot
from events.programme.publishing import publish
from tests.programmes import at, campus_of, new_campus, relay, session, slot

UGLY = "Été & co ; « a, b » <b>\N{PARTY POPPER}</b> C:\\fin\nsuite\x0b " + "très long " * 18


def ugly_programme(rennes: CampusPage) -> dict[str, Slot]:
    """Plan and publish in 2018 what breaks exports elsewhere; return its slots by name."""
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    martinique = campus_of("2018", "martinique")
    person = Person.objects.create(given_name="Zoé", family_name="Été", consent_on="2018-01-01")
    asked, given = SessionSpeaker(person=person), SessionSpeaker(person=person, status="confirmed")
    both = session(rennes, "Dans deux salles", given, status="confirmed")
    late = session(noumea, "Veillée", asked, status="confirmed")
    made = {
        "one": slot(both, rennes, "2018-07-10 09:00", "2018-07-10 10:00", "Salle 1"),
        "two": slot(both, rennes, "2018-07-10 09:00", "2018-07-10 10:00", "Salle 2"),
        "far": slot(late, noumea, "2018-07-11 22:30", "2018-07-11 23:30", "Salle 1"),
        "west": slot(session(martinique, "Sérénade"), martinique, "2018-07-11 22:00"),
        "night": slot(session(rennes, "Nuit"), rennes, "2018-07-10 22:00", "2018-07-11 01:30"),
        "winter": slot(session(rennes, "Retour"), rennes, "2018-11-19 14:00", "2018-11-19 16:00"),
        "long": slot(session(rennes, "Exposition"), rennes, "2018-07-08 08:00", "2018-07-14 20:00"),
        "ugly": slot(session(rennes, UGLY, summary=UGLY), rennes, "2018-07-10 14:00"),
        "moved": slot(session(rennes, "Déplacée"), rennes, "2018-07-10 11:00", "2018-07-10 12:00"),
        "off": slot(session(rennes, "Annulée"), rennes, "2018-07-10 12:00", "2018-07-10 13:00"),
        "gone": slot(session(rennes, "Aubade"), rennes, "2018-07-10 13:00", "2018-07-10 14:00"),
    }
    publish(rennes, None)
    made["relay"] = relay(made["far"], rennes)
    for campus in (noumea, martinique, rennes):
        publish(campus, None)
    made["moved"].start = at(rennes, "2018-07-10 11:30")
    made["moved"].save()
    off = SessionPage.objects.get(pk=made["off"].session_id)
    off.status = "cancelled"
    off.save_revision()
    Slot.objects.filter(pk=made["gone"].pk).delete()
    publish(rennes, None)
    return made
