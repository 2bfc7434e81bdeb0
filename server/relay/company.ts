/** Whether other nodes have one cloth open, as far as this node can tell. */
export class Company {
  #alone = false;
  /** How often another was heard of. */
  #news = 0;

  /** No other had it open when something was last sent, and none was heard of since. Whoever opens it asks who is there. */
  get isAlone(): boolean {
    return this.#alone;
  }

  /** Another was heard, or what was heard so far counts no more. */
  expect(): void {
    this.#news += 1;
    this.#alone = false;
  }

  /** Something was sent; `reached` tells whether any other had the cloth open then. */
  learn(reached: Promise<boolean>): void {
    const news = this.#news;
    void reached.then((others) => {
      // An answer may be older than a newcomer's first message, which comes by another line.
      if (news === this.#news) this.#alone = !others;
    });
  }
}
