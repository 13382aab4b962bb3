/** The lights of a map: read from the drawing, then named by what the server knows of them. */

const ORDER = ["pale", "second", "network", "story", "both"];

export function drawnLights(svg) {
  const lights = [];
  const kind = ({ classList }) => ORDER.find((each) => classList.contains(each));
  for (const layer of svg.querySelectorAll(":scope>g>.lights")) {
    let [x, y] = [0, 0];
    for (const [, right, down] of layer.lastElementChild.getAttribute("d").matchAll(/m(-?\d+) ?(-?\d+)h0/gi)) {
      lights.push({ x: (x += +right), y: (y += +down), kind: kind(layer) });
    }
  }
  for (const link of svg.querySelectorAll("a.light")) {
    const { cx, cy } = link.children[1];
    lights.push({ x: cx.baseVal.value, y: cy.baseVal.value, kind: kind(link) });
  }
  return lights;
}

/** Name lights and put them exactly; what is drawn but not named (pale ones) stays as it is. */
export function nameLights(lights, { unit, e, n, names, langs, paths, years, weights }, [west, north, metres]) {
  let [easting, northing] = [0, 0];
  names.forEach((name, index) => {
    const x = ((easting += e[index]) * unit - west) / metres;
    const y = (north - (northing += n[index]) * unit) / metres;
    // The drawing has whole units, and may have rounded otherwise.
    const light = lights.find((each) => !each.name && Math.abs(each.x - x) < 1 && Math.abs(each.y - y) < 1);
    const [lang, path, year, weight] = [langs, paths, years, weights].map((column) => column[index]);
    if (light) Object.assign(light, { x, y, name, lang, path, year, weight });
  });
}

/** Sort into painting order; small is what stands in a crowd, with `reach` in view units. */
export function arrange(lights, reach) {
  lights.sort((one, other) => one.y - other.y);
  lights.forEach((light, index) => {
    light.crowd = 0;
    for (let before = index - 1; lights[before]?.y > light.y - reach; before--) {
      const other = lights[before];
      if (other.kind === "pale" || Math.hypot(other.x - light.x, other.y - light.y) > reach) continue;
      light.crowd++;
      other.crowd++;
    }
  });
  const rank = (light) => {
    light.isSmall = light.crowd > 3 && ["network", "second"].includes(light.kind);
    return ORDER.indexOf(light.kind) * 2 - light.isSmall;
  };
  lights.sort((one, other) => rank(one) - rank(other));
}
