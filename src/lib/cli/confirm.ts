import {createInterface} from 'node:readline/promises'
import {AtsError} from '../model/errors.js'
import {clean} from './clean.js'
import type {Session} from './session.js'

/**
 * Asks at a terminal whether to go on; nothing typed means no.
 *
 * @param question without its question mark: `Clear 3 jobs`
 * @throws AtsError `CONFIRMATION_REQUIRED` where nobody can be asked, or where the answer was no
 */
export async function confirm(question: string, session: Session): Promise<void> {
  if (!session.stdin.isTTY || !session.stderr.isTerminal) {
    throw new AtsError('CONFIRMATION_REQUIRED', `${question}: this must be confirmed`, {
      suggestions: ['Add --yes to confirm, or --dry-run to see what would happen.'],
    })
  }
  const prompt = createInterface({input: session.stdin, output: session.screen})
  const closed = new Promise<string>((resolve) => prompt.once('close', () => resolve('')))
  const answer = await Promise.race([prompt.question(`${clean(question)}? [y/N] `), closed])
  prompt.close()
  if (!/^y(es)?$/i.test(answer.trim()))
    throw new AtsError('CONFIRMATION_REQUIRED', 'Not confirmed, nothing was done')
}
