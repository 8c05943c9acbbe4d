// A browser whose process for the page dies takes one test with it, not all that come after. WebKitGTK 2.50 does so now and then: its
// in-place interpreter of WebAssembly crashes where a call returns (`JSC_useWasmIPInt=0` in the environment does without it).

/** How long a living page may take to answer, and how often it is asked: a driver takes a moment to know of a death. */
const patience = 10_000;
const asks = 5;

/**
 * Whether a browser still answers.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @returns {Promise<boolean>}
 */
async function lives(driver) {
  for (let ask = 0; ask < asks; ask += 1) {
    const answer = driver.executeScript("return true").then(
      () => "alive",
      (error) => (error.name === "NoSuchSessionError" || /crash/.test(error.message) ? "dead" : "unclear"),
    );
    const found = await Promise.race([answer, pause(patience, "dead")]);
    if (found !== "unclear") return found === "alive";
    await pause(200, "");
  }
  return true;
}

/** @param {number} time in ms @param {string} then what it is resolved with */
const pause = (time, then) => new Promise((resolve) => setTimeout(resolve, time, then));

/**
 * Does work with a browser. Where the browser dies of it, this is said, and the work is done once more with another browser: what fails
 * with a living browser fails at once, and what two browsers die of fails too.
 * @template T
 * @param {() => Promise<T>} work
 * @param {() => import("selenium-webdriver").WebDriver | undefined} driver the browser of the time
 * @param {() => Promise<void>} renew opens another one
 * @param {(line: string) => void} tell
 * @returns {Promise<T>}
 */
export async function surviving(work, driver, renew, tell) {
  for (let death = 1; ; death += 1) {
    try {
      return await work();
    } catch (error) {
      const asked = driver();
      if (!asked || (await lives(asked))) throw error;
      await renew();
      const cause = `${/** @type {Error} */ (error).name}: ${/** @type {Error} */ (error).message}`;
      tell(
        `the browser's process for the page died (${cause}); ${death > 1 ? "twice, so this fails" : "once more with another"}`,
      );
      if (death > 1) throw error;
    }
  }
}
