/**
 * <living-map>: a drawn map that comes alive when a reader reaches for it (docs/explanation/living-map.md).
 *
 * Whole, it is the drawing, as it was; closer in, a canvas over the drawing.
 */
import { Camera, Picture, drawnLights, nameLights, readOutlines } from "./picture.js";

const FRAGMENT = /^#map=(\d+\.?\d*)\/(-?\d+)\/(-?\d+)$/;
const WAYS = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
const ACTS = { "+": "in", "-": "out", 0: "whole" };

class LivingMap extends HTMLElement {
  lights = [];

  connectedCallback() {
    if (this.camera) return;
    this.stage = this.find(".map-frame");
    this.dialog = this.find("dialog");
    this.isHero = "hero" in this.dataset;
    this.frame = this.dataset.frame.split(" ").map(Number);
    this.home = this.find(".map-search").pathname;
    this.camera = new Camera();
    this.picture = new Picture(this.find("svg"), this.camera);
    this.find("svg").after(this.picture.canvas);
    this.find(".map-controls").hidden = false;
    if (!this.isHero) Object.assign(this.stage, { tabIndex: 0, role: "group", ariaLabel: this.dataset.label });
    this.leaving = new AbortController();
    this.fit();
    listen(this, this.leaving.signal);
    new ResizeObserver(() => this.fit()).observe(this.stage);
    this.restore();
  }

  async disconnectedCallback() {
    await null;
    if (!this.isConnected) this.leaving.abort();
  }

  find(selector) {
    return this.querySelector(selector);
  }

  /** Say whether the map may move: its land is there, and no words lie on it. */
  get isFree() {
    return this.camera.width && this.picture.outlines[0] && (!this.isHero || this.dialog.open);
  }

  say(text = "") {
    this.find(".map-message").textContent = text;
  }

  /** Fetch; what fails is said in words and answered with nothing. */
  async get(address) {
    this.say();
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return answer;
    this.say(this.dataset.offline);
  }

  /** Load what the drawing does not hold: once, and again after a failure. Done when the lights have names. */
  start() {
    return (this.started ??= this.load().catch(() => (this.started = this.say(this.dataset.offline))));
  }

  async load() {
    const names = this.get(this.dataset.lights);
    this.lights = drawnLights(this.picture.svg);
    this.landing = this.land();
    const { Card } = await import("./card.js");
    this.card ??= new Card(this);
    await this.landing;
    const answer = await names;
    if (answer) nameLights(this.lights, await answer.json(), this.frame);
    if (!answer || !this.picture.outlines[0]) this.started = null;
    if (this.dataset.points) await (await import("./night.js")).darken(this);
    this.settle();
  }

  async land() {
    const uses = [...this.picture.svg.querySelectorAll(":scope>g>g>use")].map((use) => use.href.baseVal.split("#"));
    this.groups = uses.map(([, group]) => group);
    await this.outline(0, uses[0][0]);
  }

  async outline(level, address) {
    const answer = await this.get(address);
    if (answer) this.picture.outlines[level] = await readOutlines(answer, this.groups);
    this.fit();
  }

  /** Try out a year: what came later is dimmed. */
  async dim(year) {
    this.picture.year = year;
    await this.start();
    this.moved();
  }

  fit() {
    const box = this.stage.getBoundingClientRect();
    const { a, e, f } = this.picture.svg.getScreenCTM() ?? {};
    this.camera.width = 0;
    if (!box.width || !a) return;
    // As browsers do with a drawing: on whole pixels, its size among them.
    const size = (start, end) => Math.round(end) - Math.round(start);
    const width = size(box.left, box.right);
    const snap = width / box.width;
    const corner = [(e - box.left) * snap, (f - box.top) * snap];
    this.camera.fit(a * snap, ...corner, width, size(box.top, box.bottom), this.frame[2]);
    this.picture.fit();
    this.settle();
  }

  /** Something moved: draw with the next frame, and crisply when it rests. */
  moved() {
    this.moving ??= requestAnimationFrame((now) => {
      this.moving = null;
      // Crisp on the way too, as often as it costs little of the time between.
      if (now - this.kept > 25 * this.cost) this.keep();
      this.draw();
    });
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), 120);
  }

  keep() {
    const start = performance.now();
    this.picture.keep();
    this.kept = performance.now();
    this.cost = this.kept - start;
  }

  draw() {
    const { picture, camera } = this;
    picture.context.clearRect(0, 0, camera.width, camera.height);
    if (this.isFree && (camera.zoom > 1 || picture.year || picture.night)) picture.draw(this.lights);
    this.card?.draw();
  }

  settle() {
    if (!this.isFree) return this.draw();
    this.keep();
    this.picture.place(this.lights);
    this.draw();
    if (!this.isHero) this.remember();
    if (this.camera.zoom > 2.6 && this.dataset.fine) this.fine ??= this.outline(1, this.dataset.fine);
  }

  /** Zoom so that the eye can follow; at once for those who asked for no movement. */
  glide(zoom, left, top) {
    const from = this.camera.zoom;
    const start = performance.now();
    const time = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 220;
    const step = (now) => {
      if (this.gliding !== step) return;
      const rest = Math.max(0, 1 - (now - start) / time);
      this.camera.zoomTo(from * (zoom / from) ** (1 - rest * rest), left, top);
      this.moved();
      if (rest) requestAnimationFrame(step);
    };
    this.gliding = step;
    if (this.isFree) requestAnimationFrame(step);
  }

  async act(what) {
    if (!what) return;
    if (what === "close") this.dialog.close();
    if (what === "full") this.fill();
    this.start();
    await this.landing;
    const { zoom, width } = this.camera;
    const aim = { in: zoom * 1.8, out: zoom / 1.8, whole: 1 }[what];
    if (aim) this.glide(aim);
    // Past the sea that is kept free for a headline.
    else if (this.isHero) this.glide(1.4, width);
  }

  /** Fill the screen, and come back to where one was. */
  fill() {
    this.style.blockSize = `${this.offsetHeight}px`;
    this.dialog.append(this.stage);
    this.dialog.showModal();
    this.fit();
    this.dialog.onclose = () => {
      this.prepend(this.stage);
      this.style.blockSize = "";
      if (this.isHero) this.camera.zoom = 1;
      this.find("[data-act=full]").focus();
    };
  }

  /** Write into the address where one looks: middle in kilometres of EPSG:3035. */
  remember() {
    const { camera } = this;
    const [west, north, size] = this.frame;
    const place = ([x, y]) => [Math.round(west + x * size), Math.round(north - y * size)];
    const fragment = `#map=${+camera.zoom.toFixed(2)}/${place([camera.x, camera.y]).join("/")}`;
    if (camera.zoom > 1 || FRAGMENT.test(location.hash)) {
      history.replaceState(history.state, "", location.pathname + location.search + (camera.zoom > 1 ? fragment : ""));
    }
    const area = [place(camera.unit(0, camera.height)), place(camera.unit(camera.width, 0))].join();
    const search = this.find(".map-search");
    const query = new URLSearchParams(search.search);
    query.set("area", area);
    search.search = query;
    search.hash = fragment;
    search.hidden = camera.zoom < 4;
    this.picture.night?.name(area);
  }

  /** Look where the address says; whatever else stands there is let be. */
  async restore() {
    const [, zoom, east, north] = FRAGMENT.exec(location.hash) ?? [];
    if (!zoom || this.isHero) return;
    this.start();
    await this.landing;
    if (!this.isFree) return;
    const [west, top, size] = this.frame;
    this.camera.go((east - west) / size, (top - north) / size, +zoom);
    this.settle();
  }
}

/** Let a reader move the map, and point at its lights and at the rows of lists, until the signal. */
function listen(map, signal) {
  const { camera, stage } = map;
  const { canvas } = map.picture;
  const fingers = new Map();
  let travelled;
  const on = (target, names, act) => {
    for (const name of names.split(" ")) target.addEventListener(name, act, { signal, passive: false });
  };
  const spot = ({ clientX, clientY }) => {
    const { left, top } = canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  on(stage, "pointerenter focusin", () => map.start());
  on(stage, "click", (event) => map.act(event.target.closest("[data-act]")?.dataset.act));
  on(stage, "keydown", (event) => {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    map.act(ACTS[event.key]);
    if (!WAYS[event.key] || camera.zoom === 1) return;
    event.preventDefault();
    camera.pan(...WAYS[event.key]);
    map.moved();
  });
  on(canvas, "pointerdown", (event) => {
    fingers.set(event.pointerId, spot(event));
    canvas.setPointerCapture(event.pointerId);
    travelled = 0;
  });
  on(canvas, "pointermove", (event) => {
    const [left, top] = spot(event);
    const [wasLeft, wasTop] = fingers.get(event.pointerId) ?? [];
    if (wasLeft === undefined) return map.card?.point(left, top);
    fingers.set(event.pointerId, [left, top]);
    travelled += Math.hypot(left - wasLeft, top - wasTop);
    const other = [...fingers].find(([finger]) => finger !== event.pointerId)?.[1];
    if (!map.isFree || !(other || event.pointerType !== "touch" || map.dialog.open)) return;
    const share = other ? 0.5 : 1;
    camera.pan((left - wasLeft) * share, (top - wasTop) * share);
    if (other) {
      const spread = (x, y) => Math.hypot(x - other[0], y - other[1]);
      const growth = spread(left, top) / spread(wasLeft, wasTop);
      camera.zoomTo(camera.zoom * growth, (left + other[0]) / 2, (top + other[1]) / 2);
    }
    map.moved();
  });
  on(canvas, "pointerup pointercancel", (event) => {
    const isTap = event.type === "pointerup" && fingers.size === 1 && travelled < 6;
    fingers.delete(event.pointerId);
    if (isTap) map.start().then(() => map.card?.tap(...spot(event)));
  });
  // One finger scrolls the page; with two it stays.
  on(canvas, "touchmove", (event) => event.touches[1] && event.preventDefault());
  on(canvas, "pointerleave", () => map.card?.leave());
  on(canvas, "dblclick", (event) => map.glide(camera.zoom * 2, ...spot(event)));
  on(canvas, "wheel", (event) => {
    const isMeant = event.ctrlKey || event.metaKey || stage.contains(document.activeElement);
    // All the way out the wheel scrolls the page again.
    if (!isMeant || !map.isFree || (camera.zoom === 1 && event.deltaY > 0)) return;
    event.preventDefault();
    camera.zoomTo(camera.zoom * 1.002 ** -event.deltaY, ...spot(event));
    map.moved();
  });
  const follow = async ({ target }) => {
    if (map.contains(target) || !camera.width) return;
    const row = target.closest?.("main :is(tr, li, a)");
    const link = row?.querySelector("a") ?? row;
    const path = link?.href?.split(map.home)[1]?.slice(0, -1);
    if (path) await map.start();
    map.card?.row(path);
  };
  on(document, "pointerover focusin", follow);
  // Who was quicker than this script, too.
  follow({ target: document.activeElement });
  on(window, "hashchange", () => map.restore());
  for (const question of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    on(matchMedia(question), "change", () => map.fit());
  }
}

customElements.define("living-map", LivingMap);
