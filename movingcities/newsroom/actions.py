"""Writes to what roles may do and to the way a story takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection as Folder,
)
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from movingcities.accounts import rules
from movingcities.accounts.actions import group_name, translators_group_name
from movingcities.accounts.models import Role
from movingcities.newsroom.models import CountryReview
from movingcities.newsroom.roles import FILES, PAGES, PERMISSIONS
from movingcities.pages.models import HomePage, NewsPage
from movingcities.stories.models import STORY_MODELS

REVIEW = "Review by the editors of the country"
REVIEW_OF_PAGES = "Review by managing editors"
NOBODY_S_GROUP = "Moderators"


def ensure_roles() -> None:
    """Give the group of each role what the table says, no more; and stories their way to publication."""
    with transaction.atomic():
        for role in Role.values:
            group, _made = Group.objects.get_or_create(name=group_name(role))
            group.permissions.set(_permissions(PERMISSIONS[role]))
            _allow_files(group, FILES.get(role, frozenset()))
        managing = Group.objects.get(name=group_name(rules.MANAGING_EDITOR))
        _allow_pages(managing, Page.objects.filter(depth=1), PAGES[rules.MANAGING_EDITOR])
        country_editors = Group.objects.get(name=group_name(rules.COUNTRY_EDITOR))
        _allow_pages(country_editors, NewsPage.objects.all(), {"add"})
        for code, _name in settings.LANGUAGES:
            group, _made = Group.objects.get_or_create(name=translators_group_name(code))
            homes = HomePage.objects.filter(locale__language_code=code)
            _allow_pages(group, homes, PAGES[rules.TRANSLATOR])
        _ensure_review()
        _ensure_review_of_pages(managing)


def _permissions(names: Collection[str]) -> list[Permission]:
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.filter(
            codename__in=[name.split(".")[1] for name in names]
        ).select_related("content_type")
    }
    return [found[name] for name in names]


def _allow_pages(group: Group, pages: Iterable[Page], actions: Collection[str]) -> None:
    wanted = Permission.objects.filter(
        content_type=ContentType.objects.get_for_model(Page),
        codename__in=[f"{action}_page" for action in actions],
    )
    GroupPagePermission.objects.filter(group=group).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page.pk, permission=permission)
        for page in pages
        for permission in wanted
    )


def _allow_files(group: Group, actions: Collection[str]) -> None:
    names = [f"{action}_{model}" for action in actions for model in ("image", "document")]
    wanted = Permission.objects.filter(content_type__app_label="media", codename__in=names)
    folder = Folder.get_first_root_node()
    GroupCollectionPermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=folder, permission=permission)
        for permission in wanted
    )


def _ensure_review() -> None:
    """One workflow with one task, for every kind of story."""
    workflow, _made = Workflow.objects.get_or_create(name=REVIEW)
    task = CountryReview.objects.filter(active=True).first() or CountryReview.objects.create(name=REVIEW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    for model in STORY_MODELS:
        WorkflowContentType.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(model), defaults={"workflow": workflow}
        )


def _ensure_review_of_pages(managing: Group) -> None:
    """Wagtail's own workflow of pages asks its moderators, of whom there are none here; others stay."""
    for task in GroupApprovalTask.objects.filter(groups__name=NOBODY_S_GROUP):
        task.groups.set([managing])
        task.name = REVIEW_OF_PAGES
        task.save(update_fields=["name"])
        Workflow.objects.filter(workflow_tasks__task=task).update(name=REVIEW_OF_PAGES)
