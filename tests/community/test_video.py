"""Videos: what an address gives, what the page may then show, our own files, their captions."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.template import Context, Template
from wagtail.blocks import StreamBlockValidationError
from wagtail.models import CollectionViewRestriction

from community.models import CommunityDocument
from community.security.headers import SecurityHeadersMiddleware
from community.video.addresses import read_video
from community.video.captions import check_text
from community.video.chapters import ChaptersBlock
from community.video.moments import seconds_of, written

pytestmark = pytest.mark.whatever_the_database

UUID = "9db9f2a5-4a56-4d1b-9b0b-1f2d3c4b5a69"
SHORT = "4uZnUPQ3ZWUy9Sb9mPXqbA"
PEERTUBE = "https://tube.example.org"
YOUTUBE = "www.youtube-nocookie.com"


@pytest.mark.parametrize(
    ("address", "host", "part"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=12", YOUTUBE, "/embed/dQw4w9WgXcQ"),
        (" https://youtu.be/dQw4w9WgXcQ ", YOUTUBE, "/embed/dQw4w9WgXcQ"),
        ("https://m.youtube.com/live/dQw4w9WgXcQ", YOUTUBE, "/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "player.vimeo.com", "/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/abcdef12", "player.vimeo.com", "?h=abcdef12&dnt=1"),
        (f"{PEERTUBE}/w/{SHORT}", "tube.example.org", f"/videos/embed/{SHORT}?p2p=0"),
        (f"{PEERTUBE}/videos/watch/{UUID}", "tube.example.org", f"/videos/embed/{UUID}?p2p=0"),
        (f"{PEERTUBE}/videos/embed/{UUID}?x=1", "tube.example.org", f"/videos/embed/{UUID}?"),
    ],
)
def test_a_known_address_gives_a_frame_of_one_host(address, host, part):
    video = read_video(address)
    assert video.host == host
    assert video.embed_url.startswith(f"https://{host}/")
    assert part in video.embed_url
    assert video.provider
    # The plain link leads to the same video, and is understood again.
    assert read_video(video.watch_url).embed_url == video.embed_url
    assert "90" in video.watch_at(90)
    assert "90" in video.embed_at(90)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "//youtu.be/dQw4w9WgXcQ",
        "/documents/1/../../admin.mp4",
        "/documents/1/a.html",
        "ftp://youtu.be/dQw4w9WgXcQ",
        "https://[::1",
        "https://youtube.com:99999999/watch?v=dQw4w9WgXcQ",
        "\0",
        pytest.param("a" * 10_000, id="long"),
    ],
)
def test_what_is_no_address_gives_nothing(address):
    video = read_video(address)
    assert (video.watch_url, video.embed_url, video.host) == ("", "", "")


@pytest.mark.parametrize(
    "address",
    [
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=trop-court",
        pytest.param("https://www.youtube.com/watch?v=" + "v" * 10_000, id="long"),
        "https://www.youtube.com/watch?" + "v=1&" * 4,
        "https://user:pass@youtu.be/dQw4w9WgXcQ",
        "https://youtu.be:8443/dQw4w9WgXcQ",
        f"https://localhost/w/{SHORT}",
        f"https://127.0.0.1/w/{SHORT}",
        f"https://tube.example.org;script-src/w/{SHORT}",
        f"https://tube.example.org%20*/w/{SHORT}",
        f"{PEERTUBE}/w/p/{SHORT}",
        f'{PEERTUBE}/w/{SHORT}"><script>',
        "https://vimeo.com/not-a-number",
        "https://example.org/video.mp4",
    ],
)
def test_an_unknown_address_is_only_a_link(address):
    video = read_video(address)
    assert (video.watch_url, video.embed_url, video.host) == (address, "", "")


def shown(rf, **values):
    """Return the request of a page with this video, and what the page says of it."""
    request = rf.get("/")
    values = {"url": "", "title": "Un titre", "captions": "", "chapters": (), **values}
    template = Template(
        "{% load video %}{% video url=url title=title captions=captions chapters=chapters %}"
    )
    html = template.render(Context({"request": request, **values}))
    return request, BeautifulSoup(html, "html.parser")


def frames_allowed(request, path="/"):
    request.path = path
    answer = SecurityHeadersMiddleware(lambda request: HttpResponse())(request)
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    others = {name: value for name, value in policy.items() if name != "frame-src"}
    assert "example.org" not in str(others)
    return policy["frame-src"]


def test_the_page_may_show_frames_of_its_videos_and_of_nobody_else(rf):
    request, page = shown(rf, url=f"{PEERTUBE}/w/{SHORT}", title='<b>"Titre"</b>')
    assert frames_allowed(request) == "'self' https://tube.example.org"
    assert not page.find(["iframe", "video", "b"])
    assert page.find("a")["href"] == f"{PEERTUBE}/w/{SHORT}"
    assert "tube.example.org" in page.select_one(".video__panel").get_text()
    assert page.find("button").has_attr("hidden")
    assert not page.find(style=True)
    assert not [one for one in page.find_all("script") if not one.get("src")]
    for harmless in ("https://example.org/a.mp4", "/documents/1/a.mp4", "javascript:alert(1)"):
        request, page = shown(rf, url=harmless)
        assert frames_allowed(request) == "'self'"
        assert "javascript" not in str(page.find("a") or "")
    # Nothing is left for the next request.
    assert frames_allowed(rf.get("/")) == "'self'"


def test_our_own_file_plays_with_its_captions_and_without_a_click(rf):
    chapters = ChaptersBlock().to_python(
        [{"type": "chapter", "value": {"time": 90, "title": "La suite"}}]
    )
    url, captions = "/documents/1/film.webm", "/documents/2/film.vtt"
    _request, page = shown(rf, url=url, captions=captions, chapters=chapters)
    video = page.find("video")
    assert (video["src"], video["preload"], video["aria-label"]) == (url, "none", "Un titre")
    assert video.has_attr("controls")
    assert not video.has_attr("autoplay")
    assert (video.find("track")["kind"], video.find("track")["src"]) == ("captions", captions)
    link = page.select_one(".chapters a")
    assert (link["href"], link["data-seek"]) == (f"{url}#t=90", "90")
    assert link.get_text(" ", strip=True) == "00:01:30 La suite"


GOOD = (
    "WEBVTT\n\nNOTE rien\n\n1\n00:01.000 --> 00:02.000 line:0\nUn\n\n"
    "01:00:02.000 --> 01:00:03.000\nDeux\n"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1"),
        ("\0", "1"),
        ("1\n00:00:01,000 --> 00:00:02,000\nUn sous-titre SRT\n", "1"),
        (GOOD.replace("WEBVTT", "WEBVTTX"), "1"),
        (GOOD.replace("01:00:02.000 -->", "01:00:02,000 -->"), "9"),
        (GOOD.replace("01:00:02.000 -->", "01:00:02.000 ->"), "9"),
        (GOOD.replace("01:00:03.000", "01:00:01.000"), "9"),
        (GOOD.replace("00:02.000", "00:99.000"), "6"),
        (GOOD.replace("Un\n\n", "Un\n"), "8"),
        ("WEBVTT\r\n\r\n00:01.000 --> 00:02\r\nUn", "3"),
    ],
)
def test_the_fault_of_captions_is_told_with_its_line(text, line):
    check_text(GOOD)
    check_text(GOOD.replace("\n", "\r\n"))
    with pytest.raises(ValidationError) as refused:
        check_text(text)
    assert refused.value.messages[0].split()[1].strip(":\N{NO-BREAK SPACE}") == line


def test_chapters_follow_each_other():
    assert [seconds_of(text) for text in ("5:30", "00:05:30", "1:00:00", " 0:07 ")] == [
        330,
        330,
        3600,
        7,
    ]
    junk = ("", "5", "5:60", "1:60:00", "99:00:00", "-1:00", "١:٠٠", "1:00\0", "0:0:0:0")
    assert [seconds_of(text) for text in junk] == [None] * len(junk)
    assert written(3_750) == "01:02:30"
    block = ChaptersBlock()

    def typed(*times):
        return block.to_python(
            [{"type": "chapter", "value": {"time": time, "title": "x"}} for time in times]
        )

    assert [one.value["time"] for one in block.clean(typed("0:00", "1:30"))] == [0, 90]
    for times in (("0:10", "0:10"), ("0:10", "0:20", "0:15"), ("abc",)):
        with pytest.raises(StreamBlockValidationError) as refused:
            block.clean(typed(*times))
        assert list(refused.value.block_errors) == [len(times) - 1]


@pytest.mark.django_db
def test_a_video_is_given_by_parts_to_those_who_may_open_it(client):
    content = bytes(range(256))
    document = CommunityDocument(title="Un film")
    document.file.save("film.webm", ContentFile(content))
    document.save()

    def part(value, **more):
        return client.get(document.url, headers={"range": value, **more})

    for asked, expected in (
        ("bytes=0-", content),
        ("bytes=10-19", content[10:20]),
        ("bytes=250-999", content[250:]),
        ("bytes=-6", content[-6:]),
    ):
        response = part(asked)
        assert (response.status_code, response.content) == (206, expected)
        assert response["Content-Range"].endswith("/256")
        assert response["Content-Type"] == "video/webm"
    for beyond in ("bytes=256-", "bytes=9-3", "bytes=-0"):
        assert part(beyond).status_code == 416
    for whole in ("bytes=abc", "bytes=-", "bytes=0-1,5-6", "bytes=" + "9" * 99 + "-", "octets=0-1"):
        response = part(whole)
        assert (response.status_code, b"".join(response.streaming_content)) == (200, content)
    assert part("bytes=0-9", **{"if-range": '"another"'}).status_code == 200
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )
    assert part("bytes=0-").status_code == 302
