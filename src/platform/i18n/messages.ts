/** Vietnamese is the language of the product; English is complete beside it. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** The language asked for (a cookie, a query), Vietnamese when it is none of ours. */
export function languageOf(asked: string | undefined): Language {
  return asked === 'en' ? 'en' : 'vi'
}

/** One message in both languages. `{name}` is filled in; `{days|day|days}` chooses by the number `days` (one, several). */
export type Message = { readonly vi: string; readonly en: string }

type NameIn<Slot extends string> = Slot extends `${infer Name}|${string}` ? Name : Slot
type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? NameIn<Slot> | Slots<Rest> : never
type SlotsOf<M> = M extends { readonly vi: infer V extends string; readonly en: infer E extends string } ? Slots<V> | Slots<E> : never
type Filling<M> = [SlotsOf<M>] extends [never] ? [] : [params: { readonly [Name in SlotsOf<M>]: string | number }]

/** Says a message of a catalogue in one language; a key or a parameter that does not exist does not compile. */
export type Say<Catalogue> = <Key extends keyof Catalogue>(key: Key, ...params: Filling<Catalogue[Key]>) => string

/** A catalogue: `words('vi')('left', { days: 3 })`. `all` is for tests and for tools that list every message. */
export type Messages<Catalogue> = ((language: Language) => Say<Catalogue>) & { readonly all: Catalogue }

/**
 * Makes a catalogue of messages: `export const words = messages({ left: { vi: 'Còn {days} ngày', en: '{days} {days|day|days} left' } })`.
 * A missing language does not compile. Throws for an empty text, one that was not translated, and a slot that one language has and
 * the other lacks: a wrong catalogue is found when it is loaded, whether or not the message is ever shown. Texts come out plain:
 * pages escape them.
 */
export function messages<const Catalogue extends Readonly<Record<string, Message>>>(all: Catalogue): Messages<Catalogue> {
  for (const [key, message] of Object.entries(all)) {
    const problem = problemWith(message)
    if (problem) throw new Error(`message "${key}": ${problem}`)
  }
  const inLanguage =
    (language: Language): Say<Catalogue> =>
    (key, ...[params]) => {
      const message = all[key]
      if (!message) throw new Error(`no message "${String(key)}"`)
      return fill(message[language], params ?? {})
    }
  return Object.assign(inLanguage, { all })
}

const SLOT = /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(SLOT, (slot, name: string, one?: string, several?: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`nothing to fill ${slot} with`)
    if (one === undefined || several === undefined) return String(value)
    return Number(value) === 1 ? one : several
  })
}

// Letters that English has not: a text with them that is the same in both languages was copied, not translated.
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

function problemWith({ vi, en }: Message): string | null {
  if (vi.trim() === '' || en.trim() === '') return 'a language has no text'
  if (vi !== vi.normalize('NFC') || en !== en.normalize('NFC')) return 'not in composed form (NFC)'
  if (vi === en && VIETNAMESE.test(en)) return 'not translated'
  if (slotNames(vi) !== slotNames(en)) return `slots differ: ${slotNames(vi)} / ${slotNames(en)}`
  return null
}

function slotNames(text: string): string {
  return [...new Set(Array.from(text.matchAll(SLOT), ([, name]) => name))].sort().join(' ')
}
