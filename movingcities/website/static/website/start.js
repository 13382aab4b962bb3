/** Loads what a page can use, when its words are there and the browser has nothing better to do. */
const parts = {
  "living-map": () => import("../map/living-map.js"),
  "[data-live]": () => import("./live.js"),
};

const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 50));
for (const [selector, load] of Object.entries(parts)) {
  if (document.querySelector(selector)) whenIdle(load, { timeout: 1000 });
}
