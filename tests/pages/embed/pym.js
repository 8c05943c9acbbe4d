// As pym.js's own documentation does it.
new globalThis.pym.Parent("here", document.querySelector("[data-address]").dataset.address, {});
