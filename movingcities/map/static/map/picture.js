/** Where a map is looked at, and its picture there: the land kept as a bitmap, what stands on it drawn afresh. */

const FINEST = 0.1; // kilometres in a pixel: closer in there is nothing finer to see
const SIZE = 15; // of names, in pixels
const PARTS = { pale: ["body"], story: ["edge", "body", "eye"], both: ["edge", "body", "ring", "eye"] };

/** The lights in painting order, in whole view units; what their layer is called is their kind. */
export function drawnLights(svg) {
  const lights = [];
  const keep = ({ className }, x, y) => lights.push({ x, y, kind: className.baseVal.replace(/lights? /, "") });
  for (const layer of svg.querySelectorAll(":scope>g>.lights")) {
    let [x, y] = [0, 0];
    for (const [, right, down] of layer.lastElementChild.getAttribute("d").matchAll(/m(-?\d+) ?(-?\d+)h0/gi)) {
      keep(layer, (x += +right), (y += +down));
    }
  }
  for (const link of svg.querySelectorAll("a.light")) {
    const { cx, cy } = link.children[1];
    keep(link, cx.baseVal.value, cy.baseVal.value);
  }
  return lights;
}

/** Name lights and put them exactly; what is drawn but not named (pale ones) stays as it is. */
export function nameLights(lights, { unit, e, n, names, langs, paths, years, weights }, [west, north, size]) {
  let [easting, northing] = [0, 0];
  names.forEach((name, index) => {
    const x = (((easting += e[index]) * unit) / 1000 - west) / size;
    const y = (north - ((northing += n[index]) * unit) / 1000) / size;
    // The drawing may have rounded otherwise; a light that stands nowhere yet fits.
    const light = lights.find((each) => !each.name && !(Math.abs(each.x - x) + Math.abs(each.y - y) > 1.5));
    if (!light) return;
    const [lang, path, year, weight] = [langs, paths, years, weights].map((column) => column[index]);
    Object.assign(light, { x, y, name, lang, path, year, weight });
  });
}

/** Where one looks: a middle, in view units, and how many times larger than the whole picture. */
export class Camera {
  zoom = 1;

  /** Take the whole picture as it stands: pixels in a view unit, where unit 0 lies, its size in pixels. */
  fit(whole, left, top, width, height, size) {
    Object.assign(this, { whole, width, height, most: Math.max(4, size / whole / FINEST) });
    this.middle = [(width / 2 - left) / whole, (height / 2 - top) / whole];
    this.go(this.x ?? 0, this.y ?? 0, this.zoom);
  }

  /** Look at a point, as far as the whole picture reaches. */
  go(x, y, zoom = this.zoom) {
    this.zoom = zoom < 1.01 ? 1 : Math.min(zoom, this.most);
    this.scale = this.whole * this.zoom;
    const near = (value, middle, size) => {
      const room = (size / this.whole - size / this.scale) / 2;
      return Math.max(middle - room, Math.min(middle + room, value));
    };
    this.x = near(x, this.middle[0], this.width);
    this.y = near(y, this.middle[1], this.height);
  }

  /** Zoom so that what lies under a pixel stays there. */
  zoomTo(zoom, left = this.width / 2, top = this.height / 2) {
    const [x, y] = this.unit(left, top);
    const share = this.zoom / Math.max(1, Math.min(zoom, this.most));
    this.go(x + (this.x - x) * share, y + (this.y - y) * share, zoom);
  }

  pan(left, top) {
    this.go(this.x - left / this.scale, this.y - top / this.scale);
  }

  pixel({ x, y }) {
    return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2];
  }

  unit(left, top) {
    return [(left - this.width / 2) / this.scale + this.x, (top - this.height / 2) / this.scale + this.y];
  }

  sees([left, top], around = 0) {
    return Math.min(left, top, this.width - left, this.height - top) > -around;
  }
}

/** A canvas of a size, as what one draws on. */
export function made(width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  // Kept on the processor: without a graphics card, a canvas elsewhere takes seconds.
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** What the style sheet says of a shape, lengths as numbers. */
function style(shape) {
  const { fill, stroke, strokeWidth, strokeLinecap: cap, strokeDasharray, strokeDashoffset } = getComputedStyle(shape);
  const dashes = strokeDasharray === "none" ? [] : strokeDasharray.split(",").map(parseFloat);
  return { fill, stroke, width: parseFloat(strokeWidth), cap, dashes, start: parseFloat(strokeDashoffset) };
}

/** Draw a line whose width and dashes are multiplied. */
function line(context, path, { stroke, width, cap, dashes, start }, times) {
  context.strokeStyle = stroke;
  context.lineCap = cap;
  context.lineJoin = "round";
  context.lineWidth = width * times;
  context.setLineDash(dashes.map((dash) => dash * times));
  context.lineDashOffset = start * times;
  context.stroke(path);
}

/** Read a file of outlines: its width in its own units, its shapes, and each as a path. */
export async function readOutlines(file, groups) {
  const root = new DOMParser().parseFromString(await file.text(), "image/svg+xml").documentElement;
  const shapes = [...root.querySelectorAll(groups.map((group) => `#${group}>path,#${group} use`))];
  const paths = shapes.map((shape) => {
    const used = root.querySelector(shape.getAttribute("href"));
    return new Path2D((used ?? shape).getAttribute("d"));
  });
  return { width: root.viewBox.baseVal.width, shapes, paths };
}

export class Picture {
  outlines = [];
  bitmaps = [];
  names = [];

  constructor(svg, camera) {
    Object.assign(this, { svg, camera, context: made(0, 0) });
    this.canvas = this.context.canvas;
    this.canvas.ariaHidden = true;
    this.base = svg.querySelector("g>g").transform.baseVal.consolidate().matrix;
  }

  /** Take size and colours of the page anew. */
  fit() {
    const { canvas, camera, svg } = this;
    this.density = Math.min(2, devicePixelRatio);
    canvas.width = camera.width * this.density;
    canvas.height = camera.height * this.density;
    canvas.style.cssText = `width:${camera.width}px;height:${camera.height}px`;
    this.context.textAlign = "left";
    this.context.font = `700 ${SIZE}px ${this.role("face")}`;
    this.looks = {};
    this.bitmaps = [];
    // All lights of the night replace what sums them up.
    const lines = this.night ? [] : svg.querySelectorAll(":scope>g>:is(.line,.line-edge,.glow)");
    this.lines = Array.from(lines, (each) => [new Path2D(each.getAttribute("d")), style(each)]);
  }

  /** How much larger lights are drawn closer in. */
  get growth() {
    return Math.min(1.6, this.camera.zoom ** 0.2);
  }

  /** A value of the page. */
  role(name) {
    return getComputedStyle(this.svg).getPropertyValue(`--${name}`);
  }

  /** What the style sheet says of shapes that stand in the drawing for a moment. */
  styles(name, shapes) {
    if (!this.looks[name]) {
      const group = document.createElementNS(this.svg.namespaceURI, "g");
      group.setAttribute("class", name);
      group.innerHTML = shapes.join("");
      this.svg.append(group);
      this.looks[name] = Array.from(group.children, style);
      group.remove();
    }
    return this.looks[name];
  }

  /** How a light is drawn, from the edge inwards; crowds need no small lights closer in. */
  look({ kind }) {
    const name = this.camera.zoom < 3 ? kind : kind.replace(" small", "");
    const parts = PARTS[name] ?? ["edge", "body"];
    return this.styles(`lights ${name}`, parts.map((part) => `<path class="${part}"/>`));
  }

  radius(light, { width } = this.look(light)[0]) {
    return (width / 2) * this.camera.whole * this.growth;
  }

  /** Let what follows be in units of a scale and a corner, in pixels of the page. */
  units(context, scale = 1, [left, top] = [0, 0]) {
    const { density } = this;
    context.setTransform(scale * density, 0, 0, scale * density, left * density, top * density);
  }

  /** Keep the land as it looks from here. */
  keep() {
    const { camera, canvas, outlines, base } = this;
    const context = made(canvas.width, canvas.height);
    const finer = camera.zoom > 2.6 && outlines[1] ? 1 : 0;
    const { width, shapes, paths } = outlines[finer];
    const unit = (camera.scale * base.a * outlines[0].width) / width;
    context.fillStyle = this.role("ground");
    context.fillRect(0, 0, canvas.width, canvas.height);
    this.units(context, unit, camera.pixel({ x: base.e, y: base.f }));
    const looks = shapes.map((shape) => shape.outerHTML.replace(/ (d|href)="[^"]*"/, "").replace("<use", '<path fill="none"'));
    this.styles(finer, looks).forEach((look, index) => {
      context.fillStyle = look.fill === "none" ? "#0000" : look.fill;
      context.fill(paths[index]);
      if (look.stroke !== "none") line(context, paths[index], look, 1 / unit);
    });
    context.resetTransform();
    this.night?.paint(context);
    // Browsers paint when they must; they must now, so that it is known how long it takes.
    context.getImageData(0, 0, 1, 1);
    // The first stays: it is seen at the edges until the next is drawn.
    this.bitmaps.splice(1, 1, [context.canvas, camera.zoom, ...camera.pixel({ x: 0, y: 0 })]);
  }

  draw(lights) {
    const { context, camera } = this;
    const corner = camera.pixel({ x: 0, y: 0 });
    for (const [bitmap, zoom, left, top] of this.bitmaps) {
      const share = camera.zoom / zoom;
      const size = [camera.width * share, camera.height * share];
      context.drawImage(bitmap, corner[0] - left * share, corner[1] - top * share, ...size);
    }
    this.units(context, camera.scale, corner);
    for (const [path, look] of this.lines) line(context, path, look, this.growth / camera.zoom);
    this.units(context);
    for (const light of lights) {
      const [x, y] = camera.pixel(light);
      if (!camera.sees([x, y], 20)) continue;
      for (const part of this.look(this.isLater(light) ? { kind: "pale" } : light)) {
        const size = this.radius(light, part);
        context.fillStyle = part.stroke;
        context.beginPath();
        if (part.cap === "square") context.rect(x - size, y - size, 2 * size, 2 * size);
        else context.arc(x, y, size, 0, 7);
        context.fill();
      }
    }
    const [ground, text] = [this.role("ground"), this.role("text")];
    for (const { light, right, down, width } of this.names) {
      const [x, y] = camera.pixel(light);
      context.fillStyle = ground;
      context.fillRect(x + right, y + down, width, SIZE * 1.4);
      context.fillStyle = text;
      context.fillText(light.name, x + right + 5, y + down + SIZE * 1.04);
    }
  }

  /** Say whether no source knows of a light by the year that is looked at. */
  isLater({ year }) {
    return this.year && !(year && year <= this.year);
  }

  /** Choose which lights are named here, the weightiest first; no name covers a light, a button or another name. */
  place(lights) {
    const { context, camera } = this;
    const taken = [];
    for (const button of this.svg.parentElement.querySelectorAll(".map-controls,.map-search")) {
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = button;
      taken.push([offsetLeft, offsetTop, offsetLeft + offsetWidth, offsetTop + offsetHeight]);
    }
    const waiting = [];
    for (const light of lights) {
      const [x, y] = camera.pixel(light);
      const radius = this.radius(light);
      if (!camera.sees([x, y])) continue;
      if (light.name && !this.isLater(light)) waiting.push([light, x, y, radius + 3]);
      if (light.name || light.kind !== "pale") taken.push([x - radius, y - radius, x + radius, y + radius]);
    }
    waiting.sort(([one], [other]) => other.weight - one.weight);
    this.names = [];
    for (const [light, x, y, gap] of waiting.slice(0, 300)) {
      const width = context.measureText(light.name).width + 10;
      const height = SIZE * 1.4;
      const fit = [
        [gap, -height / 2],
        [-gap - width, -height / 2],
        [-width / 2, -gap - height],
        [-width / 2, gap],
      ].find(([right, down]) => {
        const box = [x + right, y + down, x + right + width, y + down + height];
        const isFree = taken.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
        return isFree && camera.sees(box.slice(0, 2)) && camera.sees(box.slice(2)) && taken.push(box);
      });
      if (fit) this.names.push({ light, right: fit[0], down: fit[1], width });
      if (this.names.length > (camera.width * camera.height) / 14000) return;
    }
  }
}
