/**
 * Runs tasks one after another in the order they came. One failed task does not stop the next: an engine has one
 * connection, and a transaction of one caller must never mix with another's statement.
 */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
