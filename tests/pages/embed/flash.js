// Looks at every frame: either the picture of the first rung or the painted canvas is there, never neither.

const flash = { blank: [], frames: 0 };
globalThis.flash = flash;

flash.begin = () => {
  const chart = document.querySelector("indicator-chart");
  const shown = (node) => Boolean(node) && node.getClientRects().length > 0;
  const look = () => {
    flash.frames += 1;
    const image = chart.querySelector("img");
    const canvas = chart.shadowRoot?.querySelector("canvas");
    const painted = () => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.some((byte, at) => at % 4 === 3 && byte > 0);
    };
    const rung = shown(image) && image.complete && image.naturalWidth > 0;
    if (!rung && !(shown(canvas) && painted())) flash.blank.push(flash.frames);
    requestAnimationFrame(look);
  };
  look();
};
