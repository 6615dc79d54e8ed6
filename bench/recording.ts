import { type Answer, type Connect, Pool, type Statement } from '#platform/db'

/** A pool that remembers the writing trips of one journey, so that the ceiling does exactly the same to the same tables. */
export class RecordingPool extends Pool {
  readonly trips: Statement[][] = []

  constructor(connect: Connect) {
    super(connect, 2, 'bench recording')
  }

  override async trip(statements: readonly Statement[]): Promise<Answer[]> {
    const answers = await super.trip(statements)
    if (!statements.some(({ text }) => text.includes("'transaction_read_only'"))) this.trips.push([...statements])
    return answers
  }
}
