addEventListener("message", ({ data, origin }) => {
  globalThis.heard = { drawn: data.drawn, origin, seen: data.seen };
});
