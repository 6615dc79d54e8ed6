/** Groups of the national record under which papers of civil status are published. */
export const handIn = 'Giấy tờ phải nộp'
export const show = 'Giấy tờ phải xuất trình'
export const declared = '--'

// Rules of this resolution end on that day; afterwards the paper is asked for again unless another rule takes over.
export const dataFirst = { basis: 'Nghị quyết 66.7/2025/NQ-CP', validFrom: '2026-01-01', validTo: '2027-02-28' } as const
