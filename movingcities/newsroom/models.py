"""The way a story takes to publication."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState

from movingcities.accounts import rules
from movingcities.accounts.models import User
from movingcities.stories.models import STORY_MODELS
from movingcities.stories.permissions import own_stories


class CountryReview(Task):
    """A country editor of the story's country reads it, and publishes it or asks for a change."""

    def user_can_access_editor(self, obj: Any, user: User) -> bool:
        """Whether somebody may decide on a story; Wagtail asks for this name, as for the others here."""
        return (
            _decides(user)
            and hasattr(obj, "country_codes")
            and (user.is_superuser or user.is_responsible_for(obj.country_codes()))
        )

    def locked_for_user(self, obj: Any, user: User) -> bool:
        return not self.user_can_access_editor(obj, user)

    def user_can_lock(self, obj: Any, user: User) -> bool:
        return self.user_can_access_editor(obj, user)

    def get_actions(self, obj: Any, user: User) -> list[tuple[str, str, bool]]:
        if not self.user_can_access_editor(obj, user):
            return []
        return [
            ("reject", _("Ask for a change"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> Any:
        waiting = TaskState.objects.filter(task_id=self.pk, status=TaskState.STATUS_IN_PROGRESS)
        if not _decides(user):
            return waiting.none()
        states: dict[tuple[int, str], int] = {
            (kind, key): state
            for state, kind, key in waiting.values_list(
                "pk", "workflow_state__base_content_type", "workflow_state__object_id"
            )
        }
        mine = []
        for model in STORY_MODELS:
            kind = ContentType.objects.get_for_model(model).pk
            keys = [key for its_kind, key in states if its_kind == kind]
            if keys:
                stories = own_stories(user, model._default_manager.filter(pk__in=keys))
                mine += [states[kind, str(key)] for key in stories.values_list("pk", flat=True)]
        return waiting.filter(pk__in=mine)

    @classmethod
    def get_description(cls) -> str:
        return _("An editor responsible for the story’s country publishes it or asks for a change.")

    class Meta:
        verbose_name = gettext_lazy("review by the editors of a country")
        verbose_name_plural = gettext_lazy("reviews by the editors of a country")


def _decides(user: User) -> bool:
    """Whether somebody decides on stories at all, be it of one country only."""
    return user.is_superuser or user.role in rules.EVERYWHERE | {rules.COUNTRY_EDITOR}
