import { SummaryList } from './summary-list.tsx'

/** One line of money: what it is for, how much, and how that came about. */
export type FeeRow = { name: string; amount: string; how: string }

/** What is to be paid, line by line, with the sum below in bold. */
export function FeeLines({ rows, total }: { rows: readonly FeeRow[]; total: FeeRow }) {
  const summed = { key: total.name, value: <b class="lt-num">{total.amount}</b> }
  return (
    <SummaryList
      rows={[
        ...rows.map(({ name, amount, how }) => ({
          key: name,
          value: (
            <>
              <span class="lt-num">{amount}</span>
              {how !== '' && (
                <>
                  <br />
                  <span class="lt-muted">{how}</span>
                </>
              )}
            </>
          ),
        })),
        summed,
      ]}
    />
  )
}
