// The whole page in one engine: `ENGINE=chromium|firefox|webkit node --test tests/browser/suite.test.mjs`

import { raiseCurtain } from "./stage.mjs";

raiseCurtain();
await import("./page.mjs");
await import("./pointing.mjs");
await import("./touching.mjs");
await import("./records.mjs");
await import("./walking.mjs");
await import("./mounting.mjs");
await import("./many.mjs");
await import("./policy.mjs");
await import("./bad-input.mjs");
await import("./trap.mjs");
await import("./parts.mjs");
await import("./tongues.mjs");
await import("./export.mjs");
await import("./brand.mjs");
await import("./painters.mjs");
await import("./sharpness.mjs");
await import("./accessibility.mjs");
await import("./checkers.mjs");
await import("./sight.mjs");
await import("./sounding.mjs");
await import("./spoken.mjs");
await import("./heard.mjs");
await import("./failing.mjs");
await import("./fitting.mjs");
await import("./host-pages.mjs");
await import("./hydration.mjs");
await import("./frame.mjs");
await import("./live.mjs");
await import("./documented.mjs");
await import("./embedding.mjs");
await import("./policies.mjs");
