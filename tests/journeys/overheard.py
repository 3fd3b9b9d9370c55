"""What a browser asks for, is given to keep, and says while it looks at pages."""

from playwright.sync_api import Page


class Overheard:
    """What a browser asked for and said while it looked at pages."""

    def __init__(self, page: Page):
        self.asked: list[str] = []
        self.cookies: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("response", lambda answer: self._of(answer))
        page.on("console", lambda said: self.said.append(f"{said.location['url']}: {said.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def _of(self, answer) -> None:
        if "set-cookie" in answer.all_headers():
            self.cookies.append(answer.url)
