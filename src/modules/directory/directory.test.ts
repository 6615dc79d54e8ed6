import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#platform/id'
import { world } from '#test/world'
import { type Directory, directoryFrom, directoryOn, findArea, holdersOf, shortUnitName, shownAs, type Unit, unitName } from './index.ts'

test('a unit is called what it was called on the day', async (t) => {
  const { as, mai } = await world(t)
  const directory = await directoryOn(as(mai))
  const boHa = directory.findUnitByCode('07294')
  assert.ok(boHa)
  assert.equal(unitName(boHa, '2026-09-19'), 'Ủy ban nhân dân xã Bố Hạ')
  assert.equal(unitName(boHa, '2026-09-20'), 'Ủy ban nhân dân phường Bố Hạ')
  assert.equal(unitName(directory.province(), '2026-09-19'), 'Ủy ban nhân dân tỉnh Bắc Ninh')
  assert.equal(unitName(directory.province(), '2026-11-20'), 'Ủy ban nhân dân thành phố Bắc Ninh')
  const centre = directory.centreOf(boHa.id)
  assert.equal(centre && unitName(centre, '2026-08-01'), 'Trung tâm Phục vụ hành chính công xã Bố Hạ')
})

test('the province has its 99 communes, each with a centre and a post for every role', async (t) => {
  const { as, mai } = await world(t)
  const directory = await directoryOn(as(mai))
  assert.equal(directory.communes().length, 99)
  for (const commune of directory.communes()) {
    assert.ok(directory.centreOf(commune.id), commune.code)
    const roles = directory.postsOfUnit(commune.id).map((post) => post.role)
    assert.deepEqual(roles.toSorted(), ['chair', 'clerk', 'receptionist', 'registrar', 'specialist', 'supervisor'], commune.code)
  }
  assert.deepEqual(
    directory
      .communes()
      .slice(0, 3)
      .map((unit) => shortUnitName(unit, '2026-11-20')),
    ['Xã An Lạc', 'Xã Bảo Đài', 'Phường Bắc Giang'],
  )
})

test('a commune’s own committee is competent; an old ward leads to its heir', async (t) => {
  const { as, mai, units, unit } = await world(t)
  const directory = await directoryOn(as(mai))
  assert.equal(directory.competentUnit('09187')?.id, units.a)
  assert.equal(directory.competentUnit('09187-2025')?.id, units.a)
  assert.equal(directory.competentUnit('09187-TT'), undefined)
  assert.equal(directory.competentUnit('00004'), undefined)
  assert.equal(directory.predecessorsOf(units.a).length, 6)
  assert.deepEqual(
    directory.successorsOf(unit('09187-2025')).map((one) => one.id),
    [units.a],
  )
  const before = await directoryOn(as(mai), '2025-06-30')
  assert.equal(before.competentUnit('09187-2025')?.id, unit('09187-2025'))
})

test('a unit that was split among two leaves the choice to the person', () => {
  const named = (id: Id, code: string, validTo?: string): Unit => {
    const span = { validFrom: '2025-07-01', ...(validTo !== undefined && { validTo }) }
    return { id, system: 'state', level: 'commune', code, ...span, names: [{ name: code, shortName: code, ...span, basis: 'x' }] }
  }
  const units = [named('1', 'old', '2027-06-30'), named('2', 'east'), named('3', 'west')]
  const successions = ['2', '3'].map((successor) => ({ predecessor: '1', successor, on: '2027-07-01' }))
  const on = (day: string): Directory => directoryFrom({ units, posts: [], successions }, day)
  assert.equal(on('2027-06-30').competentUnit('old')?.id, '1')
  assert.equal(on('2027-07-01').competentUnit('old'), undefined)
  assert.equal(on('2027-07-01').successorsOf('1').length, 2)
})

test('an address of before July 2025 finds the commune of today, without accents', async (t) => {
  const { public: publicly, units } = await world(t)
  const ctx = publicly()
  const [suoiHoa] = await findArea(ctx, 'phuong suoi hoa')
  assert.equal(suoiHoa?.unit.id, units.a)
  assert.equal(suoiHoa?.by, 'oldWard')
  assert.equal(suoiHoa?.mustChoose, false)
  assert.equal((await findArea(ctx, 'Nhã Nam'))[0]?.unit.id, units.c)
  assert.deepEqual(await findArea(ctx, 'không có nơi nào như vậy'), [])
})

test('officials see who holds a post, citizens do not', async (t) => {
  const { as, a, hong, now, formerRegistrar } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  assert.deepEqual(await holdersOf(as(a.chair), post), [{ account: a.registrar.account, name: 'Nguyễn Văn Bình', as: 'holder' }])
  const then = await holdersOf(as(a.chair), post, '2026-09-01T00:00:00.000Z')
  assert.deepEqual(then.map((one) => one.account).toSorted(), [a.registrar.account, formerRegistrar.account].toSorted())
  assert.deepEqual(await holdersOf(as(hong), post, now), [])
})

test('an official is addressed with post and unit of today', async (t) => {
  const { as, mai, a, formerRegistrar } = await world(t)
  const centre = 'Trung tâm Phục vụ hành chính công phường Kinh Bắc'
  assert.deepEqual(await shownAs(as(mai)), { name: 'Ngô Thị Mai', post: 'Công chức tiếp nhận và trả kết quả', unit: centre })
  assert.deepEqual(await shownAs(as(a.chair)), { name: 'Trần Đức Toàn', post: 'Phó Chủ tịch Ủy ban nhân dân', unit: 'Phường Kinh Bắc' })
  assert.deepEqual(await shownAs(as(formerRegistrar)), { name: 'Bùi Văn Hậu' })
})
