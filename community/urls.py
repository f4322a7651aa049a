"""The addresses of the site. Wagtail's pages come last: they take all that is left."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from community.accounts.urls import shadowed_in_admin, shadowed_on_site
from community.accounts.urls import urlpatterns as account_urls
from community.booklet.urls import urlpatterns as booklet_urls
from community.following.urls import urlpatterns as following_urls
from community.health.urls import urlpatterns as health_urls
from community.media.urls import media_urls
from community.pages.serving import serve
from community.pages.sitemaps import sitemap
from community.plugins.urls import plugin_urls
from community.printing.views import card
from community.search.suggestion_view import suggest
from community.search.views import search
from community.space.urls import urlpatterns as space_urls

urlpatterns = [
    *health_urls,
    *media_urls(),
    path("sitemap.xml", sitemap, name="sitemap"),
    *shadowed_in_admin,
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *i18n_patterns(
        path("recherche/", search, name="search"),
        path("recherche/suggestions/", suggest, name="suggestions"),
        path("compte/", include(account_urls)),
        *shadowed_on_site,
        *space_urls,
        *following_urls,
        *booklet_urls,
        re_path(r"^((?:[\w\-]+/)+)fiche\.pdf$", card, name="card"),
        *plugin_urls(),
        *(each for each in wagtail_urls.urlpatterns if each.name != "wagtail_serve"),
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
