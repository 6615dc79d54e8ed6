import { html, page } from './page.ts'
import type { Routes } from './routes.ts'
import { accounts } from './vneid/accounts.ts'
import { samplePasscode } from './vneid/pages.ts'

/** The first page of the sandbox: what is played here, and the sample people. */
export function overview(product: string | undefined): Routes {
  return { 'GET /': () => ({ body: overviewPage(product) }) }
}

function overviewPage(product: string | undefined): string {
  const personal = accounts.filter((one) => !one.acts)
  return page(
    'Các hệ thống mẫu',
    'Hệ thống mẫu',
    html`
${product !== undefined && html`<p><a href="${product}">Về trang dịch vụ công</a></p>`}
<ul><li><a href="/hop-thu">Hộp thư VNeID</a></li><li><a href="/thu">Thư điện tử đã gửi</a></li></ul>
<h2>Người mẫu</h2>
<p>Mật mã VNeID của mọi người mẫu: ${samplePasscode}.</p>
<ul>${personal.map(({ person }) => html`<li>${person.name}, ${person.number}, ${person.residence.commune.name}</li>`)}</ul>`,
  )
}
