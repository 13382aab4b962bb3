/** Loads what a page can use, when its words are there and the browser has nothing better to do. */
const maps = document.querySelectorAll("living-map");

/** A map that cannot be brought to life stays as it is drawn, and says so. */
async function bringMapsToLife() {
  try {
    // Asked for now: half-way would be too late.
    void [customElements, HTMLDialogElement, Path2D, ResizeObserver];
    await import("../map/living-map.js");
  } catch ({ name }) {
    // What did not arrive is a TypeError; what is not there or not understood is another.
    const reason = name === "TypeError" ? "offline" : "unable";
    for (const map of maps) map.querySelector(".map-message").textContent = map.dataset[reason];
  }
}

// Nothing younger than modules: whatever loads this file can read it.
const whenIdle = window.requestIdleCallback || setTimeout;
if (maps[0]) whenIdle(bringMapsToLife, { timeout: 1000 });
if (document.querySelector("[data-live]")) whenIdle(() => import("./live.js").catch(() => {}), { timeout: 1000 });

// The same part of the map, the same chapter, in another language.
addEventListener("click", ({ target }) => {
  if (target.hreflang) target.hash = location.hash;
});
