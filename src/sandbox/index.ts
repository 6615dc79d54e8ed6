import type { Sandbox, SandboxOptions } from './start.ts'

export { sampleCommunes } from './communes.ts'
export type { Service } from './control.ts'
export { kinships, marriages, organisations } from './families.ts'
export type { CaughtMail } from './mail/index.ts'
export type { Mode } from './modes.ts'
export { type Person, people, personCalled } from './people.ts'
export { createPki, type Issued, type IssueRequest, type Pki } from './pki/index.ts'
export type { Door, LogEntry } from './server.ts'
export type { Sandbox, SandboxOptions } from './start.ts'
export type { SampleCitizen } from './vneid/listed.ts'
export { walkSignIn } from './vneid/walk.ts'

/** Starts other people's systems, played on loopback. They are loaded here: who only wants the cast does not pay for the providers. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const systems = await import('./start.ts')
  return systems.startSandbox(options)
}
