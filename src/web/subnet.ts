import { isIPv6 } from 'node:net'

/**
 * From where somebody asks, as tries are counted: 256 neighbours of an IPv4 address, the customer's whole net (/56) of an IPv6 one.
 * One household or office counts as one.
 */
export function subnetOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1]
  if (mapped !== undefined) return `${mapped}.0/24`
  return isIPv6(address) ? `${expanded(address).slice(0, 14)}/56` : address
}

/** Eight groups of four, as hexadecimal digits in one row. */
function expanded(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [before, after] = [groups(head), groups(tail)]
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join('')
}
