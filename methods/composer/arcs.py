"""In which order the families of methods follow one another, for an aim.

The eight families follow the four Temps of a défi: working as a group and understanding belong to
Temps 1, inspiration, leads and creativity to Temps 2, prototyping to Temps 2 and 3, testing and
telling to Temps 4. So an aim is prepared by what comes before it and followed by what makes use of
it. From four pieces of work on, half of them at least keep to the aim.
"""

from ..models.families import Family

# What prepares the aim, and what makes use of it.
AROUND: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Family.COLLECTIVE: ((), (Family.LEADS,)),
    Family.UNDERSTAND: ((), (Family.LEADS,)),
    Family.INSPIRE: ((Family.UNDERSTAND,), (Family.LEADS,)),
    Family.LEADS: ((Family.UNDERSTAND,), (Family.CREATIVITY,)),
    Family.CREATIVITY: ((Family.UNDERSTAND, Family.INSPIRE), (Family.LEADS, Family.PROTOTYPING)),
    Family.PROTOTYPING: ((Family.CREATIVITY,), (Family.TESTING,)),
    Family.TESTING: ((Family.PROTOTYPING,), (Family.STORYTELLING,)),
    Family.STORYTELLING: ((Family.LEADS,), (Family.TESTING,)),
}
# Enough pieces for the aim to be prepared, then for it to be made use of.
PREPARED_FROM, USED_FROM = 2, 3
ORDER = list(Family.values)


def arc(aim: str, pieces: int) -> list[str]:
    """Return the family of each of ``pieces`` pieces of work, in order."""
    before, after = AROUND[aim]
    share = max(pieces // 4, 1)
    ahead = share if before and pieces >= PREPARED_FROM else 0
    behind = share if after and pieces >= USED_FROM else 0
    heart = [aim] * (pieces - ahead - behind)
    return [*_spread(before, ahead), *heart, *_spread(after, behind)]


def _spread(families: tuple[str, ...], pieces: int) -> list[str]:
    """Return ``pieces`` families: each in turn, the first ones more often, order kept."""
    return sorted((families[turn % len(families)] for turn in range(pieces)), key=families.index)


def nearest(family: str, aim: str) -> list[str]:
    """Return every family, from the one wanted to those that replace it worst.

    After the one wanted and the aim comes working as a group, which serves at any moment, then
    the others from the nearest to the farthest in the order of the Temps.
    """
    place = ORDER.index(family)
    others = sorted(ORDER, key=lambda other: (abs(ORDER.index(other) - place), other))
    return list(dict.fromkeys([family, aim, Family.COLLECTIVE, *others]))
