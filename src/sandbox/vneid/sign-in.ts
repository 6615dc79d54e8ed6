import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { errors, type InteractionResults } from 'oidc-provider'
import type { Reply } from '../routes.ts'
import { type Account, accountCalled, accountNumbered, accountOf, levelOf } from './accounts.ts'
import { consentPage, expiredPage, samplePasscode, signInPage } from './pages.ts'
import { signInPath } from './provider.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>
type Exchange = { provider: Provider; request: IncomingMessage; response: ServerResponse }

/** Shows the page that the interaction waits for: who are you, or what may be shared. */
export async function showStep(exchange: Exchange): Promise<Reply> {
  const interaction = await interactionOf(exchange)
  if (!interaction) return { status: 400, body: expiredPage() }
  return { body: await pageFor(exchange.provider, interaction) }
}

/** Takes the posted form of either page and goes on to where the provider says. */
export async function takeStep(exchange: Exchange, form: URLSearchParams): Promise<Reply> {
  const interaction = await interactionOf(exchange)
  if (!interaction) return { status: 400, body: expiredPage() }
  const act = form.get('viec')
  if (act === 'huy' || act === 'tu-choi') return goOn(exchange, { error: 'access_denied', error_description: 'refused by the person' })
  if (interaction.prompt.name === 'consent') return goOn(exchange, await consentTo(exchange.provider, interaction))
  const account = accountFrom(form)
  if (!account)
    return { status: 422, body: signInPage(actionOf(interaction), 'Số định danh hoặc mật mã không đúng. Xem lại hai ô dưới đây.') }
  return goOn(exchange, { login: { accountId: account.sub, acr: levelOf(account), amr: ['pwd'] } })
}

function accountFrom(form: URLSearchParams): Account | undefined {
  if (form.get('viec') === 'chon') return accountCalled(form.get('tai_khoan') ?? '')
  const number = (form.get('so_dinh_danh') ?? '').replace(/\s/g, '')
  return form.get('ma_so') === samplePasscode ? accountNumbered(number) : undefined
}

async function pageFor(provider: Provider, interaction: Interaction): Promise<string> {
  const account = accountOf(interaction.session?.accountId ?? '')
  if (interaction.prompt.name !== 'consent' || !account) return signInPage(actionOf(interaction))
  const client = await provider.Client.find(String(interaction.params.client_id))
  return consentPage(actionOf(interaction), account, client?.clientName ?? '', String(interaction.params.scope).split(' '))
}

async function consentTo(provider: Provider, interaction: Interaction): Promise<InteractionResults> {
  const clientId = String(interaction.params.client_id)
  const known = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined
  const grant = known ?? new provider.Grant({ accountId: interaction.session?.accountId ?? '', clientId })
  const missing = interaction.prompt.details.missingOIDCScope
  if (Array.isArray(missing)) grant.addOIDCScope(missing.join(' '))
  const claims = interaction.prompt.details.missingOIDCClaims
  if (Array.isArray(claims)) grant.addOIDCClaims(claims)
  return { consent: { grantId: await grant.save() } }
}

async function interactionOf({ provider, request, response }: Exchange): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response)
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}

async function goOn({ provider, request, response }: Exchange, result: InteractionResults): Promise<Reply> {
  const location = await provider.interactionResult(request, response, result, { mergeWithLastSubmission: !('error' in result) })
  return { status: 303, headers: { location } }
}

const actionOf = (interaction: Interaction): string => `${signInPath}${interaction.uid}`
