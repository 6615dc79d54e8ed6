export { type Alert, type EndedAlert, endAlert, endedAlerts, jobBehind, openAlerts } from './alerts.ts'
export { type Health, healthOf } from './health.ts'
export { type Setting, setSwitch, settingNow, settingsOf } from './settings.ts'
