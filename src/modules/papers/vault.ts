import { type FileFault, type FileStore, largestFile, type Scanner } from '#platform/files'

/** Where papers lie, with the room in which they are judged: at most so many bytes lie open in memory at once. */
export type Vault = { store: FileStore; room: Room; scanner?: Scanner }

/** Why a paper was not taken in. */
export type PaperFault = FileFault | 'secret' | 'too-many-files'

/** The most that one draft or case may bring; a guard against filling the disk, not a rule of law. */
export const mostFiles = 100

/** Lets work in as long as there is room; the rest waits in the order it came. */
export class Room {
  private free: number
  private readonly size: number
  private readonly waiting: { need: number; enter: () => void }[] = []

  constructor(size: number) {
    this.size = size
    this.free = size
  }

  async hold<T>(need: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(need, this.size)
    if (this.waiting.length > 0 || this.free < taken) {
      await new Promise<void>((enter) => this.waiting.push({ need: taken, enter }))
    } else this.free -= taken
    try {
      return await work()
    } finally {
      this.free += taken
      this.admit()
    }
  }

  private admit(): void {
    for (let next = this.waiting[0]; next !== undefined && next.need <= this.free; next = this.waiting[0]) {
      this.waiting.shift()
      this.free -= next.need
      next.enter()
    }
  }
}

/** @param scanner left out where none is configured: the desk then shows that a paper was not scanned */
export function newVault(store: FileStore, scanner?: Scanner): Vault {
  const vault = { store, room: new Room(largestFile + 16 * 1024 * 1024) }
  return scanner === undefined ? vault : { ...vault, scanner }
}
