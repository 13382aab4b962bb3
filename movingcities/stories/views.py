"""Stories in the editorial system, each open to those it is for."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.models import Locale
from wagtail.snippets.views.snippets import CreateView, IndexView, PreviewOnCreateView, SnippetViewSet

from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.stories.permissions import may_write, own_stories


class OwnStory:
    """Any view of one story: refuses it to those who may not work on it."""

    model: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = kwargs.get("pk") or (args[0] if args else None)
        if key is not None:
            story = self.model._default_manager.filter(pk=unquote(str(key))).first()
            if story is not None and not may_write(request.user, story):
                raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        """The form, told whether somebody saves, or the editorial system while somebody types."""
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        waits = getattr(self, "expects_json_response", None)
        if waits is not None:
            form.new_sources = "waited for" if waits else "noted"
        return form


class StoryCreateView(CreateView):
    """A new story in a language; its preview is shown in that language, too."""

    def get_preview_url(self) -> str:
        address: str = self._set_locale_query_param(super().get_preview_url())
        return address


class StoryPreviewOnCreateView(PreviewOnCreateView):
    """The page a new story would stand on, in its language."""

    def get_object(self) -> Any:
        story = super().get_object()
        story.locale = get_object_or_404(
            Locale, language_code=self.request.GET.get("locale") or FALLBACK_LANGUAGE
        )
        return story


class StoryIndexView(IndexView):
    """The list holds what one may work on."""

    def get_base_queryset(self) -> QuerySet[Any]:
        stories = super().get_base_queryset().select_related("locale", self.model.fact_name)
        return own_stories(self.request.user, stories)


class StoryViewSet(SnippetViewSet):
    """The section of one kind of stories."""

    index_view_class = StoryIndexView
    add_view_class = StoryCreateView
    preview_on_add_view_class = StoryPreviewOnCreateView
    search_backend_name = None
    list_filter = ("locale", "origin", "live")

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        own = type(view_class.__name__, (OwnStory, view_class), {})
        return super().construct_view(own, **kwargs)
