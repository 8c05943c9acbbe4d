// Put before everything else in a page under test: records what the page would rather not say.

const seen = [];
globalThis.seen = seen;
for (const level of ["debug", "error", "info", "log", "warn"]) {
  const real = console[level];
  console[level] = (...words) => {
    seen.push(`${level}: ${words.map(String).join(" ")}`);
    real.apply(console, words);
  };
}
addEventListener(
  "error",
  (event) => seen.push(`error: ${event.message ?? `${event.target?.tagName} did not load`}`),
  true,
);
addEventListener("unhandledrejection", (event) => seen.push(`rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) =>
  seen.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
);
