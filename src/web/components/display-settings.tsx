import { Button } from './button.tsx'
import { Radios } from './fields/choices.tsx'
import { Form } from './form.tsx'
import { useWords } from './frame.ts'
import { links } from './links.ts'
import { type Look, themes, typeSizes } from './look.ts'

/** The choice of colours and type size. Sends `theme`, `type` and `back` (the page to return to); the answer sets the cookie. */
export function DisplaySettings({ look, back, formKey }: { look: Look; back: string; formKey: string }) {
  const say = useWords()
  return (
    <Form action={links.look} formKey={formKey}>
      <input type="hidden" name="back" value={back} />
      <Radios
        name="theme"
        label={say('themeQuestion')}
        options={themes.map((value) => ({ value, label: say(`theme.${value}`) }))}
        value={look.theme}
      />
      <Radios
        name="type"
        label={say('typeQuestion')}
        options={typeSizes.map((value) => ({ value, label: say(`type.${value}`) }))}
        value={look.type}
      />
      <Button>{say('saveLook')}</Button>
    </Form>
  )
}
