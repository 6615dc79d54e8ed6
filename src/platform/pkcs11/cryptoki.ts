/** A token, or what leads to it, does not do what is asked. */
export class TokenError extends Error {
  override name = 'TokenError'
}

/** The functions of a token's library that signing needs (PKCS#11 2.40), as C declares them. */
const declared = {
  C_Initialize: 'void *reserved',
  C_GetSlotList: 'uint8_t present, void *slots, void *count',
  C_GetTokenInfo: 'unsigned long slot, void *info',
  C_OpenSession: 'unsigned long slot, unsigned long flags, void *app, void *notify, void *session',
  C_CloseSession: 'unsigned long session',
  C_Login: 'unsigned long session, unsigned long user, void *pin, unsigned long length',
  C_FindObjectsInit: 'unsigned long session, CK_ATTRIBUTE *wanted, unsigned long count',
  C_FindObjects: 'unsigned long session, void *found, unsigned long most, void *count',
  C_FindObjectsFinal: 'unsigned long session',
  C_SignInit: 'unsigned long session, CK_MECHANISM *mechanism, unsigned long key',
  C_Sign: 'unsigned long session, void *data, unsigned long length, void *signature, void *room',
} as const
type Function = keyof typeof declared

/** Codes that are no failure here: initialised already, logged in already. */
const harmless = new Set([0x191, 0x100])
const refusals: Readonly<Record<number, string>> = {
  160: 'wrong PIN',
  164: 'PIN locked',
  224: 'token not present',
  225: 'token not recognised',
}

export type Cryptoki = {
  call(name: Function, ...given: readonly unknown[]): void
  /** On a thread of its own: a device may take its time. */
  later(name: Function, ...given: readonly unknown[]): Promise<void>
  /** Unsigned longs of this system, in its order of bytes. */
  longs(...values: readonly number[]): Buffer
  longAt(buffer: Buffer, index: number): number
}

/** Loads a token's library. Throws TokenError where the optional package or the library is missing. */
export async function openCryptoki(path: string): Promise<Cryptoki> {
  const koffi = await import('koffi').catch(() => {
    throw new TokenError('PKCS#11 needs the optional package koffi, which is not installed on this machine')
  })
  const functionOf = functionsOf(koffi, path)
  return {
    call: (name, ...given) => check(name, Number(functionOf(name)(...given))),
    later: (name, ...given) =>
      new Promise((resolve, reject) => {
        functionOf(name).async(...given, (error: Error | null, code: number) => {
          try {
            if (error) throw error
            resolve(check(name, Number(code)))
          } catch (reason) {
            reject(reason)
          }
        })
      }),
    ...longsOf(koffi.sizeof('unsigned long')),
  }
}

type Koffi = typeof import('koffi')

function functionsOf(koffi: Koffi, path: string) {
  // PKCS#11 packs its structures to single octets on Windows alone.
  const struct = process.platform === 'win32' ? koffi.pack : koffi.struct
  const attribute = struct({ type: 'unsigned long', value: 'void *', length: 'unsigned long' })
  const mechanism = struct({ mechanism: 'unsigned long', parameter: 'void *', length: 'unsigned long' })
  const typeOf = (parameter: string) => {
    if (parameter.startsWith('CK_ATTRIBUTE')) return koffi.pointer(attribute)
    if (parameter.startsWith('CK_MECHANISM')) return koffi.pointer(mechanism)
    return parameter.includes('*') ? 'void *' : parameter.slice(0, parameter.lastIndexOf(' '))
  }
  const library = loaded(() => koffi.load(path), path)
  const found = new Map(
    Object.entries(declared).map(([name, list]) => [
      name,
      loaded(() => library.func(name, 'unsigned long', list.split(', ').map(typeOf)), path),
    ]),
  )
  return (name: Function) => {
    const one = found.get(name)
    if (!one) throw new TokenError(`${path} lacks ${name}`)
    return one
  }
}

function longsOf(size: number): Pick<Cryptoki, 'longs' | 'longAt'> {
  const width = Math.min(size, 6)
  return {
    longs: (...values) => {
      const buffer = Buffer.alloc(size * values.length)
      for (const [i, value] of values.entries()) buffer.writeUIntLE(value, i * size, width)
      return buffer
    },
    longAt: (buffer, index) => buffer.readUIntLE(index * size, width),
  }
}

function loaded<T>(load: () => T, path: string): T {
  try {
    return load()
  } catch (error) {
    throw new TokenError(`the library ${path} cannot be loaded: ${error instanceof Error ? error.message : ''}`)
  }
}

function check(name: string, code: number): void {
  if (code !== 0 && !harmless.has(code)) throw new TokenError(`${name}: ${refusals[code] ?? `code 0x${code.toString(16)}`}`)
}
