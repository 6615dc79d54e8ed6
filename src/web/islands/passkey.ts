/**
 * Passkeys: the browser's question and answer travel as JSON with bytes in base64url; here they become what `navigator.credentials`
 * takes and back. Without a browser that knows passkeys the block stays hidden, and password and code serve.
 */
type Question = { ticket: string; options: { challenge: string; user?: { id: string }; [option: string]: unknown } }

for (const block of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const button = block.querySelector('button')
  if (button === null || !('credentials' in navigator) || typeof PublicKeyCredential === 'undefined') continue
  block.hidden = false
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true')
    use(block)
      .catch(() => tell(block))
      .finally(() => button.removeAttribute('aria-busy'))
  })
}

async function use({ dataset }: HTMLElement): Promise<void> {
  const { ticket, options } = await ask<Question>(dataset.ask, {})
  const isNew = dataset.passkey === 'add'
  const credential = isNew
    ? await navigator.credentials.create({ publicKey: withBytes(options) as PublicKeyCredentialCreationOptions })
    : await navigator.credentials.get({ publicKey: withBytes(options) as PublicKeyCredentialRequestOptions })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential')
  const named = document.getElementById(dataset.nameIn ?? '')
  const name = named instanceof HTMLInputElement ? named.value : ''
  const { to } = await ask<{ to: string }>(dataset.send, { ticket, name, ve: dataset.back, response: written(credential) })
  location.assign(to)
}

function tell(block: HTMLElement): void {
  const place = block.querySelector('[role=alert]')
  if (place) place.textContent = block.dataset.failed ?? ''
}

async function ask<T>(path: string | undefined, body: object): Promise<T> {
  const token = document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-form-token': token }
  const answer = await fetch(path ?? '', { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Every place of the question in which bytes are meant. */
function withBytes(options: Question['options']): object {
  const listed = (key: string) => (options[key] as { id: string }[] | undefined)?.map((one) => ({ ...one, id: bytesOf(one.id) }))
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytesOf(options.user.id) } }),
    excludeCredentials: listed('excludeCredentials'),
    allowCredentials: listed('allowCredentials'),
  }
}

function written(credential: PublicKeyCredential): object {
  const { response } = credential
  const shared = { id: credential.id, rawId: textOf(credential.rawId), type: credential.type, clientExtensionResults: {} }
  const clientDataJSON = textOf(response.clientDataJSON)
  if (response instanceof AuthenticatorAttestationResponse) {
    const transports = response.getTransports?.() ?? []
    return { ...shared, response: { clientDataJSON, attestationObject: textOf(response.attestationObject), transports } }
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) throw new Error('an answer to another question')
  const { authenticatorData, signature, userHandle } = response
  const handle = userHandle === null ? {} : { userHandle: textOf(userHandle) }
  return {
    ...shared,
    response: { clientDataJSON, authenticatorData: textOf(authenticatorData), signature: textOf(signature), ...handle },
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
