"""Facts in the editorial system: lists that stay quick, forms that write by the verbs of the facts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpResponse
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from movingcities.evidence.forms import FactForm, broken_rule


class _WritesByVerb:
    """What a verb refuses becomes an error of the form, which keeps what was typed."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "for_user": self.request.user}  # type: ignore[misc, attr-defined]

    def form_valid(self, form: FactForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            form.add_error(None, error.messages)
        except IntegrityError as error:
            form.add_error(None, _broken_rule(error))
        except ValueError as error:
            form.add_error(None, str(error))
        else:
            return response
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return self.form_invalid(form)  # type: ignore[attr-defined]


def _broken_rule(error: IntegrityError) -> str:
    """The rule of the data that was broken: constraints are named as sentences."""
    named = [word.strip("\"'`") for word in str(error).replace(":", " ").split() if word.count("_") > 1]
    return broken_rule(named[0] if named else str(error))


class CreateFactView(_WritesByVerb, CreateView):
    """The form of a new fact."""


class EditFactView(_WritesByVerb, EditView):
    """The form of a fact."""


class FactIndexView(IndexView):
    """A list that reads what its columns name along with the rows."""

    def get_base_queryset(self) -> QuerySet[Any]:
        known = {field.name: field for field in self.model._meta.get_fields()}
        named = [name for name in self.list_display if isinstance(name, str) and name in known]
        related = [name for name in named if known[name].many_to_one]
        return super().get_base_queryset().select_related(*related)


class FactViewSet(ModelViewSet):
    """The section of one kind of facts."""

    index_view_class = FactIndexView

    add_view_class = CreateFactView
    edit_view_class = EditFactView
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    form_class: type[FactForm]

    def get_form_class(self, for_update: bool = False) -> type[FactForm]:
        return self.form_class
