import { termText } from '#modules/dossiers'
import { feeRuleText, isInForce, type Procedure } from '#modules/procedures'
import { localDate } from '#platform/clock'
import type { Language } from '#platform/i18n'

type About = { procedure: Procedure; publicUrl: string; area: string; lang: Language; now: string }

/** What search engines read of a procedure (schema.org GovernmentService). Says nothing that the page does not say. */
export function governmentService({ procedure, publicUrl, area, lang, now }: About) {
  const url = `${publicUrl}/thu-tuc/${procedure.code}`
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    identifier: procedure.code,
    name: procedure.name[lang],
    alternateName: procedure.alsoCalled,
    description: procedure.purpose[lang],
    serviceType: procedure.area,
    inLanguage: lang,
    provider: { '@type': 'GovernmentOrganization', name: area },
    areaServed: { '@type': 'AdministrativeArea', name: area },
    audience: { '@type': 'Audience', audienceType: procedure.who.map((one) => one[lang]).join('; ') },
    availableChannel: [
      { '@type': 'ServiceChannel', serviceUrl: `${publicUrl}/nop/${procedure.code}`, name: lang === 'vi' ? 'Trên mạng' : 'Online' },
      { '@type': 'ServiceChannel', serviceUrl: `${publicUrl}/quay`, name: lang === 'vi' ? 'Tại quầy' : 'At a counter' },
    ],
    processingTime: termText(procedure.resolvedWithin, lang),
    offers: procedure.fees
      .filter((fee) => isInForce(fee, localDate(now)))
      .map((fee) => ({
        '@type': 'Offer',
        name: fee.name[lang],
        description: feeRuleText(fee, lang),
        ...(fee.dong === null ? {} : { price: String(fee.dong), priceCurrency: 'VND' }),
      })),
  }
}
