type Condition = { [key: string]: unknown }

/**
 * Shows a question while the answers of its form ask for it (`data-when` holds the condition as data), and tells the server that all
 * questions that apply were on the screen. Without this script they come after saving.
 */
export function revealQuestions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form')) {
    const questions = [...form.querySelectorAll<HTMLElement>('[data-when]')]
    if (questions.length === 0) continue
    form.append(saysAll())
    const show = () => {
      const answers = new FormData(form)
      for (const question of questions) question.hidden = !holds(JSON.parse(question.dataset.when ?? '{}'), answers)
    }
    form.addEventListener('change', show)
    show()
  }
}

function saysAll(): HTMLInputElement {
  const told = document.createElement('input')
  told.type = 'hidden'
  told.name = '_hien'
  told.value = 'het'
  return told
}

/** As on the server; answers of other pages are worked into the condition there already. */
function holds(condition: Condition, answers: FormData): boolean {
  const { any, all, not, answered } = condition
  if (Array.isArray(any)) return any.some((one) => holds(one, answers))
  if (Array.isArray(all)) return all.every((one) => holds(one, answers))
  if (isCondition(not)) return !holds(not, answers)
  if (typeof answered === 'string') return said(answered, answers) !== ''
  return Object.entries(condition).every(([name, wanted]) => [wanted].flat().map(text).includes(said(name, answers)))
}

function said(name: string, answers: FormData): string {
  const typed = answers.get(name)
  return typeof typed === 'string' ? typed : ''
}

function text(value: unknown): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value)
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
