"""What this plugin adds to the administration."""

from wagtail import hooks

from .coordination import admin as coordination
from .live import admin as live
from .report import admin as report

for urls in (coordination.urls, live.urls, report.urls):
    hooks.register("register_admin_urls", urls)
for button in (coordination.header_button, report.header_button):
    hooks.register("register_page_header_buttons", button)
hooks.register("register_admin_menu_item", live.menu_item)
