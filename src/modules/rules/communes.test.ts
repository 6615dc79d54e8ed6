import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reference } from '#test/reference-data'
import { type CommuneFound, communeFinder, communeName, oldWardName } from './communes.ts'
import { importMapping } from './mapping.ts'
import { findCommune, sampleCommunes, sampleOldWards, sampleProvince } from './sample-province.ts'

const table = reference('commune_mapping_2025.csv')
const listed = reference('communes.json')

const find = findCommune
const shown = (found: CommuneFound[]) =>
  found.map(({ commune, oldWard }) => communeName(commune) + (oldWard ? ` ← ${oldWardName(oldWard)}` : ''))

test('Bắc Ninh has 45 wards and 54 communes, made of 313 old wards of 18 districts', () => {
  assert.equal(sampleCommunes.filter(({ type }) => type === 'ward').length, 45)
  assert.equal(sampleCommunes.filter(({ type }) => type === 'commune').length, 54)
  assert.equal(sampleOldWards.length, 313)
  assert.equal(new Set(sampleOldWards.map(({ code }) => code)).size, 313)
  assert.equal(new Set(sampleOldWards.map(({ district }) => district.code)).size, 18)
  const reached = new Set(sampleOldWards.flatMap(({ targets }) => targets.map(({ commune }) => commune)))
  assert.deepEqual(reached, new Set(sampleCommunes.map(({ code }) => code)))
})

test('names and types are those of the list of today', { skip: listed.skip }, () => {
  type Row = {
    code: string
    name: string
    fullName: string
    provinceCode: string
    type2025?: string
    typeChange?: { date: string; resolution: string }
  }
  const rows: Row[] = JSON.parse(readFileSync(listed.path, 'utf8')).filter((row: Row) => row.provinceCode === sampleProvince.code)
  const ours = (code: string) => sampleCommunes.find((commune) => commune.code === code)
  for (const row of rows) {
    const commune = ours(row.code)
    assert.ok(commune && commune.name === row.name && communeName(commune) === row.fullName, row.fullName)
    assert.equal(commune.typeChange?.on, row.typeChange?.date)
    assert.equal(commune.typeChange?.basis, row.typeChange?.resolution)
  }
  assert.equal(rows.length, sampleCommunes.length)
})

test('a paper of an earlier day carries the earlier type', () => {
  const [boHa] = find('Bố Hạ')
  assert.ok(boHa)
  assert.deepEqual(
    [undefined, '2026-09-20', '2026-09-19'].map((on) => communeName(boHa.commune, on)),
    ['Phường Bố Hạ', 'Phường Bố Hạ', 'Xã Bố Hạ'],
  )
})

test('a commune is found by its name of today, with or without accents and type', () => {
  for (const query of ['Vũ Ninh', 'vu ninh', 'phuong vu ninh', 'VŨ NINH', ' Vũ  Ninh '.normalize('NFD')])
    assert.equal(shown(find(query))[0], 'Phường Vũ Ninh', query)
  assert.equal(shown(find('hiệp hòa'))[0], 'Phường Hiệp Hoà', 'hoà and hòa')
  assert.equal(shown(find('mi thai'))[0], 'Xã Mỹ Thái', 'y and i')
  assert.equal(shown(find('tay yen'))[0], 'Xã Tây Yên Tử', 'begun words')
})

test('a commune is found by an old ward, with its district when two have the name', () => {
  assert.deepEqual(shown(find('thi tran cho')), ['Phường Yên Phong ← Thị trấn Chờ, Huyện Yên Phong, Tỉnh Bắc Ninh'])
  assert.deepEqual(shown(find('chờ yên phong'))[0], 'Phường Yên Phong ← Thị trấn Chờ, Huyện Yên Phong, Tỉnh Bắc Ninh')
  assert.deepEqual(shown(find('xã Đồng Tiến')).slice(0, 3), [
    'Xã Xuân Lương ← Xã Đồng Tiến, Huyện Yên Thế, Tỉnh Bắc Giang',
    'Xã Hoàng Vân ← Xã Đồng Tiến, Huyện Hiệp Hòa, Tỉnh Bắc Giang',
    'Phường Yên Phong ← Xã Đông Tiến, Huyện Yên Phong, Tỉnh Bắc Ninh',
  ])
  assert.equal(
    shown(find('xã Đông Tiến'))[0],
    'Phường Yên Phong ← Xã Đông Tiến, Huyện Yên Phong, Tỉnh Bắc Ninh',
    'accents that were typed count',
  )
  const inYenThe = find('đồng tiến yên thế')
  assert.equal(shown(inYenThe)[0], 'Xã Xuân Lương ← Xã Đồng Tiến, Huyện Yên Thế, Tỉnh Bắc Giang')
  assert.ok(
    find('Đồng Tiến').every(({ mustChoose }) => !mustChoose),
    'two wards of one name are not a split ward',
  )
})

test('an old district gives the communes that came out of it', () => {
  const yenPhong = find('huyện Yên Phong', 20)
  assert.deepEqual(new Set(shown(yenPhong)), new Set(['Phường Yên Phong', 'Xã Tam Giang', 'Xã Yên Trung', 'Xã Tam Đa', 'Xã Văn Môn']))
  assert.ok(yenPhong.every(({ by, mustChoose }) => by === 'oldDistrict' && mustChoose))
  assert.deepEqual(shown(find('tp bac giang', 50)), shown(find('thành phố Bắc Giang', 50)))
  assert.deepEqual(shown(find('yên thế', 2))[0], 'Xã Yên Thế', 'the commune of today stands before the district of its name')
})

test('nothing is found for nothing, and for what does not exist', () => {
  for (const query of ['', '   ', '!!', 'xyz', 'vu ninh xyz']) assert.deepEqual(find(query), [])
  assert.equal(find('xa', 5).length, 5, 'a type alone gives some')
})

test('the national table: 10,039 old wards into 3,321 communes, 441 of them split', { skip: table.skip }, () => {
  const { communes, oldWards } = importMapping(readFileSync(table.path, 'utf8'))
  assert.equal(communes.length, 3321)
  assert.equal(oldWards.length, 10_039)
  assert.equal(oldWards.filter(({ targets }) => targets.length > 1).length, 441)
  assert.ok(oldWards.every(({ targets }) => targets.filter(({ likeliest }) => likeliest).length === 1))

  const here = oldWards.filter(({ targets }) => targets.some(({ commune }) => sampleCommunes.some(({ code }) => code === commune)))
  const rows = (wards: typeof oldWards) =>
    wards
      .map(({ code, name, district, province, targets }) =>
        [code, name, district.code, district.name, province.code, province.name, targets[0]?.commune].join(),
      )
      .sort()
  assert.deepEqual(rows(here), rows(sampleOldWards))

  const national = communeFinder(communes, oldWards)
  const split = national('phường Cống Vị, quận Ba Đình')
  assert.deepEqual(shown(split.slice(0, 2)), [
    'Phường Ngọc Hà ← Phường Cống Vị, Quận Ba Đình, Thành phố Hà Nội',
    'Phường Giảng Võ ← Phường Cống Vị, Quận Ba Đình, Thành phố Hà Nội',
  ])
  assert.ok(split.every(({ mustChoose }) => mustChoose))
})

const head =
  'old_ward_code,old_ward_name,old_district_code,old_district_name,old_province_code,old_province_name,new_commune_code,new_commune_name,new_province_code,new_province_name,kind,official_note,targets,is_default,dist_km'

test('a table is read with its quotes, and refused with the line that is wrong', () => {
  const row = (kind: string, name = 'Phường Ba') =>
    `00001,"Phường ""Một"", cũ",001,Quận A,01,Thành phố B,00097,${name},01,Thành phố B,${kind},"Nhập một phần, \nphần còn lại",1,1,0.0`
  const { oldWards, communes } = importMapping(`\uFEFF${head}\r\n${row('whole')}\r\n\r\n`)
  assert.equal(oldWards[0]?.name, 'Phường "Một", cũ')
  assert.deepEqual(communes, [{ code: '00097', name: 'Ba', type: 'ward', province: '01' }])
  assert.throws(() => importMapping(`${head}\n${row('whole')}\n${row('half')}`), /row 3: unknown kind: half/)
  assert.throws(() => importMapping(`${head}\n${row('whole', 'Quận Ba')}`), /row 2: not a commune/)
  assert.throws(() => importMapping(`${head}\n${row('whole')},more`), /row 2: 16 cells instead of 15/)
  assert.throws(() => importMapping('a,b\n1,2'), /row 1: no column old_ward_code/)
  assert.throws(() => importMapping(''), /row 1/)
})
