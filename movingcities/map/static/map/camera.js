/** Where a map is looked at, and what mouse, fingers, wheel and keys do to it. */

const FINEST = 100; // metres in a pixel: closer in there is nothing finer to see
const WAYS = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
const ACTS = { "+": "in", "=": "in", "-": "out", 0: "whole" };

export class Camera {
  zoom = 1;

  /** Take the whole picture as it stands: pixels in a view unit, where unit 0 lies, its size in pixels. */
  fit(whole, left, top, width, height, metres) {
    Object.assign(this, { whole, width, height, most: Math.max(4, metres / whole / FINEST) });
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

  sees([left, top]) {
    return left > 0 && top > 0 && left < this.width && top < this.height;
  }
}

/** Let a reader move the map; a hero only shows its lights until it fills the screen. */
export function listen(map) {
  const { camera, canvas, stage } = map;
  const fingers = new Map();
  let travelled;
  const on = (target, names, act) => {
    for (const name of names.split(" ")) target.addEventListener(name, act, { passive: false });
  };
  const spot = ({ clientX, clientY }) => {
    const { left, top } = canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  on(stage, "pointerenter focusin", () => map.start());
  on(canvas, "pointerdown", (event) => {
    fingers.set(event.pointerId, spot(event));
    canvas.setPointerCapture(event.pointerId);
    travelled = 0;
  });
  on(canvas, "pointermove", (event) => {
    const [left, top] = spot(event);
    const [wasLeft, wasTop] = fingers.get(event.pointerId) ?? [];
    if (wasLeft === undefined) return map.card.point(left, top);
    fingers.set(event.pointerId, [left, top]);
    travelled += Math.hypot(left - wasLeft, top - wasTop);
    const other = [...fingers].find(([finger]) => finger !== event.pointerId)?.[1];
    if (!map.isFree || !(other || event.pointerType !== "touch" || map.isFull)) return;
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
    if (event.type === "pointerup" && fingers.size === 1 && travelled < 6) map.card.tap(...spot(event));
    fingers.delete(event.pointerId);
  });
  on(canvas, "pointerleave", () => map.card.leave());
  on(canvas, "dblclick", (event) => map.glide(camera.zoom * 2, ...spot(event)));
  on(canvas, "wheel", (event) => {
    const isMeant = event.ctrlKey || event.metaKey || stage.contains(document.activeElement);
    // All the way out the wheel scrolls the page again.
    if (!isMeant || !map.isFree || (camera.zoom === 1 && event.deltaY > 0)) return;
    event.preventDefault();
    camera.zoomTo(camera.zoom * 1.002 ** -event.deltaY, ...spot(event));
    map.moved();
  });
  on(stage, "keydown", (event) => {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    if (ACTS[event.key]) map.act(ACTS[event.key]);
    if (!WAYS[event.key] || camera.zoom === 1) return;
    event.preventDefault();
    camera.pan(...WAYS[event.key]);
    map.moved();
  });
  on(stage, "click", (event) => map.act(event.target.closest("[data-act]")?.dataset.act));
}
