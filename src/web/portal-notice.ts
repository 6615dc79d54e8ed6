import type { Ctx } from '#platform/act'
import type { Language } from '#platform/i18n'
import { type Setting, settingNow } from '#platform/operator'

/** The switch whose words stand on the citizens' start page while it holds. */
export const portalNotice = 'portal-notice'

export type NoticeWords = Readonly<Record<Language, string>>

/** The words of a notice as a switch stores them; nothing means that none is shown. */
export function valueOfNotice({ vi, en }: NoticeWords): string {
  return vi === '' ? '' : JSON.stringify({ vi, en })
}

/** What a setting of the switch says; undefined where it takes the notice away. */
export function wordsOfNotice({ value }: Setting): NoticeWords | undefined {
  if (value === '') return undefined
  const { vi, en } = JSON.parse(value) as Partial<NoticeWords>
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : undefined
}

/** The notice that holds now, in the reader's language. */
export async function noticeNow(ctx: Ctx, lang: Language): Promise<string | undefined> {
  const setting = await settingNow(ctx, portalNotice)
  return setting === undefined ? undefined : wordsOfNotice(setting)?.[lang]
}
