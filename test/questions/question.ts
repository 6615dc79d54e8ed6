/** What somebody types, and the codes of the procedures that would be right, parted by spaces. */
export type Question = readonly [asked: string, right: string]
