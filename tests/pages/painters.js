// Lays the canvas painter's picture over the SVG painter's, of one and the same scene.

/** Device pixels to a CSS pixel. */
const ratio = 2;
/** So far from the ground in one channel is ink; half of it is the soft edge of some. */
const ink = 90;
/** Colours that differ by less in each channel are the same: edges are smoothed in two ways. */
const same = 70;
/** Ink may be moved by so many device pixels: one CSS pixel. */
const reach = 2;

/** @param {CanvasImageSource} image */
function pixels(image, width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

/** Where one pixel differs from another, in the channel in which it does most. */
const far = (a, at, b, other) =>
  Math.max(Math.abs(a[at] - b[other]), Math.abs(a[at + 1] - b[other + 1]), Math.abs(a[at + 2] - b[other + 2]));

/** The outlines: 1 where a pixel is ink and a neighbour has another colour. The inside of a bar says nothing of its place. */
function outlines(data, width, height) {
  const found = new Uint8Array(width * height);
  const steps = [-4, 4, -4 * width, 4 * width];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = (y * width + x) * 4;
      if (far(data, at, data, 0) < ink) continue;
      if (steps.some((step) => far(data, at, data, at + step) >= same)) found[y * width + x] = 1;
    }
  }
  return found;
}

/** Of the outlines in one picture, the part that has none of its colour near it in the other; and where it is. */
function lost([from, own], [to, other], width, height) {
  let all = 0;
  let missing = 0;
  const places = [];
  for (let y = reach; y < height - reach; y += 1) {
    for (let x = reach; x < width - reach; x += 1) {
      const spot = y * width + x;
      if (!own[spot]) continue;
      all += 1;
      let found = false;
      for (let dy = -reach; dy <= reach && !found; dy += 1) {
        for (let dx = -reach; dx <= reach && !found; dx += 1) {
          const near = spot + dy * width + dx;
          found = other[near] === 1 && far(from, spot * 4, to, near * 4) < same;
        }
      }
      if (found) continue;
      missing += 1;
      if (places.length < 3) places.push([Math.round(x / ratio), Math.round(y / ratio)]);
    }
  }
  return { all, missing, places };
}

/**
 * The part of the outlines, 0 to 1, that only one of the two painters has.
 * @param {any} chart an element whose chart is drawn
 * @param {number} width CSS pixels
 */
globalThis.painters = async (chart, width) => {
  const canvas = await createImageBitmap(await chart.toBlob({ width, ratio, theme: "light" }));
  const svg = new Image();
  svg.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await chart.toSvg({ width, theme: "light" }))}`;
  await svg.decode();
  const size = [canvas.width, canvas.height];
  const [one, other] = [canvas, svg].map((image) => {
    const data = pixels(image, ...size);
    return [data, outlines(data, ...size)];
  });
  const [there, back] = [lost(one, other, ...size), lost(other, one, ...size)];
  return {
    part: (there.missing + back.missing) / Math.max(1, there.all + back.all),
    ink: there.all,
    size: [canvas.width - svg.naturalWidth * ratio, canvas.height - svg.naturalHeight * ratio],
    places: [...there.places, ...back.places],
  };
};
