"""What every editorial page shares below the front page: a teaser, a body, how it is shared."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail_localize.fields import SynchronizedField

from movingcities.blocks.bodies import PageBodyBlock
from movingcities.evidence.overtaken import UnlessOvertaken
from movingcities.media.models import Image
from movingcities.pages.frames import context_for, is_reserved
from movingcities.pages.panels import ToBeFilledInPanel
from movingcities.translation.models import Translated


class NotReady(ValidationError):
    """A page was to be published that still says what is to be filled in."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This page cannot be published yet: do what the note “to be filled in before publication” "
                "says, then empty the note and publish again."
            )
        )


class EditorialPageForm(UnlessOvertaken, WagtailAdminPageForm):
    """The form of an editorial page: what is still to be filled in is not published."""

    def clean(self) -> dict[str, Any]:
        """Refuse to publish, to approve or to submit while the note is not empty; drafts may be saved."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        ways = ("action-publish", "action-submit", "action-restart-workflow")
        approves = self.data.get("workflow-action-name") == "approve"
        wants_it_live = approves or any(way in self.data for way in ways)
        note = cleaned.get("adapt", self.instance.adapt)
        if wants_it_live and note.strip():
            self.add_error("adapt" if "adapt" in self.fields else None, NotReady())
        return cleaned


class EditorialPage(Translated, Page):
    """A page that an editor writes; its address has the same last word in every language."""

    teaser = models.TextField(
        gettext_lazy("teaser"),
        max_length=300,
        help_text=gettext_lazy(
            "One or two sentences under the title; search engines and shared links show them too."
        ),
    )
    body = StreamField(PageBodyBlock(), verbose_name=gettext_lazy("body"), blank=True)
    adapt = models.TextField(
        gettext_lazy("to be filled in before publication"),
        blank=True,
        help_text=gettext_lazy("A note for editors, never shown to readers."),
    )
    share_image = models.ForeignKey(
        Image,
        verbose_name=gettext_lazy("picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=gettext_lazy("Empty: a card with the title that the site draws itself."),
    )

    base_form_class = EditorialPageForm
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("adapt", overridable=False),
    ]
    content_panels = [
        ToBeFilledInPanel(),
        FieldPanel("title"),
        FieldPanel("teaser"),
        FieldPanel("body"),
        FieldPanel("adapt"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            gettext_lazy("Address, search engines, shared links"),
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a last word of an address under which the site lists its facts."""
        super().clean()
        if is_reserved(self.slug or ""):
            message = _("The site itself answers at this address: choose another one.")
            raise ValidationError({"slug": message})

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish a revision, from wherever that is asked for. Raises NotReady."""
        if revision.content.get("adapt", "").strip():
            raise NotReady
        return super().publish(revision, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **context_for(request, self),
        }
