import { type Choices, type Data, type Entries, housePapers, wantedBy } from '#modules/editing'

/** The text of a paper of the house, by its name. */
export function chosenPaper(id: string): Entries | undefined {
  const paper = housePapers.find((one) => one.id === id)
  return paper === undefined ? undefined : { id: paper.id, typst: paper.typst }
}

/** Places on a paper that want a value, as its text names them. */
export function namesOnPaper(typst: Data | undefined): Choices {
  return wantedBy(typeof typst === 'string' ? typst : '').map((value) => ({ value, name: { vi: value, en: value } }))
}
