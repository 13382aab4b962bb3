"""Elements and attributes of HTML and WAI-ARIA 1.2, as far as a page may use them.

From html.spec.whatwg.org as of October 2026. Obsolete ones are left out on purpose: what is not here errs.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GLOBAL = _words(
    """
    accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id inert
    inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck
    tabindex title translate
    """
)
# Elements without attributes of their own, then {element: its own attributes}.
PLAIN = _words(
    """
    abbr address article aside b bdi bdo body br caption cite code datalist dd dfn div dl dt em
    figcaption figure footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i kbd legend main mark menu
    nav noscript p picture pre rp rt ruby s samp search section small span strong sub summary sup table
    tbody tfoot thead title tr u ul var wbr
    """
)
WITH_ATTRIBUTES = {
    "a": _words("download href hreflang ping referrerpolicy rel target type"),
    "audio": _words("autoplay controls crossorigin loop muted preload src"),
    "base": _words("href target"),
    "blockquote": _words("cite"),
    "button": _words(
        """
        command commandfor disabled form formaction formenctype formmethod formnovalidate formtarget
        name popovertarget popovertargetaction type value
        """
    ),
    "canvas": _words("height width"),
    "col": _words("span"),
    "colgroup": _words("span"),
    "data": _words("value"),
    "del": _words("cite datetime"),
    "details": _words("name open"),
    "dialog": _words("closedby open"),
    "fieldset": _words("disabled form name"),
    "form": _words("accept-charset action autocomplete enctype method name novalidate rel target"),
    "iframe": _words("allow allowfullscreen height loading name referrerpolicy sandbox src srcdoc width"),
    "img": _words(
        """
        alt crossorigin decoding fetchpriority height ismap loading referrerpolicy sizes src srcset
        usemap width
        """
    ),
    "input": _words(
        """
        accept alt autocomplete checked dirname disabled form formaction formenctype formmethod
        formnovalidate formtarget height list max maxlength min minlength multiple name pattern
        placeholder popovertarget popovertargetaction readonly required size src step type value width
        """
    ),
    "ins": _words("cite datetime"),
    "label": _words("for"),
    "li": _words("value"),
    "link": _words(
        """
        as blocking color crossorigin disabled fetchpriority href hreflang imagesizes imagesrcset
        integrity media referrerpolicy rel sizes type
        """
    ),
    "meta": _words("charset content http-equiv media name property"),
    "meter": _words("high low max min optimum value"),
    "object": _words("data form height name type width"),
    "ol": _words("reversed start type"),
    "optgroup": _words("disabled label"),
    "option": _words("disabled label selected value"),
    "output": _words("for form name"),
    "progress": _words("max value"),
    "q": _words("cite"),
    "script": _words(
        """
        async blocking crossorigin defer fetchpriority integrity nomodule referrerpolicy src type
        """
    ),
    "select": _words("autocomplete disabled form multiple name required size"),
    "slot": _words("name"),
    "source": _words("height media sizes src srcset type width"),
    "style": _words("blocking media"),
    "td": _words("colspan headers rowspan"),
    "template": _words("shadowrootmode"),
    "textarea": _words(
        """
        autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required
        rows wrap
        """
    ),
    "th": _words("abbr colspan headers rowspan scope"),
    "time": _words("datetime"),
    "track": _words("default kind label src srclang"),
    "video": _words("autoplay controls crossorigin height loop muted playsinline poster preload src width"),
}
ELEMENTS = {**dict.fromkeys(PLAIN, frozenset[str]()), **WITH_ATTRIBUTES}
ARIA = frozenset(
    f"aria-{name}"
    for name in _words(
        """
        activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount
        colindex colindextext colspan controls current describedby description details disabled
        dropeffect errormessage expanded flowto grabbed haspopup hidden invalid keyshortcuts label
        labelledby level live modal multiline multiselectable orientation owns placeholder posinset
        pressed readonly relevant required roledescription rowcount rowindex rowindextext rowspan
        selected setsize sort valuemax valuemin valuenow valuetext
        """
    )
)
ROLES = _words(
    """
    alert alertdialog application article banner blockquote button caption cell checkbox code
    columnheader combobox complementary contentinfo definition deletion dialog directory document
    emphasis feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell
    group heading image img insertion link list listbox listitem log main marquee math menu menubar
    menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation
    progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator
    slider spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox
    time timer toolbar tooltip tree treegrid treeitem
    """
)
INPUT_TYPES = _words(
    """
    button checkbox color date datetime-local email file hidden image month number password radio range
    reset search submit tel text time url week
    """
)
