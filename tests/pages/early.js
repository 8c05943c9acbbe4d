// Sets a spec before the element is defined: module scripts run later than this one.
document.querySelector("indicator-chart").spec = {
  kind: "bar",
  title: "Made up",
  subtitle: "Made-up share, %",
  measure: "share",
  unit: "%",
  y: "town",
  x: "share",
  source: "Made up for this test",
  data: [
    { town: "Aton", share: 31.5 },
    { town: "Beton", share: 12 },
  ],
};
