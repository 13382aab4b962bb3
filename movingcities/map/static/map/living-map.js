/**
 * <living-map>: a drawn map that comes alive when a reader reaches for it (docs/explanation/living-map.md).
 *
 * Whole, it is the drawing, as it was; closer in, a canvas over the drawing.
 */
import { Camera, listen } from "./camera.js";
import { Card } from "./card.js";
import { arrange, drawnLights, nameLights } from "./lights.js";
import { Picture, readOutlines } from "./picture.js";

const FRAGMENT = /^#map=(\d{1,3}(?:\.\d{1,2})?)\/(-?\d{1,5})\/(-?\d{1,5})$/;

class LivingMap extends HTMLElement {
  lights = [];
  year = 0;

  connectedCallback() {
    if (this.camera) return;
    this.stage = this.querySelector(".map-frame");
    this.isHero = "hero" in this.dataset;
    this.frame = this.dataset.frame.split(" ").map(Number);
    this.camera = new Camera();
    this.picture = new Picture(this.find("svg"), this.camera);
    this.canvas = this.picture.canvas;
    this.find("svg").after(this.canvas);
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.card = new Card(this, signal);
    this.find(".map-controls").hidden = false;
    if (!this.isHero) this.stage.tabIndex = 0;
    listen(this);
    new ResizeObserver(() => this.fit()).observe(this.stage);
    for (const question of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(question).addEventListener("change", () => this.fit(), { signal });
    }
    // A year is tried out on the lights before the list follows.
    const dim = ({ target }) => {
      if (!target.closest("[data-by-year]")) return;
      this.year = +target.value;
      this.start().then(() => this.draw());
    };
    document.addEventListener("input", dim, { signal });
    this.restore();
  }

  async disconnectedCallback() {
    await null;
    if (!this.isConnected) this.leaving.abort();
  }

  find(selector) {
    return this.querySelector(selector);
  }

  get isFull() {
    return this.find("dialog").open;
  }

  get isFree() {
    return this.picture.outlines[0] && (!this.isHero || this.isFull);
  }

  /** Fetch; what fails is said in words and answered with nothing. */
  async get(address) {
    const answer = await fetch(address).catch(() => null);
    this.find(".map-message").textContent = answer?.ok ? "" : this.dataset.offline;
    return answer?.ok ? answer : null;
  }

  /** Load what the drawing does not hold: once, and again after a failure. Done when the lights have names. */
  start() {
    return (this.started ??= this.load());
  }

  async load() {
    const names = this.get(this.dataset.lights);
    this.lights = drawnLights(this.picture.svg);
    await (this.landing = this.land());
    const answer = await names;
    if (answer) nameLights(this.lights, await answer.json(), this.frame);
    if (!answer || !this.picture.outlines[0]) this.started = null;
    this.settle();
  }

  async land() {
    const uses = [...this.picture.svg.querySelectorAll(":scope>g>g>use")].map((use) => use.href.baseVal.split("#"));
    this.groups = uses.map(([, group]) => group);
    const answer = await this.get(uses[0][0]);
    if (answer) this.picture.outlines[0] = await readOutlines(answer, this.groups);
    this.fit();
  }

  fit() {
    const box = this.stage.getBoundingClientRect();
    const { a, e, f } = this.picture.svg.getScreenCTM() ?? {};
    this.camera.width = 0;
    if (!box.width || !a) return;
    // As browsers do with a drawing: on whole pixels, its size among them.
    const [width, height] = [Math.round(box.right) - Math.round(box.left), Math.round(box.bottom) - Math.round(box.top)];
    const snap = width / box.width;
    this.camera.fit(a * snap, (e - box.left) * snap, (f - box.top) * snap, width, height, this.frame[2]);
    this.picture.fit();
    this.settle();
  }

  /** Something moved: draw with the next frame, and crisply when it rests. */
  moved() {
    if (!this.isFree) return;
    this.moving ??= requestAnimationFrame((now) => {
      this.moving = null;
      // Crisp on the way too, as often as it costs little of the time between.
      if (now - this.kept > 15 * this.cost) this.keep();
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
    if (this.isFree && (camera.zoom > 1 || this.year)) picture.draw(this.lights, this.year);
    for (const light of this.card.lights) picture.ring(light);
    this.card.follow();
  }

  settle() {
    const { camera, picture } = this;
    if (!camera.width || !picture.outlines[0]) return;
    arrange(this.lights, (picture.value("var(--unit)") * 9) / camera.zoom);
    this.keep();
    picture.place(this.lights);
    this.draw();
    this.remember();
    if (camera.zoom > 2.6 && this.dataset.fine && !this.fine) this.refine();
  }

  async refine() {
    this.fine = true;
    const answer = await this.get(this.dataset.fine);
    this.fine = !!answer;
    if (!answer) return;
    this.picture.outlines[1] = await readOutlines(answer, this.groups);
    this.settle();
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
    const { camera } = this;
    if (!what) return;
    this.start();
    await this.landing;
    if (what === "in") this.glide(camera.zoom * 1.8);
    if (what === "out") this.glide(camera.zoom / 1.8);
    if (what === "whole") this.glide(1);
    if (what === "full") this.fill();
    if (what === "close") this.find("dialog").close();
  }

  /** Fill the screen, and come back to where one was. */
  fill() {
    const dialog = this.find("dialog");
    this.style.blockSize = `${this.offsetHeight}px`;
    dialog.append(this.stage);
    dialog.showModal();
    dialog.onclose = () => {
      this.prepend(this.stage);
      this.style.blockSize = "";
      this.find("[data-act=full]").focus();
    };
  }

  /** Write into the address where one looks: middle in kilometres of EPSG:3035. */
  remember() {
    const { camera } = this;
    if (this.isHero) return;
    const [west, north, metres] = this.frame;
    const place = ([x, y]) => [(west + x * metres) / 1000, (north - y * metres) / 1000].map(Math.round);
    const isWhole = camera.zoom === 1;
    if (!isWhole || FRAGMENT.test(location.hash)) {
      const fragment = isWhole ? "" : `#map=${+camera.zoom.toFixed(2)}/${place([camera.x, camera.y]).join("/")}`;
      history.replaceState(history.state, "", location.pathname + location.search + fragment);
    }
    const search = this.find(".map-search");
    search.hidden = camera.zoom < 4;
    const area = [...place(camera.unit(0, camera.height)), ...place(camera.unit(camera.width, 0))];
    const address = new URL(search.href);
    address.searchParams.set("area", area);
    search.href = address;
  }

  /** Look where the address says; whatever else stands there is let be. */
  async restore() {
    const [, zoom, east, north] = FRAGMENT.exec(location.hash) ?? [];
    if (!zoom || this.isHero) return;
    this.start();
    await this.landing;
    if (!this.camera.width || !this.isFree) return;
    const [west, top, metres] = this.frame;
    this.camera.go((east * 1000 - west) / metres, (top - north * 1000) / metres, +zoom);
    this.settle();
  }
}

customElements.define("living-map", LivingMap);
