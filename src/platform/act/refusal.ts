/** A forbidden or impossible act. One mapper turns it into a status and a sentence in the reader's language. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  /** Names the sentence, e.g. 'desk-closed'. */
  readonly reason: string
  readonly params: Record<string, string | number>

  constructor(status: Refusal['status'], reason: string, params: Record<string, string | number> = {}) {
    super(`${status} ${reason}`)
    this.name = 'Refusal'
    this.status = status
    this.reason = reason
    this.params = params
  }
}
