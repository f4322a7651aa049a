"""What the address of a video says: who provides it, how to embed it, where to watch it."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

#: A file of the site's own documents that browsers play.
OWN_FILE = re.compile(r"/documents/\d+/[^/?#]+\.(?:mp4|webm)", re.IGNORECASE)

YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
VIMEO_HOSTS = {"vimeo.com", "player.vimeo.com"}
# A name with at least one dot: what may stand in a Content-Security-Policy.
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_YOUTUBE_KEY = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE_PATH = re.compile(r"/(?:embed|live|shorts|v)/([\w-]{11})/?", re.ASCII)
_VIMEO_PATH = re.compile(r"/(?:video/|channels/[\w-]+/)?(\d{1,12})(?:/([0-9a-f]{6,20}))?/?")
# A key of PeerTube is a UUID, or the same in 22 letters and digits.
_PEERTUBE_PATH = re.compile(r"/(?:w|videos/(?:watch|embed))/([0-9A-Za-z-]{22}|[0-9a-f-]{36})/?")


@dataclass(frozen=True)
class Video:
    """A video whose address was understood.

    ``watch_url`` is the plain link to it. For a provider, ``embed_url`` is what a frame shows and
    ``start`` how its address says at which second to begin; ``own`` is a file of this site.
    """

    watch_url: str
    provider: str = ""
    host: str = ""
    embed_url: str = ""
    own: bool = False
    #: The ends that make the player, and the page, begin at a second.
    embed_start: str = ""
    watch_start: str = ""

    def watch_at(self, second: int) -> str:
        """Return the plain link to a moment of the video; to its beginning if none can be said."""
        return self.watch_url + self.watch_start.format(second) if self.watch_start else ""

    def embed_at(self, second: int) -> str:
        """Return the address of the frame that begins at a moment, "" when there is no frame."""
        return self.embed_url + self.embed_start.format(second) if self.embed_url else ""


def read_video(address: str) -> Video:
    """Return the video at ``address``; of an unknown one only the plain link is known.

    Only addresses in https of YouTube, Vimeo and PeerTube give a frame. Nothing is asked of
    anybody: the address alone is read. ``watch_url`` is "" for what is no address of the web.
    """
    address = address.strip()
    if OWN_FILE.fullmatch(address):
        return Video(address, own=True, watch_start="#t={}")
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
        plain = parts.port is None and parts.username is None and parts.password is None
    except ValueError:
        return Video("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return Video("")
    unknown = Video(address)
    if parts.scheme != "https" or not plain or not _HOST.fullmatch(host):
        return unknown
    asked = parse_qs(parts.query) if len(parts.query) < 2_000 else {}
    if host == "youtu.be" or host in YOUTUBE_HOSTS:
        return _youtube(host, parts.path, asked) or unknown
    if host in VIMEO_HOSTS:
        return _vimeo(parts.path, asked) or unknown
    return _peertube(parts.hostname or "", parts.path) or unknown


def _youtube(host: str, path: str, asked: dict[str, list[str]]) -> Video | None:
    if host == "youtu.be":
        key = path.strip("/")
    elif path.rstrip("/") == "/watch":
        key = asked.get("v", [""])[0]
    else:
        found = _YOUTUBE_PATH.fullmatch(path)
        key = found[1] if found else ""
    if not _YOUTUBE_KEY.fullmatch(key):
        return None
    frame = "www.youtube-nocookie.com"
    return Video(
        f"https://www.youtube.com/watch?v={key}",
        "YouTube",
        frame,
        f"https://{frame}/embed/{key}?rel=0",
        embed_start="&start={}",
        watch_start="&t={}s",
    )


def _vimeo(path: str, asked: dict[str, list[str]]) -> Video | None:
    found = _VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    key = found[1]
    # An unlisted video is only shown to those who know this word.
    word = found[2] or asked.get("h", [""])[0]
    word = word if re.fullmatch(r"[0-9a-f]{6,20}", word) else ""
    options = {"h": word, "dnt": "1"} if word else {"dnt": "1"}
    frame = "player.vimeo.com"
    return Video(
        f"https://vimeo.com/{key}/{word}".rstrip("/"),
        "Vimeo",
        frame,
        f"https://{frame}/video/{key}?{urlencode(options)}",
        embed_start="#t={}s",
        watch_start="#t={}s",
    )


def _peertube(host: str, path: str) -> Video | None:
    found = _PEERTUBE_PATH.fullmatch(path)
    if not found:
        return None
    # Without p2p=0 the other spectators would learn the visitor's address too.
    return Video(
        f"https://{host}/w/{found[1]}",
        f"PeerTube ({host})",
        host,
        f"https://{host}/videos/embed/{found[1]}?p2p=0&warningTitle=0&peertubeLink=0",
        embed_start="&start={}s",
        watch_start="?start={}s",
    )
