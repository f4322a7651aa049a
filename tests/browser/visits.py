"""What a browser meets when somebody who has never been here opens a page."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request

# Counts as ecoindex-scraper does: all but what is inside a drawing.
ELEMENTS = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"
# Down the whole page, so that lazy images come.
TO_THE_END = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
}"""


@dataclass(frozen=True)
class Asked:
    """One request of the browser, with its weight in bytes on the wire, headers included."""

    url: str
    kind: str
    status: int
    weight: int


@dataclass
class Visit:
    """One page, opened and read to its end."""

    url: str
    status: int = 0
    asked: list[Asked] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    stored: int = 0
    elements: int = 0

    @property
    def weight(self) -> float:
        """Kilobytes of everything (1 kB = 1,000 bytes, as EcoIndex has it)."""
        return sum(one.weight for one in self.asked) / 1000

    @property
    def weight_without_images(self) -> float:
        """Kilobytes of everything but images."""
        return sum(one.weight for one in self.asked if one.kind != "image") / 1000


def visit(context: BrowserContext, url: str) -> Visit:
    """Open ``url`` in a new tab of ``context``, scroll to its end, and return what was seen."""
    page = context.new_page()
    seen = Visit(url)
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    listen(page, seen.complaints)
    answer = page.goto(url)
    assert answer is not None
    seen.status = answer.status
    page.evaluate(TO_THE_END)
    page.wait_for_function("[...document.images].every((image) => image.complete)")
    seen.asked = [_asked(request) for request in requests]
    seen.cookies = [cookie["name"] for cookie in context.cookies()]
    seen.stored = page.evaluate("localStorage.length + sessionStorage.length")
    seen.elements = page.evaluate(ELEMENTS)
    page.close()
    return seen


def listen(page: Page, complaints: list[str]) -> None:
    """Add to ``complaints`` each error and warning of the browser about ``page``."""

    def of_console(message: ConsoleMessage) -> None:
        # The browser reports the status of the document itself as an error: it is tested apart.
        if message.type in ("error", "warning") and message.location["url"] != page.url:
            complaints.append(f"{message.type}: {message.text} ({message.location['url']})")
        elif message.type in ("error", "warning") and "status of" not in message.text:
            complaints.append(f"{message.type}: {message.text}")

    def of_page(error: Error) -> None:
        complaints.append(f"exception: {error}")

    page.on("console", of_console)
    page.on("pageerror", of_page)


def _asked(request: Request) -> Asked:
    answer = request.response()
    if answer is None:
        return Asked(request.url, request.resource_type, 0, 0)
    sizes = request.sizes()
    weight = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    return Asked(request.url, request.resource_type, answer.status, weight)
