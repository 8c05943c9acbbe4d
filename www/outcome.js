// What those hear who wait for a chart: a promise, made anew with each load.

export class Outcome {
  /** Ends the waiting; undefined once it has ended. @type {((drawn: boolean) => void) | undefined} */
  #settle;
  /** @type {Promise<boolean>} */
  promise = this.#make();

  /** Whether somebody may still be waiting. */
  get open() {
    return this.#settle !== undefined;
  }

  /** Begins anew: who waits for the former promise waits for the same end. */
  renew() {
    this.promise = this.#make();
  }

  /** @param {boolean} drawn what those hear who wait */
  end(drawn) {
    this.#settle?.(drawn);
    this.#settle = undefined;
  }

  /** @returns {Promise<boolean>} */
  #make() {
    return new Promise((resolve) => {
      const before = this.#settle;
      this.#settle = (drawn) => {
        before?.(drawn);
        resolve(drawn);
      };
    });
  }
}
