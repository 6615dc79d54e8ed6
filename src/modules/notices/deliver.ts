import type { Ctx } from '#platform/act'
import { asActor } from '#platform/db'
import { ask } from '#platform/http-client'
import type { Language } from '#platform/i18n'
import type { Id } from '#platform/id'
import { noticeTitle } from './words.ts'

/** The ways out of the house. A missing one is left out; what could not be delivered is tried again and then shown to an operator. */
export type Channels = {
  /** Sends one e-mail; throws when it could not be handed over. */
  email?: (to: string, subject: string, text: string) => Promise<void>
  vneid?: { url: string; secret: string }
  publicUrl: string
}

type Found = { kind: string; params: { code?: unknown }; details: Buffer | null; number: Buffer | null; done: string[] }

/**
 * Carries one notice outside: a title and a link, nothing personal. Each channel is noted when it is done, so that a second run of the
 * same job sends nothing twice; one that fails does not hold the others up.
 * @throws the first failure, so that the job is tried again
 */
export async function deliver(ctx: Ctx, channels: Channels, notice: Id, lang: Language = 'vi'): Promise<void> {
  const found = await read(ctx, notice)
  if (found === undefined) return
  const title = noticeTitle(found.kind, found.params, lang)
  const link = `${channels.publicUrl}/ho-so/${String(found.params.code ?? '')}`
  const { email, vneid } = channels
  const failures: unknown[] = []
  const through = async (channel: 'email' | 'vneid', send: () => Promise<void>): Promise<void> => {
    if (found.done.includes(channel)) return
    try {
      await send()
      await note(ctx, notice, channel)
    } catch (error) {
      failures.push(error)
    }
  }
  const address = found.details === null ? undefined : emailIn(ctx, found.details)
  if (email !== undefined && address !== undefined) await through('email', () => email(address, title, `${title}.\n\n${link}\n`))
  const { number } = found
  if (vneid !== undefined && number !== null)
    await through('vneid', () => toInbox(vneid, notice, ctx.keys.openText(number, 'identifier.value'), title, link))
  if (failures.length > 0) throw failures[0]
}

async function read(ctx: Ctx, notice: Id): Promise<Found | undefined> {
  const row = await ctx.db
    .selectFrom('notice')
    .leftJoin('person', 'person.id', 'notice.party_id')
    .where('notice.id', '=', notice)
    .select(['notice.kind', 'notice.params', 'notice.party_id', 'person.details'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const number = await ctx.db
    .selectFrom('identifier')
    .where('person_id', '=', row.party_id)
    .where('kind', '=', 'cccd')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .select('value')
    .executeTakeFirst()
  const done = await ctx.db
    .selectFrom('notice_delivery')
    .where('notice_id', '=', notice)
    .where('outcome', '=', 'sent')
    .select('channel')
    .execute()
  return {
    kind: row.kind,
    params: row.params as { code?: unknown },
    details: row.details,
    number: number?.value ?? null,
    done: done.map((one) => one.channel),
  }
}

function emailIn(ctx: Ctx, details: Buffer): string | undefined {
  const { email, own } = ctx.keys.openJson<{ email?: string; own?: { email?: string } }>(details, 'person.details')
  return own?.email ?? email
}

async function toInbox(inbox: NonNullable<Channels['vneid']>, messageId: Id, number: string, title: string, link: string): Promise<void> {
  const answer = await ask(`${inbox.url}/tin`, {
    method: 'POST',
    bearer: inbox.secret,
    json: { messageId, number, title, link },
    timeoutMs: 5_000,
  })
  if (!answer.answered || answer.status >= 300)
    throw new Error(`the VNeID inbox did not take a notice: ${answer.answered ? answer.status : answer.reason}`)
}

async function note(ctx: Ctx, notice: Id, channel: 'email' | 'vneid'): Promise<void> {
  await ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: "insert into notice_delivery (notice_id, channel, outcome, at) values ($1, $2, 'sent', $3) on conflict do nothing",
      values: [notice, channel, ctx.now],
    },
  ])
}
