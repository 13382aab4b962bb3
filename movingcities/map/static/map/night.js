/** A hundred thousand places as night lights: where many stand, it is brighter; close in, single dots with names. */
import { made, nameLights } from "./picture.js";

const NAMED = 300; // as many as the server names at once

/** Turn the places of a map into points of light. */
export async function darken(map) {
  const answer = await map.get(map.dataset.points);
  if (answer) map.picture.night = new Night(await answer.json(), map);
  map.fit();
}

class Night {
  constructor({ unit, e, n, active }, map) {
    this.map = map;
    const [west, north, size] = map.frame;
    this.x = new Float32Array(e.length);
    this.y = new Float32Array(e.length);
    let [easting, northing] = [0, 0];
    e.forEach((step, index) => {
      easting += step;
      northing += n[index];
      this.x[index] = ((easting * unit) / 1000 - west) / size;
      this.y[index] = (north - (northing * unit) / 1000) / size;
    });
    // What acts is a light of its own.
    let number = 0;
    for (const step of active) this.x[(number += step)] = NaN;
  }

  /** Add every point into an array of pixels, then paint each sum into the bitmap of the land. */
  paint(context) {
    const { picture, camera } = this.map;
    const { width, height } = context.canvas;
    const { density } = picture;
    const [left, top] = camera.pixel({ x: 0, y: 0 });
    const scale = camera.scale * density;
    const reach = Math.round((0.8 + Math.log2(camera.zoom) * 0.4) * density);
    const seen = [];
    // Nearer to an edge, a light would spill over to the other side.
    for (let index = 0; index < this.x.length; index++) {
      const x = this.x[index] * scale + left * density;
      const y = this.y[index] * scale + top * density;
      if (x >= reach && y > 0 && x < width - reach && y < height) seen.push(x, y);
    }
    this.count = seen.length / 2;
    const sums = new Float32Array(width * height);
    const kernel = [];
    let whole = 0;
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        const share = 1 - Math.hypot(x, y) / (reach + 1);
        if (share > 0) kernel.push([y * width + x, share]);
        whole += Math.max(0, share);
      }
    }
    // As an eye gets used to the light there is; a single dot stays pale.
    const bright = Math.max(2, (7 * whole * this.count) / sums.length);
    for (let index = 0; index < seen.length; index += 2) {
      const pixel = (seen[index + 1] | 0) * width + (seen[index] | 0);
      for (const [step, share] of kernel) sums[pixel + step] += share;
    }
    const image = new ImageData(width, height);
    const { data } = image;
    sums.forEach((sum, index) => (data[4 * index + 3] = 255 * (1 - Math.exp(-sum / bright))));
    const glow = made(width, height);
    glow.putImageData(image, 0, 0);
    glow.globalCompositeOperation = "source-in";
    glow.fillStyle = picture.role("mast");
    glow.fillRect(0, 0, width, height);
    context.drawImage(glow.canvas, 0, 0);
  }

  /** Name the few dots in sight; what is named can be pointed at. */
  async name(area) {
    const { map } = this;
    if (this.count > NAMED || area === this.area) return;
    this.area = area;
    const answer = await map.get(`${map.dataset.names}?area=${area}`);
    if (!answer || area !== this.area) return;
    const document = await answer.json();
    const lights = document.names.map(() => ({ kind: "pale", isPoint: true }));
    nameLights(lights, document, map.frame);
    const acting = map.lights.filter((light) => !light.isPoint);
    map.lights = acting.concat(lights.filter(({ path }) => !acting.some((light) => light.path === path)));
    map.settle();
  }
}
