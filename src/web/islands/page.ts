/** The one script of every page. All of it is help: without it each page works the same, with a few more keystrokes. */
import { focusErrorSummary } from './parts/error-summary.ts'
import { helpWhileTyping } from './parts/live-help.ts'
import { revealQuestions } from './parts/reveal.ts'
import { showScriptOnly } from './parts/script-only.ts'
import { sendInPieces } from './parts/send-in-pieces.ts'
import { sendOnce } from './parts/send-once.ts'
import { walkByArrows } from './parts/walk-by-arrows.ts'

showScriptOnly()
focusErrorSummary()
helpWhileTyping()
revealQuestions()
sendInPieces()
sendOnce()
walkByArrows()
