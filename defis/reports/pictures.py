"""Photos as they are kept: upright, no larger than needed, silent about where they were taken."""

from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

#: The longest side kept, in pixels, and what no camera of today goes beyond.
LONGEST_SIDE, MOST_PIXELS = 2400, 110_000_000
#: ISO/IEC 23008-12 §10: how files of iPhones begin, after the length of their first box.
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypheim")
_READ = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


class Refused(Exception):
    """A file that is not kept; its text says why, and what to do, to the person who sent it."""


def cleaned(upload: UploadedFile) -> ContentFile:
    """Return the picture ``upload`` as a JPEG or PNG file of ours.

    It is drawn anew from its pixels, so that nothing else of the original is left: place, time
    and device of the shot (EXIF, XMP, IPTC), or what was hidden behind the picture. Raises
    :class:`Refused` for what is not a picture, or too heavy a one.
    """
    name = PurePath(upload.name or "").name[:80]
    if upload.size is None or upload.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        most = filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        text = _("“%(name)s” is too heavy: %(most)s at most. Choose a smaller size, then add it.")
        raise Refused(text % {"name": name, "most": most})
    content = upload.read()
    if content[4:12] in _HEIC and b"avif" not in content[8:32]:
        text = _(
            "“%(name)s” is in the HEIC format of recent phones, which most browsers cannot show. "
            "In the camera’s settings choose “most compatible” (JPEG), or send a screenshot."
        )
        raise Refused(text % {"name": name})
    try:
        with Image.open(BytesIO(content), formats=_READ) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError
            return _drawn_anew(picture)
    except Exception:
        # Pillow fails in as many ways as files are broken.
        text = _("“%(name)s” cannot be read as a picture. Use JPEG, PNG or WebP.")
        raise Refused(text % {"name": name}) from None


def _drawn_anew(picture: Image.Image) -> ContentFile:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    profile = picture.info.get("icc_profile")
    # The orientation is read before anything else of the file is dropped.
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    drawn = upright.convert("RGBA" if see_through else "RGB")
    pixels = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())
    kept = BytesIO()
    options = {"icc_profile": profile} if profile and upright.mode in ("RGB", "RGBA") else {}
    if see_through:
        pixels.save(kept, "PNG", optimize=True, **options)
    else:
        pixels.save(kept, "JPEG", quality=84, optimize=True, progressive=True, **options)
    return ContentFile(kept.getvalue(), name=f"photo.{'png' if see_through else 'jpg'}")
