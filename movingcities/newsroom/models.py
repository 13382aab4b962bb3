"""The way a story takes to publication."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState

from movingcities.accounts import rules
from movingcities.accounts.models import User


class CountryReview(Task):
    """A country editor of the story's country reads it, and publishes it or asks for a change."""

    def user_can_access_editor(self, obj: Any, user: User) -> bool:
        """Whether somebody may decide on a story; Wagtail asks for this name, as for the others here."""
        decides = user.is_superuser or user.role in rules.EVERYWHERE | {rules.COUNTRY_EDITOR}
        return decides and hasattr(obj, "country_codes") and user.is_responsible_for(obj.country_codes())

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
        stories = {state.pk: state.workflow_state.content_object for state in waiting}
        mine = [key for key, story in stories.items() if story and self.user_can_access_editor(story, user)]
        return waiting.filter(pk__in=mine)

    @classmethod
    def get_description(cls) -> str:
        return _("An editor responsible for the story’s country publishes it or asks for a change.")

    class Meta:
        verbose_name = gettext_lazy("review by the editors of a country")
        verbose_name_plural = gettext_lazy("reviews by the editors of a country")
