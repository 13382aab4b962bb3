/** The picture of a map on canvas: the land kept as a bitmap while it moves, all that stands on it drawn afresh. */

const SIZE = 15; // of names, in pixels
const PARTS = { pale: ["body"], story: ["edge", "body", "eye"], both: ["edge", "body", "ring", "eye"] };

/** Read a file of outlines: its width in its own units, and its shapes. */
export async function readOutlines(file, groups) {
  const root = new DOMParser().parseFromString(await file.text(), "image/svg+xml").documentElement;
  const shapes = groups.flatMap((group) => [...root.querySelectorAll(`#${group}>path,#${group} use`)]);
  return {
    width: root.getAttribute("viewBox").split(" ")[2],
    shapes: shapes.map((shape) => {
      const [fill, stroke, width, dashes, source] = ["fill", "stroke", "stroke-width", "stroke-dasharray", "href"].map(
        (name) => shape.getAttribute(name),
      );
      const path = source ? root.querySelector(source) : shape;
      return { path: new Path2D(path.getAttribute("d")), fill, stroke, width, dashes: dashes?.split(" ") ?? [] };
    }),
  };
}

export class Picture {
  outlines = [];
  bitmaps = [];
  names = [];

  constructor(svg, camera) {
    this.svg = svg;
    this.camera = camera;
    this.canvas = document.createElement("canvas");
    this.canvas.ariaHidden = true;
    // Kept on the processor: without a graphics card, a canvas elsewhere takes seconds.
    this.context = this.canvas.getContext("2d", { willReadFrequently: true });
    this.base = svg.querySelector("g>g").transform.baseVal.consolidate().matrix;
  }

  /** Take size and colours of the page anew. */
  fit() {
    const { canvas, camera, svg } = this;
    this.density = Math.min(2, devicePixelRatio);
    canvas.width = camera.width * this.density;
    canvas.height = camera.height * this.density;
    canvas.style.inlineSize = `${camera.width}px`;
    canvas.style.blockSize = `${camera.height}px`;
    this.style = getComputedStyle(svg);
    this.looks = {};
    this.bitmaps = [];
    this.lines = [...svg.querySelectorAll(":scope>g>:is(.line,.line-edge,.glow)")].map((line) => {
      const { stroke, strokeWidth, strokeLinecap, strokeDasharray, strokeDashoffset } = getComputedStyle(line);
      const path = new Path2D(line.getAttribute("d"));
      const dashes = strokeDasharray.split(",").map(parseFloat).filter(Boolean);
      return { path, stroke, width: parseFloat(strokeWidth), cap: strokeLinecap, dashes, start: parseFloat(strokeDashoffset) };
    });
  }

  /** A colour, or a factor, as the page would inherit it. */
  value(text) {
    const [, name, otherwise] = /^var\((--[\w-]+),?(.*)\)$/.exec(text) ?? [];
    return name ? this.style.getPropertyValue(name).trim() || this.value(otherwise) : text;
  }

  /** How the style sheet draws a light: discs or squares from the edge inwards, in pixels of the whole picture. */
  look({ kind, isSmall }) {
    return (this.looks[kind + isSmall] ??= this.readLook(kind, isSmall));
  }

  readLook(kind, isSmall) {
    const group = document.createElementNS(this.svg.namespaceURI, "g");
    group.setAttribute("class", `lights ${kind} ${isSmall ? "small" : ""}`);
    group.innerHTML = (PARTS[kind] ?? ["edge", "body"]).map((part) => `<path class="${part}"/>`).join("");
    this.svg.append(group);
    const look = [...group.children].map((part) => {
      const { stroke, strokeWidth, strokeLinecap } = getComputedStyle(part);
      return [stroke, (parseFloat(strokeWidth) / 2) * this.camera.whole, strokeLinecap === "square"];
    });
    group.remove();
    return look;
  }

  /** Keep the land as it looks from here. */
  keep() {
    const { camera, canvas, density, outlines, base } = this;
    const bitmap = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = bitmap.getContext("2d", { willReadFrequently: true });
    context.fillStyle = this.value("var(--ground)");
    context.fillRect(0, 0, bitmap.width, bitmap.height);
    const { width, shapes } = (camera.zoom > 2.6 && outlines[1]) || outlines[0];
    const unit = (camera.scale * base.a * outlines[0].width) / width;
    const [left, top] = camera.pixel({ x: base.e, y: base.f });
    context.setTransform(unit * density, 0, 0, unit * density, left * density, top * density);
    context.lineJoin = "round";
    for (const { path, fill, stroke, width, dashes } of shapes) {
      context.fillStyle = fill && fill !== "none" ? this.value(fill) : "transparent";
      context.fill(path);
      if (!stroke) continue;
      const [, factor = 1, pixels = width || 1] = /^calc\((.*)\*(.*)px\)$/.exec(width) ?? [];
      context.strokeStyle = this.value(stroke);
      context.lineWidth = (this.value(factor) * pixels) / unit;
      context.setLineDash(dashes.map((dash) => dash / unit));
      context.stroke(path);
    }
    // The first stays: it is seen at the edges until the next is drawn.
    this.bitmaps.splice(1, 1, { bitmap, zoom: camera.zoom, corner: camera.pixel({ x: 0, y: 0 }) });
    return context;
  }

  draw(lights, year) {
    const { context, camera, density } = this;
    const [left, top] = camera.pixel({ x: 0, y: 0 });
    context.setTransform(density, 0, 0, density, 0, 0);
    this.growth = Math.min(1.6, camera.zoom ** 0.2);
    for (const { bitmap, zoom, corner } of this.bitmaps) {
      const share = camera.zoom / zoom;
      const [width, height] = [camera.width * share, camera.height * share];
      context.drawImage(bitmap, left - corner[0] * share, top - corner[1] * share, width, height);
    }
    context.lineJoin = "round";
    context.setTransform(camera.scale * density, 0, 0, camera.scale * density, left * density, top * density);
    for (const { path, stroke, width, cap, dashes, start } of this.lines) {
      const shrink = this.growth / camera.zoom;
      context.strokeStyle = stroke;
      context.lineCap = cap;
      context.lineWidth = width * shrink;
      context.setLineDash(dashes.map((dash) => dash * shrink));
      context.lineDashOffset = start * shrink;
      context.stroke(path);
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    for (const light of lights) {
      const [x, y] = camera.pixel(light);
      if (x < -20 || y < -20 || x > camera.width + 20 || y > camera.height + 20) continue;
      const isLater = year && !(light.year <= year && light.year);
      for (const [colour, radius, isSquare] of this.look(isLater ? { kind: "pale" } : light)) {
        const size = radius * this.growth;
        context.fillStyle = colour;
        context.beginPath();
        isSquare ? context.rect(x - size, y - size, 2 * size, 2 * size) : context.arc(x, y, size, 0, 7);
        context.fill();
      }
    }
    context.font = this.font;
    for (const { light, right, down, width } of this.names) {
      const [x, y] = camera.pixel(light);
      context.fillStyle = this.value("var(--ground)");
      context.fillRect(x + right, y + down, width, SIZE * 1.4);
      context.fillStyle = this.value("var(--text)");
      context.fillText(light.name, x + right + 5, y + down + SIZE * 1.04);
    }
  }

  ring(light) {
    const { context, camera, growth } = this;
    for (const [role, width] of [["--text", 7], ["--ground", 3.5]]) {
      context.strokeStyle = this.value(`var(${role})`);
      context.lineWidth = width;
      context.setLineDash([]);
      context.beginPath();
      context.arc(...camera.pixel(light), this.look(light)[0][1] * growth + 4, 0, 7);
      context.stroke();
    }
  }

  /** Choose which lights are named here, the weightiest first; no name covers a light or another name. */
  place(lights) {
    const { context, camera } = this;
    context.font = this.font = `700 ${SIZE}px ${this.value("var(--face)")}`;
    const seen = lights.filter((light) => light.kind !== "pale" && camera.sees(camera.pixel(light)));
    const taken = seen.map((light) => {
      const [x, y] = camera.pixel(light);
      const radius = this.look(light)[0][1] * this.growth;
      return [x - radius, y - radius, x + radius, y + radius];
    });
    const waiting = seen.map((light, index) => [light, ...taken[index]]).filter(([light]) => light.name);
    waiting.sort(([one], [other]) => other.weight - one.weight);
    const most = (camera.width * camera.height) / 14000;
    this.names = [];
    for (const [light, left, top, right, bottom] of waiting.slice(0, 300)) {
      const width = context.measureText(light.name).width + 10;
      const height = SIZE * 1.4;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const corners = [
        [right + 3, y - height / 2],
        [left - 3 - width, y - height / 2],
        [x - width / 2, top - 3 - height],
        [x - width / 2, bottom + 3],
      ];
      const isFree = ([start, above]) =>
        camera.sees([start, above]) &&
        camera.sees([start + width, above + height]) &&
        taken.every((box) => start > box[2] || start + width < box[0] || above > box[3] || above + height < box[1]);
      const corner = this.names.length < most && corners.find(isFree);
      if (!corner) continue;
      taken.push([...corner, corner[0] + width, corner[1] + height]);
      this.names.push({ light, right: corner[0] - x, down: corner[1] - y, width });
    }
  }
}
