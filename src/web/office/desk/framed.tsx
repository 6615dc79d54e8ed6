/**
 * A paper in a frame, beside what is compared with it. A browser does not show that the keyboard has gone into a frame, so Tab passes it
 * by; the link under the paper opens it alone.
 */
export function Framed({ href, title }: { href: string; title: string }) {
  return <iframe src={href} title={title} tabIndex={-1} loading="lazy" />
}
