type Code = 'not-a-backup' | 'other-key' | 'changed' | 'not-empty' | 'other-version' | 'lock-not-won' | 'exists'

/** A backup or restore that cannot go on; the sentence says what is wrong. Nothing was changed. */
export class BackupProblem extends Error {
  readonly code: Code

  constructor(code: Code, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BackupProblem'
    this.code = code
  }
}
