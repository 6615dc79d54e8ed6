import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminKnocks } from './policy/admin.ts'
import { appointmentKnocks } from './policy/appointments.ts'
import { counterKnocks } from './policy/counter.ts'
import { editorKnocks } from './policy/editor.ts'
import { machineKnocks } from './policy/machines.ts'
import { nationalKnocks } from './policy/national.ts'
import { officeKnocks } from './policy/office.ts'
import { portalKnocks } from './policy/portal.ts'
import { type Knock, plain } from './policy/request.ts'
import { serviceKnocks } from './policy/service.ts'
import { readPolicy } from './policy/table.ts'
import { walkDoor } from './policy/walk.ts'
import { policyWorld } from './policy/world.ts'
import { webWorld } from './web-world.ts'

const policy = readPolicy()
const knocks: Readonly<Record<string, Knock>> = {
  ...portalKnocks,
  ...appointmentKnocks,
  ...officeKnocks,
  ...counterKnocks,
  ...adminKnocks,
  ...editorKnocks,
  ...nationalKnocks,
  ...serviceKnocks,
  ...machineKnocks,
}

/** A route without parameters that is only read is asked for by its address. */
function knockAt(method: string, path: string): Knock | undefined {
  const known = knocks[`${method} ${path}`]
  return known ?? (method === 'GET' && !path.includes(':') ? plain(path) : undefined)
}

test('every route stands in policy.txt and can be knocked at, and policy.txt names no other', async (t) => {
  const { routes } = await webWorld(t)
  const written = routes.map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(
    written.filter((route) => !policy.has(route)),
    [],
    'routes of which policy.txt says nothing',
  )
  assert.deepEqual(
    [...policy.keys()].filter((route) => !written.includes(route)),
    [],
    'lines of policy.txt without a route',
  )
  assert.deepEqual(
    routes.filter(({ method, path }) => knockAt(method, path) === undefined).map(({ method, path }) => `${method} ${path}`),
    [],
    'routes at which nobody knocks',
  )
})

const groups: readonly [string, (path: string) => boolean][] = [
  ['the citizens’ side', (path) => !/^\/(viec|can-bo|quan-tri|tim|tep|api|xac-minh|healthz|readyz|metrics)(\/|$)/.test(path)],
  ['the desks of the office', (path) => /^\/(viec|tim|tep)(\/|$)/.test(path)],
  ['accounts and administration', (path) => /^\/(can-bo|quan-tri)(\/|$)/.test(path)],
  ['papers and machines', (path) => /^\/(api|xac-minh|healthz|readyz|metrics)(\/|$)/.test(path)],
]

for (const [name, isOf] of groups) {
  test(`${name}: everybody is let in or turned away as policy.txt says`, async (t) => {
    const w = await policyWorld(t)
    const wrong: string[] = []
    for (const { method, path, door } of w.routes.filter((route) => isOf(route.path))) {
      const line = policy.get(`${method} ${path}`)
      const knock = knockAt(method, path)
      if (line === undefined || knock === undefined) continue
      const walked = walkDoor(w, line, knock, door.machine === true)
      // One door that cannot be prepared does not hide what is wrong at the others.
      wrong.push(...(await walked.catch((error: unknown) => [`${method} ${path} could not be walked: ${String(error)}`])))
    }
    assert.ok(wrong.length === 0, `\n${wrong.join('\n')}`)
  })
}
