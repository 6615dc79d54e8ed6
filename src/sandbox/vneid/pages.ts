import { dateText } from '../dates.ts'
import { html, type Markup, page } from '../page.ts'
import { stories } from '../stories.ts'
import { type Account, accounts } from './accounts.ts'
import { type Claim, claimLabels, claimsOf, isScope, scopes } from './claims.ts'

/** The passcode of every sample account. */
export const samplePasscode = '246810'

const system = 'VNeID'

/** Field names are part of the contract: `viec`, `so_dinh_danh`, `ma_so`, `tai_khoan`. */
export function signInPage(action: string, problem?: string): string {
  const personal = accounts.filter((one) => !one.acts)
  const organisation = accounts.filter((one) => one.acts)
  return page(
    problem ? 'Lỗi: Đăng nhập' : 'Đăng nhập',
    system,
    html`
${problem !== undefined && html`<p class="problem" role="alert" id="loi">${problem}</p>`}
<form method="post" action="${action}">
<div class="field"><label for="so_dinh_danh">Số định danh cá nhân <span class="hint">12 chữ số trên thẻ căn cước mẫu</span></label>
<input type="text" id="so_dinh_danh" name="so_dinh_danh" inputmode="numeric" autocomplete="off" maxlength="14" required></div>
<div class="field"><label for="ma_so">Mật mã <span class="hint">Mọi tài khoản mẫu dùng ${samplePasscode}</span></label>
<input type="password" id="ma_so" name="ma_so" autocomplete="off" maxlength="20" required></div>
<p class="acts"><button name="viec" value="dang-nhap">Đăng nhập</button></p>
</form>
<h2>Hoặc chọn một người mẫu</h2>
${accountList(action, personal)}
<h2>Tài khoản của tổ chức</h2>
${accountList(action, organisation)}
<form method="post" action="${action}"><button class="plain" name="viec" value="huy">Thôi, quay lại</button></form>`,
  )
}

function accountList(action: string, list: readonly Account[]): Markup {
  return html`<form method="post" action="${action}"><input type="hidden" name="viec" value="chon"><ul class="people">${list.map(
    (one) => html`<li><button name="tai_khoan" value="${one.key}"><b>${one.acts?.for.name ?? one.person.name}</b>
<span>${one.acts ? roleOf(one) : lifeOf(one)}</span></button></li>`,
  )}</ul></form>`
}

function roleOf({ acts, person }: Account): string {
  return `${acts?.as === 'representative' ? 'Người đại diện theo pháp luật' : 'Người được ủy quyền'}: ${person.name}`
}

function lifeOf({ person }: Account): string {
  const life = `Sinh ${dateText(person.bornOn)} · ${person.residence.commune.name}, ${person.residence.commune.provinceName}`
  const story = stories[person.key]
  return story === undefined ? life : `${life}. ${story}.`
}

/** Fields: `viec` is `dong-y` or `tu-choi`. The page shows each value that the product would get. */
export function consentPage(action: string, account: Account, client: string, asked: readonly string[]): string {
  const claims: Record<string, string> = claimsOf(account)
  const granted = asked.filter(isScope)
  const values = granted.flatMap((scope) => scopes[scope].claims).filter((claim) => claims[claim] !== undefined)
  return page(
    'Chia sẻ dữ liệu',
    system,
    html`
<p>${client} đề nghị ${account.acts?.for.name ?? account.person.name} cho dùng những dữ liệu sau:</p>
<dl class="card">${values.map((claim) => html`<div><dt>${claimLabels[claim]}</dt><dd>${shownClaim(claim, claims[claim] ?? '')}</dd></div>`)}
${granted.includes('vi.giay_chung_sinh') && html`<div><dt>Ví giấy tờ</dt><dd>Giấy chứng sinh</dd></div>`}</dl>
<p>Chỉ dùng để giải quyết thủ tục bạn đang làm. Bạn có thể từ chối và điền tay.</p>
<form method="post" action="${action}"><p class="acts"><button name="viec" value="dong-y">Đồng ý chia sẻ</button>
<button class="plain" name="viec" value="tu-choi">Từ chối</button></p></form>`,
  )
}

function shownClaim(claim: Claim, value: string): string {
  if (claim === 'NgaySinh') return dateText(value)
  if (claim === 'VaiTro') return value === 'NguoiDaiDien' ? 'Người đại diện theo pháp luật' : 'Người được ủy quyền'
  return value
}

export function expiredPage(): string {
  return page('Phiên đăng nhập đã hết hạn', system, html`<p>Quay lại trang dịch vụ công và đăng nhập lại.</p>`)
}
