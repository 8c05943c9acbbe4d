setInterval(() => parent.postMessage({ type: "indicator-chart", height: 900 }, "*"), 50);
