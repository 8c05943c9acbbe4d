// What those hear who wait for a chart: a promise, made anew with each load.

export class Outcome {
  /** @type {((drawn: boolean) => void)[]} */
  #waiting = [];
  promise = this.#promise();

  /** Whether somebody may still be waiting. */
  get open() {
    return this.#waiting.length > 0;
  }

  /** Begins anew: who waits for the former promise waits for the same end. */
  renew() {
    this.promise = this.#promise();
  }

  /** @param {boolean} drawn what those hear who wait */
  end(drawn) {
    for (const tell of this.#waiting.splice(0)) tell(drawn);
  }

  /** @returns {Promise<boolean>} */
  #promise() {
    return new Promise((tell) => this.#waiting.push(tell));
  }
}
