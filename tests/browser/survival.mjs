// A browser whose process for the page dies takes one test with it, not all that come after. WebKitGTK 2.50 does so now and then: its
// in-place interpreter of WebAssembly crashes where a call returns (`JSC_useWasmIPInt=0` in the environment does without it).

/** What a driver says of a session whose page died, first and ever after. */
const dead = new Set(["NoSuchSessionError", "NoSuchWindowError"]);

/** How long a living page may take to answer. */
const patience = 10_000;

/**
 * Whether a browser still answers.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @returns {Promise<boolean>}
 */
async function lives(driver) {
  const answer = driver.executeScript("return true").then(
    () => true,
    (error) => !dead.has(error.name) && !/crash/.test(error.message),
  );
  const silence = new Promise((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([answer, silence]);
}

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
