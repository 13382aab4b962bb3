/** Filters without reload: the same addresses, of which only what differs is put into the page. */

const region = document.querySelector("[data-live]");
const status = Object.assign(document.createElement("p"), { role: "status", className: "visually-hidden" });
region.before(status);
let shown = location.pathname + location.search;
let asked;

/** Show another view of the list; `from` is what the reader used, so that the focus can stay there. */
async function show(address, from) {
  asked?.abort();
  asked = new AbortController();
  region.ariaBusy = true;
  try {
    const answer = await fetch(address, { signal: asked.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = fresh.querySelector("[data-live]");
    if (!answer.ok || !content) return location.assign(address);
    swap(fresh, content, address, from);
  } catch (error) {
    if (error.name === "AbortError") return;
    say(region.dataset.offline, "notice");
    from?.form?.reset();
  }
  region.ariaBusy = false;
}

function swap(fresh, content, address, from) {
  const [map, other] = [region, content].map((each) => each.querySelector("living-map"));
  const isSameMap = map && map.dataset.lights === other?.dataset.lights;
  if (isSameMap) other.replaceWith(map);
  if (from) {
    const { pathname, search } = new URL(fresh.querySelector("[rel=canonical]").href);
    history.pushState(null, "", pathname + search + (isSameMap ? location.hash : (from.hash ?? "")));
  }
  shown = location.pathname + location.search;
  const { id, rel } = document.activeElement;
  const wasInside = region.contains(document.activeElement);
  for (const { id } of region.querySelectorAll("details[open][id]")) content.querySelector(`#${id}`)?.toggleAttribute("open", true);
  region.replaceChildren(...content.childNodes);
  showSlider();
  document.title = fresh.title;
  const languages = fresh.querySelectorAll("a[hreflang]");
  document.querySelectorAll("a[hreflang]").forEach((link, index) => (link.href = languages[index].href));
  const heading = region.querySelector("h1");
  say(heading.textContent);
  if (wasInside) {
    heading.tabIndex = -1;
    (region.querySelector(id ? `#${id}` : `[rel="${rel}"]`) ?? heading).focus({ preventScroll: true });
  }
  const list = region.querySelector(".list") ?? heading;
  if (from?.rel && list.getBoundingClientRect().top < 0) list.scrollIntoView();
}

function say(text, look = "visually-hidden") {
  status.className = look;
  status.textContent = text;
}

/** The address a form asks for, without what it leaves open. */
function asks(form) {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) address.searchParams.append(name, value);
  return address;
}

const showSlider = () => region.querySelectorAll("[data-by-year]").forEach((slider) => (slider.hidden = false));
showSlider();
region.addEventListener("submit", (event) => {
  event.preventDefault();
  show(asks(event.target), event.target);
});
region.addEventListener("input", ({ target }) => {
  const year = target.closest("[data-by-year]")?.querySelector("output");
  if (!year) return;
  year.value = target.value;
  // The lights at once, the list when the reader has chosen.
  region.querySelector("living-map")?.dim?.(+target.value);
});
region.addEventListener("change", ({ target }) => {
  const isYear = target.closest("[data-by-year]");
  const address = asks(region.querySelector("form"));
  if (isYear) address.searchParams.set("by", target.value);
  if (isYear || target.matches("form select")) show(address, target);
});
region.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!isPlain || link?.pathname !== location.pathname || (link.hash && link.search === location.search)) return;
  event.preventDefault();
  show(link.href, link);
});
addEventListener("popstate", () => shown !== location.pathname + location.search && show(location.href));
