// Collects what the charts' readers choose.
globalThis.selected = [];
addEventListener("chartselect", (event) => globalThis.selected.push(event.detail));
