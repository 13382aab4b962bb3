"""Addresses: the editorial system, what crawlers ask for, then one tree per language."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from movingcities.media.views import picture
from movingcities.website.sitemaps import SITEMAPS
from movingcities.website.views.robots import favicon, robots
from movingcities.website.views.root import root

urlpatterns = [
    path("", root, name="root"),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("media/<path:name>", picture, name="picture"),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}, name="sitemap_index"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", favicon, name="favicon"),
    *i18n_patterns(
        path("", include("movingcities.website.urls")),
        path("design/", include("movingcities.design.urls")),
        path("account/", include("allauth.account.urls")),
        path("account/2fa/", include("allauth.mfa.urls")),
        path("", include(wagtail_urls)),
    ),
]

handler400 = "movingcities.website.views.errors.bad_request"
handler403 = "movingcities.website.views.errors.forbidden"
handler404 = "movingcities.website.views.errors.not_found"
handler500 = "movingcities.website.views.errors.server_error"
