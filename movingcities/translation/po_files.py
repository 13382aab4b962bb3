"""Translations as .po files: what goes out, and a look at what comes back; nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.models import Translation as Job

from movingcities.translation.terms import Term, hints

CARRIED = "carried over"
"""What a translated string says of its tool where it translates what the original said before."""

LARGEST = 5_000_000
"""Bytes of a file that is looked at; the whole site in one language has a fifth of it."""

_STAMP = "stamp: "


class NotAPoFile(ValueError):
    """A file that is no translation file; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One string of a file that came back; `stamp` tells what stood at the desk when it went out."""

    path: str
    original: str
    words: str
    stamp: str
    is_fuzzy: bool


def stamp_of(words: str) -> str:
    """A sign of the translation that a file was made with; empty for none."""
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest() if words else ""


def export(job: Job, terms: Sequence[Term]) -> polib.POFile:
    """The strings of a text and their translations; carried-over ones are fuzzy, with the former original."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Language": job.target_locale.language_code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Text": str(job.source.object_id),
    }
    known = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            context__object_id=job.source.object_id, locale=job.target_locale
        ).select_related("translation_of")
    }
    seen = set()
    segments = StringSegment.objects.filter(source=job.source).select_related("string", "context")
    for segment in segments.order_by("order"):
        key = (segment.string_id, segment.context_id)
        if key not in seen:
            seen.add(key)
            po.append(_entry(segment, known.get(key), known.values(), terms))
    return po


def read(content: bytes) -> tuple[str, str, list[Answer]]:
    """(translation key, language, strings) of a file. Raises NotAPoFile."""
    if len(content) > LARGEST:
        raise NotAPoFile(_("The file is larger than 5 MB. Send one text at a time."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotAPoFile(_("The file is not in UTF-8. Save it as a .po file in UTF-8.")) from problem
    # polib takes a text without line breaks for the name of a file.
    if "\0" in text or "msgid" not in text or "\n" not in text:
        raise NotAPoFile(_("This is no .po file. Use the file that was exported here."))
    try:
        po = polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as problem:
        raise NotAPoFile(_("The .po file is damaged. Export it again and compare.")) from problem
    answers = [
        Answer(each.msgctxt or "", each.msgid, each.msgstr, _stamp_in(each.comment), "fuzzy" in each.flags)
        for each in po
        if not each.obsolete
    ]
    return po.metadata.get("X-Text", ""), po.metadata.get("Language", ""), answers


def _entry(segment: StringSegment, made: Any, all_made: Any, terms: Sequence[Term]) -> polib.POEntry:
    words = made.data if made is not None else ""
    is_carried = made is not None and made.tool_name == CARRIED
    notes = [
        f"{term.source}: {', '.join(term.required)}"
        + (f" (not: {', '.join(term.forbidden)})" if term.forbidden else "")
        for term in hints(segment.string.data, terms)
    ]
    former = next(
        (
            each.translation_of.data
            for each in all_made
            if is_carried
            and each.context_id == segment.context_id
            and each.data == words
            and each.tool_name != CARRIED
        ),
        None,
    )
    return polib.POEntry(
        msgctxt=segment.context.path,
        msgid=segment.string.data,
        msgstr=words,
        comment="\n".join([*notes, _STAMP + stamp_of(words)]),
        flags=["fuzzy"] if is_carried else [],
        previous_msgid=former,
    )


def _stamp_in(comment: str) -> str:
    """The stamp in the comment of a string; one that is missing fits no translation."""
    lines = [line for line in comment.splitlines() if line.startswith(_STAMP.strip())]
    return lines[-1].removeprefix(_STAMP.strip()).strip() if lines else "?"
