"""What this plugin adds to the administration."""

from wagtail import hooks

from .report import admin as report

hooks.register("register_admin_urls", report.urls)
hooks.register("register_page_header_buttons", report.header_button)
