interface Numbered {
  readonly n: number
  readonly text: string
}

/** Messages in the order of their numbers, kept until the server has applied them. */
export class Outbox {
  /** The number of the last message. */
  last = 0
  private waiting: Numbered[] = []

  /** Numbers a message and keeps it; returns what to send. */
  add(message: object): Numbered {
    const n = ++this.last
    const numbered = { n, text: JSON.stringify({ ...message, n }) }
    this.waiting.push(numbered)
    return numbered
  }

  /** Forgets messages up to `ack`. */
  acknowledge(ack: number): void {
    if (this.waiting.length > 0 && this.waiting[0].n <= ack) this.waiting = this.waiting.filter(({ n }) => n > ack)
  }

  /** Forgets one message, which the server refused. */
  drop(number: number): void {
    this.waiting = this.waiting.filter(({ n }) => n !== number)
  }

  /** Texts that the server has not applied as far as we know, oldest first. */
  unacknowledged(): string[] {
    return this.waiting.map(({ text }) => text)
  }
}
