"""Facts in the editorial system: lists that stay quick, forms that write by the verbs of the facts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from movingcities.evidence.forms import SourceForm
from movingcities.evidence.models import Source
from movingcities.evidence.recording import RecordForm


class _WritesByVerb:
    """What a verb refuses becomes an error of the form, which keeps what was typed."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "for_user": self.request.user}  # type: ignore[misc, attr-defined]

    def form_valid(self, form: RecordForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            form.tell(error)
        except IntegrityError as error:
            form.tell_of_refusal(error)
        except ValueError as error:
            form.add_error(None, str(error))
        else:
            return response
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return self.form_invalid(form)  # type: ignore[attr-defined]


class CreateFactView(_WritesByVerb, CreateView):
    """The form of a new fact."""


class EditFactView(_WritesByVerb, EditView):
    """The form of a fact."""


class FactIndexView(IndexView):
    """A list that reads what its columns name along with the rows, searched as the choosers are."""

    is_searchable = True

    def get_base_queryset(self) -> QuerySet[Any]:
        known = {field.name: field for field in self.model._meta.get_fields()}
        named = [name for name in self.list_display if isinstance(name, str) and name in known]
        related = [name for name in named if known[name].many_to_one]
        return super().get_base_queryset().select_related(*related)

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.found_by(self.search_query) if self.is_searching else queryset


class FactViewSet(ModelViewSet):
    """The section of one kind of facts.

    Nothing is deleted here: Wagtail would do it past the verbs, and leave counts behind that are not true.
    """

    index_view_class = FactIndexView

    add_view_class = CreateFactView
    edit_view_class = EditFactView
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    form_class: type[RecordForm]
    closed = frozenset({"delete"})
    """Names of the addresses of a section that there are not."""

    def get_form_class(self, for_update: bool = False) -> type[RecordForm]:
        return self.form_class

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        closed = {f"{name}_url_name": None for name in self.closed}
        return super().get_common_view_kwargs(**closed, **kwargs)

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in self.closed]


class SourceViewSet(FactViewSet):
    """The section “Sources”: one is added by citing it in a fact or a text."""

    model = Source
    form_class = SourceForm
    icon = "link"
    name = url_prefix = "fact-sources"
    menu_label = _("Sources")
    closed = FactViewSet.closed | {"add"}
    list_display = ["__str__", "publisher", "published", "language"]
    list_filter = ["language"]
    ordering = ["publisher", "title", "pk"]
