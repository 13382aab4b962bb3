"""Template tags that draw flags, hoists, pennants, votes and states.

The drawings are decorative for machines (`aria-hidden`): the name, the count or the word always stands
beside them.
"""

import json
import re
from collections.abc import Iterable, Mapping

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from movingcities.design import hoist as code
from movingcities.design.components import Tick

register = template.Library()

HOIST_SIZES = ("small", "row", "medium", "large")
VERTICAL_SIZES = ("head", "lead")
# Units of the drawing: a flag is 60 by 60, a gap between flags is one pixel in rows and wider on the halyard.
FLAG = 60
ROW_GAP = 3
HALYARD_GAP = 5
_AFTER_A_NUMBER = re.compile(r"(?<=\d) (?=\w)")
# Written as escapes that JSON readers undo.
_NOT_IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def hoist(letters: str, size: str = "row", spelled: bool = False, bare: bool = False) -> SafeString:
    """The flags of a place, side by side in rows or one below the other on the halyard.

    `size`: small, row, medium, large (side by side), head, lead (vertical). `spelled` adds the code words,
    `bare` shows the flags as pale ghosts: a place without a fact. Raises ValueError for an unknown size.
    """
    if size not in HOIST_SIZES + VERTICAL_SIZES:
        raise ValueError(f"No hoist is {size!r}; sizes are {', '.join(HOIST_SIZES + VERTICAL_SIZES)}.")
    flags = code.flown(letters)
    if not flags:
        return mark_safe("")
    vertical = size in VERTICAL_SIZES
    step = FLAG + (HALYARD_GAP if vertical else ROW_GAP)
    length = step * len(flags) - (step - FLAG)
    address = static("design/flags.svg")
    uses = format_html_join(
        "",
        '<use href="{}#f{}" {}="{}" width="60" height="60"/>',
        (
            (address, letter, "y" if vertical else "x", position * step)
            for position, letter in enumerate(flags)
        ),
    )
    drawing = format_html(
        '<svg class="hoist hoist-{}{}{}" viewBox="0 0 {} {}" preserveAspectRatio="xMinYMin" '
        'aria-hidden="true">{}</svg>',
        size,
        " hoist-vertical" if vertical else "",
        " hoist-bare" if bare else "",
        FLAG if vertical else length,
        length if vertical else FLAG,
        uses,
    )
    if not spelled:
        return drawing
    words = format_html_join(" ", "<span>{}</span>", ((word,) for word in code.spelled(flags)))
    return format_html('{}<p class="spelling" lang="en" translate="no">{}</p>', drawing, words)


@register.simple_tag
def flag(letter: str) -> SafeString:
    """One flag, for an action or a letter of the alphabet."""
    return format_html(
        '<svg class="flag" viewBox="0 0 60 60" aria-hidden="true"><use href="{}#f{}"/></svg>',
        static("design/flags.svg"),
        letter,
    )


@register.simple_tag
def pennants(number: int) -> SafeString:
    """A number as numeral pennants, its first digit on top; the number is written out elsewhere."""
    address = static("design/flags.svg")
    return format_html_join(
        "",
        '<svg class="pennant" viewBox="0 0 120 60" aria-hidden="true"><use href="{}#n{}"/></svg>',
        ((address, digit) for digit in str(number) if digit.isdigit()),
    )


@register.simple_tag
def status(value: str, text: str = "", large: bool = False) -> SafeString:
    """Glyph and word of an approach's state: planned, active, ended, reversed or unknown.

    `text` replaces the word by a longer one ("Active since 2019").
    """
    words = {
        "planned": gettext("Planned"),
        "active": gettext("Active"),
        "ended": gettext("Ended"),
        "reversed": gettext("Reversed"),
        "unknown": gettext("Present unknown"),
    }
    if value not in words:
        raise ValueError(f"No status is {value!r}; they are {', '.join(words)}.")
    size = " status-large" if large else ""
    return format_html('<span class="status status-{}{}">{}</span>', value, size, text or words[value])


@register.simple_tag
def dated_pennant(
    start: float | None, end: float | None = None, is_sighting: bool = False, ticks: Iterable[Tick] = ()
) -> SafeString:
    """A membership drawn on the time axis; positions run from 0 to 1, the drawing is 100 units wide.

    Full width until a known end; narrowing to the present when no source says how long it holds; a small
    square on the day of a mere sighting; nothing when no day is known.
    """
    lines = format_html_join(
        "",
        '<path class="timeline-grid" d="M{} 0V48" vector-effect="non-scaling-stroke"/>',
        ((two_decimals(tick.position),) for tick in ticks),
    )
    return format_html(
        '<svg viewBox="0 0 100 48" preserveAspectRatio="none" aria-hidden="true">{}{}</svg>',
        lines,
        pennant_shape(start, end, is_sighting),
    )


def pennant_shape(start: float | None, end: float | None, is_sighting: bool) -> SafeString:
    """Outline of the pennant, 100 units wide and 48 high."""
    if start is None:
        return mark_safe("")
    left = two_decimals(min(start, 0.98))
    if is_sighting:
        outline = f"M{left} 17h2v14h-2z"
    elif end is None:
        outline = f"M{left} 10L99.5 20V28L{left} 38z"
    else:
        outline = f"M{left} 10H{two_decimals(max(end, start + 0.01))}V38H{left}z"
    return format_html('<path class="timeline-pennant" d="{}" vector-effect="non-scaling-stroke"/>', outline)


@register.simple_tag
def time_axis(ticks: Iterable[Tick]) -> SafeString:
    """The years above the pennants."""
    years = format_html_join(
        "",
        '<text x="{}%" y="17" text-anchor="{}">{}</text>',
        (
            (two_decimals(tick.position), "start" if tick.position < 0.03 else "middle", tick.label)
            for tick in ticks
        ),
    )
    return format_html("<svg>{}</svg>", years)


@register.simple_tag
def vote_bar(yes: int, no: int) -> SafeString:
    """Yes and no as two boxes in true proportion; 100 units wide."""
    share = 100 * yes / (yes + no) if yes + no else 0
    return format_html(
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="vote-yes" width="{}" height="10"/>'
        '<path class="vote-line" d="M{} 0V10" vector-effect="non-scaling-stroke"/></svg>',
        f"{share:.2f}",
        f"{share:.2f}",
    )


@register.filter
def name_size(name: str) -> str:
    """Class of a headline: the longest word decides, so that it fits its column without being broken.

    At most 9 letters fit at full size beside hoist and map, 16 at the middle size; more are set small.
    """
    longest = max((len(part) for part in name.replace("-", "- ").split()), default=0)
    if longest <= 9 and len(name) <= 24:
        return "name-full"
    if longest <= 16 and len(name) <= 60:
        return "name-middle"
    return "name-small"


@register.filter
def numbers_kept(text: str) -> SafeString:
    """A headline in which no number ends a line: it stays with the word it counts."""
    return mark_safe(_AFTER_A_NUMBER.sub("\u00a0", conditional_escape(text)))


@register.filter
def json_ld(entity: Mapping[str, object]) -> SafeString:
    """A schema.org entity as a data block: markup in a text cannot end the element."""
    text = json.dumps(entity, ensure_ascii=False).translate(_NOT_IN_A_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.filter
def beside(cells: Iterable[object], columns: Iterable[object]) -> Iterable[tuple[object, object]]:
    """Each cell with its column; raises ValueError if there are more of one than of the other."""
    return zip(cells, columns, strict=True)


def two_decimals(position: float) -> str:
    """A position from 0 to 1 as hundredths, kept inside the drawing."""
    return f"{100 * min(max(position, 0.0), 1.0):.2f}"
