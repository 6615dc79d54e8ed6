import type { Procedure, Words } from '#modules/procedures'
import { officeForms } from './papers/index.ts'

/** A form as a procedure writes it: its own where its field of law has one, else that of the one-stop mechanism. */
export type FormUsed = { readonly form: string; readonly name: Words; readonly symbol: string; readonly typst: string }

export function formOf({ forms = {} }: Pick<Procedure, 'forms'>, kind: keyof typeof officeForms): FormUsed {
  const { form, name, symbol, typst } = officeForms[kind]
  const common = { form, name: { vi: name, en: name }, symbol, typst }
  return kind === 'receipt' || kind === 'supplement' || kind === 'refusal' ? (forms[kind] ?? common) : common
}
