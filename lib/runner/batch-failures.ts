const remembered = 10;
const fewest = 4;

/** How the last batches of a run ended. */
export class BatchFailures {
  #last: boolean[] = [];

  note(failed: boolean): void {
    this.#last = [...this.#last, failed].slice(-remembered);
  }

  /** More than half of them failed: going on would only burden the database. */
  areTooMany(): boolean {
    const failed = this.#last.filter(Boolean).length;
    return failed >= fewest && failed > this.#last.length / 2;
  }
}
