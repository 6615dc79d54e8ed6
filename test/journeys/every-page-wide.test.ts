import { test } from 'node:test'
import { axeOn, everyLook, everyRoute } from '#test/every-page'

test('axe finds nothing on any page as it can look, at 1280 px in English', (t) => axeOn(t, everyLook, { width: 1280, lang: 'en' }))

test('axe finds nothing on any page at 1280 px in Vietnamese', (t) => axeOn(t, everyRoute, { width: 1280, lang: 'vi' }))
