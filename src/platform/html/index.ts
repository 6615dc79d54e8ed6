export { render, renderPart } from './render.ts'
