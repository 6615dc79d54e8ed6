/** What a start has opened so far. It is ended in the other order, each part although another one fails. */
export class Opened {
  private readonly ends: (() => Promise<unknown> | undefined)[] = []
  private ending: Promise<void> | undefined

  /** Remembers how to end what was just opened. */
  add(end: () => Promise<unknown> | undefined): void {
    this.ends.push(end)
  }

  end(): Promise<void> {
    this.ending ??= this.endAll()
    return this.ending
  }

  private async endAll(): Promise<void> {
    for (const end of this.ends.toReversed()) {
      try {
        await end()
      } catch (error) {
        console.error(error)
      }
    }
  }
}
