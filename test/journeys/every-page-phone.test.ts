import { test } from 'node:test'
import { axeOn, everyLook, everyRoute } from '#test/every-page'

test('axe finds nothing on any page as it can look, at 360 px in Vietnamese', (t) => axeOn(t, everyLook, { width: 360, lang: 'vi' }))

test('axe finds nothing on any page at 360 px in English', (t) => axeOn(t, everyRoute, { width: 360, lang: 'en' }))
