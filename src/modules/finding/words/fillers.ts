import { type Token, tokensOf } from '../spelling.ts'

/** Words that carry little of what somebody is after; they count a little where a published name has them too. As of 22/11/2026. */
const words = `làm xin cho tôi mình em anh chị tao tui tụi tớ con cháu muốn cần phải được có co không thì là của bị và để ở đâu gì nào thế như
  với từ ra về đi lên xuống vào này kia đó do rồi chưa sẽ đang vừa mới sắp giờ thủ tục hồ sơ giấy tờ việc cách hướng dẫn nhà xã phường nhờ hỏi
  giúp ai khi nếu mà vì tại cái cấp đăng ký kí hộ thêm lại nữa luôn một cả các những
  a an the to of in for my i how get need want do`

const tokens = tokensOf(words)
const withMarks = new Set(tokens.map(({ plain, marks }) => `${plain} ${marks}`))
const plain = new Set(tokens.map((token) => token.plain))

export const fillers = {
  /** «cho» and whatever is written without accents like it, but not «chợ». */
  isFiller: (token: Token): boolean => (token.marks === '' ? plain.has(token.plain) : withMarks.has(`${token.plain} ${token.marks}`)),
}
