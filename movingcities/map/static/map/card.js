/** The card of the lights at one spot; and lights and the rows of lists, each showing where the other is. */

export class Card {
  lights = [];

  constructor(map) {
    this.map = map;
    this.box = map.find(".map-card");
    this.box.onpointerenter = () => clearTimeout(this.leaving);
    this.box.onpointerleave = () => this.leave();
    const escape = ({ key }) => key === "Escape" && this.show([]);
    document.addEventListener("keydown", escape, { signal: map.leaving.signal });
  }

  /** The lights in one spot: the nearest to a pixel and all that stand where it does. */
  at(left, top, reach) {
    const { camera, lights } = this.map;
    const [x, y] = camera.unit(left, top);
    const far = (light, from) => Math.hypot(light.x - from.x, light.y - from.y) * camera.scale;
    const near = lights.filter((light) => light.name && far(light, { x, y }) < reach);
    near.sort((one, other) => far(one, { x, y }) - far(other, { x, y }));
    return near.filter((light) => far(light, near[0]) < 5);
  }

  point(left, top) {
    const found = this.at(left, top, 12);
    this.map.picture.canvas.classList.toggle("on-light", !!found[0]);
    if (found[0]) this.show(found);
    else this.leave();
  }

  tap(left, top) {
    const found = this.at(left, top, 22);
    this.show(found);
    this.isKept = true;
    document.querySelector(".is-here")?.classList.remove("is-here");
    const link = document.querySelector(`main :is(tr, li) a[href="${this.map.home}${found[0]?.path}/"]`);
    const row = link?.closest("tr, li");
    row?.classList.add("is-here");
    // Only beside the map: below it, scrolling there would take the map away.
    const [list, map] = [row, this.map].map((each) => each?.getBoundingClientRect());
    if (list?.right < map.left || list?.left > map.right) row.scrollIntoView({ block: "nearest" });
  }

  /** The row of a place is pointed at, or has the focus; without a path, something else. */
  row(path) {
    const { map } = this;
    const light = path && map.lights.find((each) => each.path === path);
    if (!light) return this.isOfRow && this.show([]);
    if (!map.camera.sees(map.camera.pixel(light))) {
      map.camera.go(light.x, light.y);
      map.moved();
    }
    this.show([light]);
    this.isOfRow = true;
  }

  async show(lights) {
    const { map, box } = this;
    clearTimeout(this.leaving);
    this.isKept = this.isOfRow = false;
    const [light] = lights;
    if (light === this.lights[0] && lights.length === this.lights.length) return;
    this.lights = lights;
    box.hidden = !light;
    const lines = lights.slice(0, 8).map(({ name, path, lang }) => {
      const line = document.createElement("p");
      line.append(Object.assign(document.createElement("a"), { href: `${map.home}${path}/`, textContent: name, lang }));
      return line;
    });
    box.replaceChildren(...lines);
    map.draw();
    if (lights.length !== 1) return;
    await new Promise((wait) => setTimeout(wait, 100));
    if (this.lights !== lights) return;
    const answer = await map.get(`${map.home}${light.path}/card/`);
    const text = await answer?.text();
    if (text && this.lights === lights) box.innerHTML = text;
    map.draw();
  }

  /** Ring the lights, and stand beside the first, inside the picture as far as it is wide. */
  draw() {
    if (!this.lights[0]) return;
    const { camera, picture } = this.map;
    const { context } = picture;
    context.setLineDash([]);
    for (const light of this.lights) {
      for (const [role, width] of [["text", 7], ["ground", 3.5]]) {
        context.strokeStyle = picture.role(role);
        context.lineWidth = width;
        context.beginPath();
        context.arc(...camera.pixel(light), picture.radius(light) + 4, 0, 7);
        context.stroke();
      }
    }
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
