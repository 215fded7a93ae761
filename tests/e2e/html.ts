import { HtmlValidate, StaticConfigLoader } from 'html-validate'

/** The rules of the HTML standard, and no others: how a tag is written is the business of who writes it. */
const validateur = new HtmlValidate(
  new StaticConfigLoader({ elements: ['html5'], extends: ['html-validate:standard'] })
)

/** What is not valid in a page, or in a part of one, a line each: its rule, what is wrong, and where. */
export async function listFautesHtml(html: string): Promise<string[]> {
  const { results } = await validateur.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId} ${message} ${selector}`)
  )
}
