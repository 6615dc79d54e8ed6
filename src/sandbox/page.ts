/** Markup that is already safe to send. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Markup[] | false | undefined

/** A template whose values are escaped unless they are markup themselves. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(texts.reduce((whole, text, i) => whole + shown(parts[i - 1]) + text))
}

function shown(part: Part): string {
  if (part === false || part === undefined) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map((one) => one.text).join('')
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A whole page of a played system; every page says that it is a sample. */
export function page(title: string, system: string, content: Markup): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${system} (mẫu)</title>
<link rel="stylesheet" href="/mau/kieu.css">
</head>
<body>
<header><p class="system">${system}</p><p class="sample">Hệ thống mẫu để chạy thử. Mọi người và mọi số ở đây đều được đặt ra.</p></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`.text
}
