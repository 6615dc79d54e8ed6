/** Why the database under the program did not start. The codes are stable: tests, operators' scripts and the launcher go by them. */
export type StartProblem =
  | 'already-running'
  | 'disk-full'
  | 'other-major-version'
  | 'root-not-possible'
  | 'still-stopping'
  | 'programs-missing'
  | 'password-missing'
  | 'password-wrong'
  | 'stopped-at-start'
  | 'not-ready-in-time'

/** Who keeps a folder busy: the program's pid and, once it listens, its address. */
export type Holder = { pid: number; address?: string }

/** A refused start: `message` is one Vietnamese sentence for the operator, `exitCode` what the program ends with. */
export class PostgresStartError extends Error {
  readonly code: StartProblem
  readonly holder: Holder | undefined

  constructor(code: StartProblem, sentence: string, holder?: Holder) {
    super(sentence)
    this.name = 'PostgresStartError'
    this.code = code
    this.holder = holder
  }

  /** 3 says: somebody else already runs here, and is well. Everything else is 1. */
  get exitCode(): number {
    return this.code === 'already-running' ? 3 : 1
  }
}

export function alreadyRunning(dataDir: string, holder: Holder): PostgresStartError {
  const where = holder.address ?? 'đang khởi động'
  return new PostgresStartError(
    'already-running',
    `Thư mục dữ liệu ${dataDir} đang được chương trình khác dùng: pid ${holder.pid}, ${where}.`,
    holder,
  )
}

export function diskFull(dataDir: string): PostgresStartError {
  return new PostgresStartError(
    'disk-full',
    `Hết chỗ trên ổ đĩa chứa ${dataDir}: hãy giải phóng dung lượng rồi khởi động lại; dữ liệu đã ghi vẫn còn nguyên.`,
  )
}

export function otherMajorVersion(dataDir: string, found: string, ours: string): PostgresStartError {
  const wayOut =
    'hãy dùng bản phát hành cũ chạy «npm run cli -- export --out THƯ_MỤC», rồi dùng bản này với một thư mục dữ liệu mới chạy «npm run cli -- import --all THƯ_MỤC»'
  return new PostgresStartError(
    'other-major-version',
    `Dữ liệu trong ${dataDir} thuộc PostgreSQL ${found}, bản này dùng PostgreSQL ${ours}: ${wayOut}.`,
  )
}

export function rootNotPossible(folder: string): PostgresStartError {
  return new PostgresStartError(
    'root-not-possible',
    `PostgreSQL không chạy bằng quyền root và máy này không cho tạo user namespace: hãy chạy chương trình bằng tài khoản thường, hoặc đặt DATA_DIR (đang là ${folder}) và mã nguồn ở nơi tài khoản thường đọc được.`,
  )
}

export function stillStopping(dataDir: string, detail: string): PostgresStartError {
  return new PostgresStartError(
    'still-stopping',
    `Cơ sở dữ liệu của lần chạy trước trong ${dataDir} chưa dừng hẳn sau 30 giây (${detail}): hãy thử lại sau.`,
  )
}

export function programsMissing(detail: string): PostgresStartError {
  return new PostgresStartError(
    'programs-missing',
    `Không chạy được PostgreSQL kèm theo (${detail}): hãy chạy lại «npm start» để cài đủ, hoặc đặt DATABASE_URL.`,
  )
}

export function passwordMissing(file: string): PostgresStartError {
  return new PostgresStartError('password-missing', `Thiếu tệp mật khẩu cơ sở dữ liệu ${file}: hãy chép lại từ bản sao lưu.`)
}

export function passwordWrong(file: string): PostgresStartError {
  return new PostgresStartError(
    'password-wrong',
    `Mật khẩu trong ${file} không phải của cơ sở dữ liệu này: hãy chép lại tệp từ bản sao lưu.`,
  )
}

export function stoppedAtStart(log: string, lastLine: string): PostgresStartError {
  return new PostgresStartError('stopped-at-start', `PostgreSQL dừng ngay khi khởi động: ${lastLine} (nhật ký: ${log}).`)
}

export function notReadyInTime(log: string, seconds: number): PostgresStartError {
  return new PostgresStartError('not-ready-in-time', `PostgreSQL chưa sẵn sàng sau ${seconds} giây (nhật ký: ${log}).`)
}
