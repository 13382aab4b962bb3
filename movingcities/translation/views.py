"""The translation desk: what there is to do, and the ways to do it that harm nothing readers see."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, PreviewableMixin
from wagtail_localize.models import Translation as Job

from movingcities.accounts.models import User
from movingcities.languages.saying import language_name
from movingcities.translation import rules
from movingcities.translation.actions import (
    confirm_machine_translation,
    confirm_passage,
    import_answers,
    open_for_translation,
)
from movingcities.translation.engines import engine
from movingcities.translation.findings import findings_of
from movingcities.translation.kinds import TextKind, kind_named
from movingcities.translation.models import Translated
from movingcities.translation.outcomes import NotAnOriginal, PassageHasGaps
from movingcities.translation.permissions import may_translate
from movingcities.translation.po_files import LARGEST, NotAPoFile, export, read
from movingcities.translation.queries import Passage, not_taken_of, passages_of, terms_for, translations_of
from movingcities.translation.stock import MISSING, OUTDATED, STATES, queue_of, stock_of, titled
from movingcities.translation.tasks import translate_job_by_machine, translate_queue_by_machine

PER_PAGE = 50
MOST_FILES = 500
STATE_NAMES = {
    Translated.Origin.ORIGINAL: gettext_lazy("Originals"),
    Translated.Origin.HUMAN: gettext_lazy("By a person"),
    Translated.Origin.MACHINE: gettext_lazy("By a machine"),
    Translated.Origin.CHECKED: gettext_lazy("Machine, checked"),
    OUTDATED: gettext_lazy("Outdated"),
    MISSING: gettext_lazy("Missing"),
}


class DeskView(WagtailAdminTemplateMixin, View):
    """A page of the desk in the frame of the editorial system; `results_template_name` is its own part."""

    template_name = "wagtailadmin/generic/listing.html"
    results_template_name = ""
    header_icon = "wagtail-localize-language"
    page_title = gettext_lazy("Translation desk")

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Answer with the page."""
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the desk."""
        desk = {"url": reverse("translation_desk:dashboard"), "label": _("Translation desk")}
        here = {"url": "", "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, desk, *([here] if here["label"] else [])]


class DashboardView(DeskView):
    """How many texts of each kind are in which state in each language."""

    results_template_name = "translation/dashboard.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One table per language, one row per kind."""
        stocks = stock_of([code for code, _name in settings.LANGUAGES])
        tables = [
            {
                "name": _named(code),
                "address": reverse("translation_desk:queue", args=[code]),
                "stocks": [stock for stock in stocks if stock.language == code],
            }
            for code, _name in settings.LANGUAGES
        ]
        return super().get_context_data(
            tables=tables, states=[STATE_NAMES[each] for each in STATES], **kwargs
        )


class QueueView(DeskView):
    """What there is to do in a language."""

    results_template_name = "translation/queue.html"

    def get_page_subtitle(self) -> str:
        """The language."""
        return _named(self.kwargs["language"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A part of the queue, with what may be done with each text."""
        language = _language(self.kwargs["language"])
        kind, state = _narrowed(self.request)
        page = Paginator(queue_of(language, kind=kind, state=state), PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        rows = [
            {
                "title": shown.title,
                "kind": shown.entry.kind.label,
                "state": STATE_NAMES[shown.entry.state],
                "is_outdated": shown.entry.is_outdated,
                "asked": shown.entry.asked,
                "has_translation": shown.entry.translation_id is not None,
                **_addresses((language, shown.entry.kind.name, shown.entry.original_id)),
            }
            for shown in titled(page.object_list)
        ]
        return super().get_context_data(
            rows=rows,
            page=page,
            narrowed=STATE_NAMES.get(state, ""),
            query=f"kind={kind}&state={state}",
            may_translate=may_translate(self.request.user, language),
            engine=engine(),
            **kwargs,
        )


class ChoiceView(DeskView):
    """An original and the languages it may be translated into."""

    results_template_name = "translation/choice.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The languages that the person translates into."""
        kind = _kind(self.kwargs["kind"])
        text = _original(kind, self.kwargs["pk"])
        languages = [
            {"name": _named(code), **_addresses((code, kind.name, text.pk))}
            for code, _name in settings.LANGUAGES
            if code != text.locale.language_code and may_translate(self.request.user, code)
        ]
        return super().get_context_data(title=str(text), languages=languages, **kwargs)


class ComparisonView(DeskView):
    """A translation beside its original, passage by passage."""

    results_template_name = "translation/comparison.html"

    def get_page_subtitle(self) -> str:
        """The language."""
        return _named(self.kwargs["language"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The passages, what changed in their originals marked."""
        original, translation = _both(self.request, **self.kwargs)
        passages = passages_of(translation, original)
        rows = [
            {
                "passage": passage,
                "how": STATE_NAMES.get(passage.how, STATE_NAMES[MISSING]),
                "runs": _runs(passage),
            }
            for passage in passages
        ]
        return super().get_context_data(
            title=str(original),
            original=original,
            translation=translation,
            original_language=original.locale.language_code,
            passages=rows,
            not_taken=not_taken_of(original, self.kwargs["language"]),
            findings=findings_of(passages, self.kwargs["language"]),
            is_machine=translation.origin == Translated.Origin.MACHINE,
            **_addresses((self.kwargs["language"], self.kwargs["kind"], original.pk)),
            **kwargs,
        )

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Note that a passage is still right, or that the whole was read against the original."""
        _text, translation = _both(request, **self.kwargs)
        path = request.POST.get("path", "")
        try:
            if path:
                confirm_passage(translation=translation, path=path, by=_person(request))
                messages.success(request, _("Noted: the passage is still right."))
            else:
                confirm_machine_translation(translation=translation, by=_person(request), at=timezone.now())
                messages.success(request, _("Noted: you have checked this translation."))
        except PassageHasGaps:
            messages.error(
                request, _("The original has other parts now. Open the editor and translate them.")
            )
        return redirect(request.path)


@require_POST
def translate(request: HttpRequest, language: str, kind: str, pk: str) -> HttpResponse:
    """Open a text in the editor for translations; what readers see stays as it is."""
    _allow(request, language)
    original = _original(_kind(kind), pk)
    if original.locale.language_code == language:
        raise Http404
    try:
        job = open_for_translation(original=original, locale=_locale(language), by=_person(request))
    except NotAnOriginal as problem:
        raise Http404 from problem
    return redirect(AdminURLFinder(request.user).get_edit_url(job.get_target_instance()) or _desk())


@require_POST
def by_machine(request: HttpRequest, language: str, kind: str, pk: str) -> HttpResponse:
    """Have a machine translate what nobody has; it works in the background."""
    _allow(request, language)
    original = _original(_kind(kind), pk)
    if engine() is None or original.locale.language_code == language:
        raise Http404
    job = open_for_translation(original=original, locale=_locale(language), by=_person(request))
    translate_job_by_machine.enqueue(job_id=job.pk, user_id=_person(request).pk)
    messages.success(request, _("The machine is at work. Its words are drafts until they are published."))
    return redirect("translation_desk:queue", language)


@require_POST
def queue_by_machine(request: HttpRequest, language: str) -> HttpResponse:
    """Have a machine translate the part of the queue that is looked at; it works in the background."""
    _allow(request, language)
    kind, state = _narrowed(request)
    if engine() is None:
        raise Http404
    translate_queue_by_machine.enqueue(language=language, kind=kind, state=state, user_id=_person(request).pk)
    messages.success(request, _("The machine is at work. Its words are drafts until they are published."))
    return redirect("translation_desk:queue", language)


@require_POST
def export_files(request: HttpRequest, language: str) -> HttpResponse:
    """The part of the queue that is looked at as .po files, one per text, in a zip file."""
    _allow(request, language)
    kind, state = _narrowed(request)
    terms, packed = terms_for(language), BytesIO()
    wanted = queue_of(language, kind=kind, state=state)
    with ZipFile(packed, "w", ZIP_DEFLATED) as files:
        if len(wanted) > MOST_FILES:
            told = _(
                "These are the first %(most)s of %(all)s texts. "
                "Narrow the queue by kind or state to get the others."
            )
            files.writestr("README.txt", told % {"most": MOST_FILES, "all": len(wanted)})
        for entry in wanted[:MOST_FILES]:
            original = _original(entry.kind, str(entry.original_id))
            job = open_for_translation(original=original, locale=_locale(language), by=_person(request))
            files.writestr(f"{language}/{entry.kind.name}-{original.pk}.po", str(export(job, terms)))
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="moving-cities-{language}.zip"'
    return answer


@require_POST
def import_file(request: HttpRequest, language: str) -> HttpResponse:
    """Take one .po file back and tell what became of its strings."""
    _allow(request, language)
    back = redirect("translation_desk:queue", language)
    try:
        content = request.FILES.get("file")
        key, file_language, answers = read(content.read(LARGEST + 1) if content else b"")
        job = _job_of(key, language) if file_language == language else None
    except NotAPoFile as problem:
        messages.error(request, str(problem))
        return back
    if job is None:
        messages.error(request, _("The file belongs to another language, or to no text of this site."))
        return back
    report = import_answers(job=job, answers=answers, by=_person(request), at=timezone.now())
    messages.success(
        request,
        _("Strings taken: %(taken)s, the same as before: %(unchanged)s.")
        % {"taken": report.taken, "unchanged": report.unchanged},
    )
    for path, reason in report.refused:
        messages.warning(request, f"{path}: {reason}")
    return back


def preview(request: HttpRequest, language: str, kind: str, pk: str) -> HttpResponse:
    """A translation as readers would see it with the words that stand at the desk now."""
    _allow(request, language)
    original = _original(_kind(kind), pk)
    job = _job_of(str(original.translation_key), language)
    if job is None:
        messages.warning(request, _("Open the text for translation first."))
        return redirect("translation_desk:comparison", language, kind, pk)
    text = job.source.get_ephemeral_translated_instance(job.target_locale, fallback=True)
    if not isinstance(text, PreviewableMixin):
        messages.warning(request, _("Texts of this kind have no preview yet."))
        return redirect("translation_desk:comparison", language, kind, pk)
    answer: HttpResponse = text.make_preview_request(request, text.default_preview_mode)
    return answer


def _narrowed(request: HttpRequest) -> tuple[str, str]:
    """The kind and the state that the address narrows a queue down to; empty for all."""
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    if state not in ("", *STATES) or (kind and kind_named(kind) is None):
        raise Http404
    return kind, state


def _allow(request: HttpRequest, language: str) -> None:
    _language(language)
    if not may_translate(request.user, language):
        raise PermissionDenied


def _both(request: HttpRequest, language: str, kind: str, pk: str) -> tuple[Any, Any]:
    """An original and its translation into a language, which the person may translate into."""
    _allow(request, language)
    original = _original(_kind(kind), pk)
    translation = get_object_or_404(
        translations_of(original).select_related("locale"), locale__language_code=language, live=True
    )
    return original, translation


def _job_of(key: str, language: str) -> Job | None:
    """The job of the text a file names, if it is one."""
    try:
        known = Job.objects.select_related("source__locale", "target_locale")
        return known.get(source__object_id=UUID(key), target_locale__language_code=language)
    except (ValueError, Job.DoesNotExist):
        return None


def _kind(name: str) -> TextKind:
    kind = kind_named(name)
    if kind is None:
        raise Http404
    return kind


def _language(code: str) -> str:
    if code not in dict(settings.LANGUAGES):
        raise Http404
    return code


def _named(code: str) -> str:
    """What a language is called in that of the editor."""
    return language_name(code, get_language() or settings.LANGUAGE_CODE)


def _locale(language: str) -> Locale:
    return get_object_or_404(Locale, language_code=language)


def _original(kind: TextKind, pk: str) -> Any:
    originals = kind.model._default_manager.select_related("locale", *kind.related)
    return get_object_or_404(originals, pk=pk, origin=Translated.Origin.ORIGINAL)


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _addresses(arguments: tuple[Any, ...]) -> dict[str, str]:
    """{name of the view: its address for a text and a language}."""
    return {
        f"{name}_address": reverse(f"translation_desk:{name}", args=arguments)
        for name in ("translate", "by_machine", "comparison", "preview")
    }


def _runs(passage: Passage) -> list[tuple[str, str]]:
    return rules.differences(passage.former, passage.original) if passage.former else []


def _desk() -> str:
    return reverse("translation_desk:dashboard")


def to_the_desk(request: HttpRequest, **_kwargs: Any) -> HttpResponseRedirect:
    """Instead of a way that would unpublish or overwrite translations: the desk, and why."""
    messages.warning(
        request,
        _("That would change what readers see, or lose a translator’s words. Use the translation desk."),
    )
    return redirect(_desk())
