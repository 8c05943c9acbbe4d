// In a frame: tells the page around whether the chart was drawn.
customElements
  .whenDefined("indicator-chart")
  .then(() => document.querySelector("indicator-chart").ready)
  .then((drawn) => parent.postMessage({ drawn, seen: globalThis.seen }, "*"));
