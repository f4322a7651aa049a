"""What this plugin adds to the administration."""

from wagtail import hooks

from .cloning import urls as cloning
from .coordination import admin as coordination
from .live import admin as live
from .planning import menu as planning
from .planning.urls import urls as planning_urls
from .report import admin as report

for urls in (cloning.urls, coordination.urls, live.urls, planning_urls, report.urls):
    hooks.register("register_admin_urls", urls)
for button in (
    cloning.header_buttons,
    coordination.header_button,
    planning.header_buttons,
    report.header_button,
):
    hooks.register("register_page_header_buttons", button)
for item in (live.menu_item, planning.menu_item):
    hooks.register("register_admin_menu_item", item)
