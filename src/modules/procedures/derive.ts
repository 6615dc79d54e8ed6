import type { Language } from '#platform/i18n'
import { type Answers, isFiles, isPlace, isRows } from './answers.ts'
import { isAsked } from './apply.ts'
import { codesOf } from './code-lists.ts'
import type { Accepted, Field } from './field.ts'
import type { Procedure } from './procedure.ts'
import { type Naming, valueText } from './value-text.ts'

type Schema = { readonly [key: string]: unknown }

const mimeOf: Record<Accepted, string> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }

function shapeOf(field: Field): Schema {
  switch (field.kind) {
    case 'fullName':
    case 'text':
      return { type: 'string', maxLength: field.most }
    case 'date':
      return { type: 'string', pattern: field.precision === 'day' ? '^\\d{4}-\\d{2}-\\d{2}$' : '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
    case 'citizenId':
      return { type: 'string', pattern: '^0\\d{11}$' }
    case 'phone':
      return { type: 'string', pattern: '^0\\d{9,10}$' }
    case 'email':
      return { type: 'string', format: 'email' }
    case 'choice':
    case 'given':
      return { type: 'string', enum: field.options.map(({ value }) => value) }
    case 'code':
      return { type: 'string', enum: codesOf(field.list).map(({ code }) => code) }
    case 'int':
      return { type: 'integer', minimum: field.least, maximum: field.most }
    case 'money':
      return { type: 'string', pattern: '^\\d{1,16}$', description: 'Whole đồng in digits' }
    case 'list':
      return {
        type: 'array',
        maxItems: field.most,
        items: {
          type: 'object',
          additionalProperties: false,
          required: field.order.filter((cell) => field.cells[cell]?.required),
          properties: Object.fromEntries(
            Object.entries(field.cells).map(([cell, asked]) => [
              cell,
              { ...shapeOf(asked), title: asked.label.vi, description: asked.label.en },
            ]),
          ),
        },
      }
    case 'bool':
      return { type: 'boolean' }
    case 'upload':
      return { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: field.most }
    case 'place':
      return {
        type: 'object',
        additionalProperties: false,
        properties: {
          commune: { type: 'string', pattern: '^\\d{5}$', description: 'Commune code of QĐ 19/2025/QĐ-TTg' },
          detail: { type: 'string', maxLength: 200 },
          ...(field.abroad ? { country: { type: 'string', pattern: '^[A-Z]{2}$' } } : {}),
        },
      }
    case 'derived':
      return { type: 'boolean' }
    case 'fixed':
      return { type: 'string', const: field.value }
  }
}

/**
 * The answers as JSON Schema (2020-12), for the machine door and its documentation. Required are the questions that everybody is asked;
 * what depends on another answer is judged by `problemsIn`, which knows the day as well.
 */
export function apiSchema(procedure: Procedure): Schema {
  const asked = Object.entries(procedure.fields).filter(([, field]) => isAsked(field))
  return {
    $id: `procedure-${procedure.code}-${procedure.revision}`,
    type: 'object',
    title: procedure.name.vi,
    additionalProperties: false,
    required: asked.filter(([, field]) => field.required && !field.when && !field.known).map(([name]) => name),
    properties: Object.fromEntries(
      asked.map(([name, field]) => [name, { ...shapeOf(field), title: field.label.vi, description: field.label.en }]),
    ),
  }
}

export type Hints = Readonly<Record<string, string | number | boolean>>

/** Attributes that let the browser help; the server judges again whatever the browser let through. */
export function browserHints(field: Field): Hints {
  const common = { ...(field.required ? { required: true } : {}), ...(field.autocomplete ? { autocomplete: field.autocomplete } : {}) }
  switch (field.kind) {
    case 'fullName':
      return { ...common, maxlength: field.most, pattern: "[\\p{L}\\p{M} '’\\-]+", autocapitalize: 'words', spellcheck: false }
    case 'text':
      return { ...common, maxlength: field.most, ...(field.pattern ? { pattern: field.pattern } : {}) }
    case 'citizenId':
      return { ...common, inputmode: 'numeric', maxlength: 15, pattern: '0[0-9 .]{11,14}' }
    case 'phone':
      return { ...common, type: 'tel', inputmode: 'tel', maxlength: 20 }
    case 'email':
      return { ...common, type: 'email', inputmode: 'email', maxlength: 200 }
    case 'money':
      return { ...common, inputmode: 'numeric', maxlength: 22 }
    case 'int':
      return { ...common, inputmode: 'numeric', min: field.least, max: field.most, pattern: '[0-9]*' }
    case 'upload':
      return { ...common, accept: field.accept.map((each) => mimeOf[each]).join(','), ...(field.most > 1 ? { multiple: true } : {}) }
    case 'date':
      return { ...common, inputmode: 'numeric' }
    default:
      return common
  }
}

export type Column = { readonly field: string; readonly label: string }

/** Columns that a list of dossiers of this procedure can show beside number, step and deadline. */
export function worklistColumns(procedure: Procedure, language: Language): Column[] {
  return procedure.worklist.flatMap((name) => {
    const field = procedure.fields[name]
    return field ? [{ field: name, label: field.label[language] }] : []
  })
}

const aboutFields = ({ about, andAbout }: Pick<Procedure, 'about' | 'andAbout'>) => (andAbout === undefined ? [about] : [about, andAbout])

/** The answers by which a dossier is spoken of, as they were written: "Ngô Thị Yến – Đào Anh Khoa". */
export function aboutText(procedure: Pick<Procedure, 'about' | 'andAbout'>, answers: Answers): string {
  const said = aboutFields(procedure).map((name) => answers[name])
  return said.filter((answer) => typeof answer === 'string' && answer !== '').join(' – ')
}

/** What a dossier is called: "Đăng ký khai sinh: Trần Nguyễn Minh Khuê". */
export function titleOf(procedure: Procedure, answers: Answers, naming: Naming): string {
  const about = aboutFields(procedure)
    .flatMap((name) => {
      const field = procedure.fields[name]
      return field ? valueText(field, answers[name], naming) : []
    })
    .filter((text) => text !== '')
    .join(' – ')
  const name = procedure.name[naming.language]
  return about === '' ? name : `${name}: ${about}`
}

/** The coded answers that statistics count: no names, no numbers of persons; of a place only its commune. Give settled answers. */
export function statisticsOf(procedure: Procedure, answers: Answers): Readonly<Record<string, string>> {
  const counted = procedure.statistics.flatMap((name): [string, string][] => {
    const answer = answers[name]
    if (answer === undefined || isFiles(answer) || isRows(answer)) return []
    return [[name, isPlace(answer) ? (answer.commune ?? '') : String(answer)]]
  })
  return Object.fromEntries(counted)
}
