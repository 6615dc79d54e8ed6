import type { Doors } from './doors.ts'

/**
 * Closes the doors in good order: nobody new comes in, whoever is being answered is let finish for a while, then every line is cut.
 * A sender who never ends his request would otherwise hold a stop up until his own time is over.
 */
export async function closeDoors({ app }: Pick<Doors, 'app'>, patientMs = 10_000): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), patientMs)
  try {
    await app.close()
  } finally {
    clearTimeout(late)
  }
}
