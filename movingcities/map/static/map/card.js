/** The card of the lights at one spot; and lights and the rows of lists, each showing where the other is. */

export class Card {
  lights = [];

  constructor(map, signal) {
    this.map = map;
    this.box = map.find(".map-card");
    this.home = new URL(".", new URL(map.dataset.lights, location)).pathname;
    this.box.onpointerenter = () => clearTimeout(this.leaving);
    this.box.onpointerleave = () => this.leave();
    for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => this.row(event), { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.show([]), { signal });
  }

  /** The lights in one spot: the nearest to a pixel and all that stand where it does. */
  at(left, top, reach) {
    const { camera, lights } = this.map;
    const [x, y] = camera.unit(left, top);
    const within = (pixels, from) => (light) =>
      light.name && Math.hypot(light.x - from.x, light.y - from.y) * camera.scale <= pixels;
    const near = lights.filter(within(reach, { x, y }));
    const far = (light) => Math.hypot(light.x - x, light.y - y);
    const [nearest] = near.sort((one, other) => far(one) - far(other));
    return nearest ? near.filter(within(5, nearest)) : [];
  }

  point(left, top) {
    const found = this.at(left, top, 12);
    this.map.canvas.classList.toggle("on-light", found[0]);
    if (found[0]) this.show(found);
    else this.leave();
  }

  async tap(left, top) {
    await this.map.start();
    const found = this.at(left, top, 22);
    this.show(found);
    this.isKept = true;
    document.querySelector(".is-here")?.classList.remove("is-here");
    const link = found[0] && document.querySelector(`main :not(p)>:not(p)>a[href="${this.home}${found[0].path}/"]`);
    const row = link?.closest("tr, li");
    row?.classList.add("is-here");
    // Only beside the map: below it, scrolling there would take the map away.
    const [list, map] = [row, this.map].map((each) => each?.getBoundingClientRect());
    if (list?.right < map.left || list?.left > map.right) row.scrollIntoView({ block: "nearest" });
  }

  /** A row of a list is pointed at, or has the focus. */
  async row({ target }) {
    const { map } = this;
    if (map.contains(target) || !map.camera.width) return;
    const link = target.closest?.("main :is(tr, li, a)");
    const { pathname = "" } = (link?.href ? link : link?.querySelector("a")) ?? {};
    const path = pathname.startsWith(this.home) && pathname.slice(this.home.length, -1);
    if (!path) return this.isOfRow && this.show([]);
    await map.start();
    const light = map.lights.find((each) => each.path === path);
    if (!light) return;
    if (!map.camera.sees(map.camera.pixel(light))) {
      map.camera.go(light.x, light.y);
      map.moved();
    }
    this.show([light]);
    this.isOfRow = true;
  }

  async show(lights) {
    clearTimeout(this.leaving);
    this.isKept = this.isOfRow = false;
    const [light] = lights;
    if (light === this.lights[0] && lights.length === this.lights.length) return;
    this.lights = lights;
    this.box.hidden = !light;
    this.box.replaceChildren(
      ...lights.slice(0, 8).map(({ name, path, lang }) => {
        const line = document.createElement("p");
        const link = Object.assign(document.createElement("a"), { href: `${this.home}${path}/`, textContent: name, lang });
        line.append(link);
        return line;
      }),
    );
    this.map.draw();
    if (lights.length !== 1) return;
    await new Promise((wait) => setTimeout(wait, 100));
    if (this.lights[0] !== light) return;
    const answer = await this.map.get(`${this.home}${light.path}/card/`);
    const text = await answer?.text();
    if (text && this.lights[0] === light) this.box.innerHTML = text;
    this.follow();
  }

  /** Stand beside the light, inside the picture as far as it is wide. */
  follow() {
    const { camera } = this.map;
    if (!this.lights[0]) return;
    const [left, top] = camera.pixel(this.lights[0]);
    const { style, offsetWidth, offsetHeight } = this.box;
    style.left = `${Math.max(4, Math.min(camera.width - offsetWidth - 4, left - offsetWidth / 2))}px`;
    style.top = `${top > camera.height / 2 ? top - offsetHeight - 14 : top + 14}px`;
  }

  leave() {
    clearTimeout(this.leaving);
    if (!this.isKept && !this.isOfRow) this.leaving = setTimeout(() => this.show([]), 250);
  }
}
