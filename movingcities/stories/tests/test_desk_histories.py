"""A person's words are never lost, whatever happens to a text in whatever order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.strings import StringValue

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.evidence.tests.factories import NOW
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story, rewrite
from movingcities.stories.tests.test_desk import greek, translate
from movingcities.translation.actions import import_answers, open_for_translation, translate_by_machine
from movingcities.translation.po_files import export, read

pytestmark = pytest.mark.django_db

DEEDS = ["edit", "person", "machine", "file", "publish", "revert"]


class Machine(BaseMachineTranslator):
    """Says every string with a sign before it."""

    display_name = "Test machine"

    def can_translate(self, source_locale, target_locale):
        return True

    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue(f"# {string.data}") for string in strings}


class History:
    """One text and what people have said of each of its summaries."""

    def __init__(self):
        TranslationSource.objects.all().delete()
        self.english = approach_story(ApproachFactory(), summary="Summary 0.")
        self.job = open_for_translation(original=self.english, locale=greek(), by=None)
        self.summary, self.known, self.spoken = "Summary 0.", ["Summary 0."], {}

    def edit(self, number, capture):
        self._rewrite(f"Summary {number}.", capture)

    def revert(self, number, capture):
        self._rewrite(self.known[number % len(self.known)], capture)

    def _rewrite(self, summary, capture):
        with capture(execute=True):
            rewrite(self.english, summary=summary)
        self.summary = summary
        self.known.append(summary)

    def person(self, number, _capture):
        self.spoken[self.summary] = f"Περίληψη {number}."
        translate(self.job, "summary", self.spoken[self.summary])

    def file(self, number, _capture):
        po = export(self.job, [])
        entry = po.find(self.summary)
        entry.msgstr, entry.flags = f"Αρχείο {number}.", []
        _key, _language, answers = read(str(po).encode())
        import_answers(job=self.job, answers=answers, by=None, at=NOW)
        self.spoken[self.summary] = entry.msgstr

    def machine(self, _number, _capture):
        translate_by_machine(job=self.job, by=None, at=NOW)

    def publish(self, _number, capture):
        with capture(execute=True):
            self.job.save_target(publish=True)
        told = ApproachStory.objects.get(translation_key=self.english.translation_key, locale=greek()).summary
        if self.spoken.get(self.summary):
            assert told == self.spoken[self.summary]

    def stands(self):
        """Whether what people said of the summaries is there, word by word."""
        there = dict(
            StringTranslation.objects.filter(
                context__object_id=self.english.translation_key,
                context__path="summary",
                translation_type="manual",
                tool_name="",
            ).values_list("translation_of__data", "data")
        )
        return all(there.get(original) == words for original, words in self.spoken.items())


@settings(suppress_health_check=list(HealthCheck))
@given(deeds=some.lists(some.tuples(some.sampled_from(DEEDS), some.integers(0, 4)), max_size=7))
def test_a_persons_words_stand_as_long_as_their_original_stands_or_returns(
    deeds, settings, django_capture_on_commit_callbacks
):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{__name__}.Machine", "OPTIONS": {}}
    history = History()

    for deed, number in deeds:
        getattr(history, deed)(number, django_capture_on_commit_callbacks)

    assert history.stands()
