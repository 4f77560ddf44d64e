import type { ServerlessRunnerParams } from '@hubspot/ui-extensions';
import type { AnswerNoPartnerInput } from '#contract/answer-no-partner';
import type { ChangeInvolvementInput } from '#contract/change-involvement';
import type { Reply } from '#contract/envelope';
import type { ExitInvolvementInput } from '#contract/exit-involvement';
import type { FindPartnerInput, FoundPartners } from '#contract/find-partner';
import type { ChangedInvolvement } from '#contract/involvement';
import type { CompanyCard, ReadCompanyInput } from '#contract/read-company';
import type { DealCard, ReadDealCardInput } from '#contract/read-deal-card';
import type { Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import type { RefreshPortfolioInput, RefreshProgress } from '#contract/refresh-portfolio';
import type { RemoveInvolvementInput } from '#contract/remove-involvement';
import type { RestoreInvolvementInput } from '#contract/restore-involvement';
import type { ReviewInvolvementInput } from '#contract/review-involvement';
import type { ReadSettingsInput, SaveSettingsInput, SettingsView } from '#contract/settings';
import type { TagPartnerInput } from '#contract/tag-partner';

/** What each app function takes and gives, by its uid. */
interface Functions {
  read_deal_card: { takes: ReadDealCardInput; gives: DealCard };
  find_partner: { takes: FindPartnerInput; gives: FoundPartners };
  tag_partner: { takes: TagPartnerInput; gives: ChangedInvolvement };
  change_involvement: { takes: ChangeInvolvementInput; gives: ChangedInvolvement };
  review_involvement: { takes: ReviewInvolvementInput; gives: ChangedInvolvement };
  exit_involvement: { takes: ExitInvolvementInput; gives: ChangedInvolvement };
  remove_involvement: { takes: RemoveInvolvementInput; gives: ChangedInvolvement };
  restore_involvement: { takes: RestoreInvolvementInput; gives: ChangedInvolvement };
  answer_no_partner: { takes: AnswerNoPartnerInput; gives: ChangedInvolvement };
  read_company: { takes: ReadCompanyInput; gives: CompanyCard };
  read_portfolio: { takes: ReadPortfolioInput; gives: Portfolio };
  refresh_portfolio: { takes: RefreshPortfolioInput; gives: RefreshProgress };
  read_settings: { takes: ReadSettingsInput; gives: SettingsView };
  save_settings: { takes: SaveSettingsInput; gives: SettingsView };
}

export type Uid = keyof Functions;
export type Taken<U extends Uid> = Functions[U]['takes'];
export type Given<U extends Uid> = Functions[U]['gives'];

/** Runs an app function. Always resolves: whatever goes wrong on the way becomes a problem with a sentence. */
export type Call = <U extends Uid>(uid: U, parameters: Taken<U>) => Promise<Reply<Given<U>>>;

type Parameters = NonNullable<ServerlessRunnerParams['parameters']>;
type Serverless = (uid: string, options: { parameters: Parameters }) => Promise<unknown>;

const problem = (code: 'out_of_time' | 'unexpected', sentence: string) =>
  ({ ok: false, problem: { code, sentence } }) as const;

/** A rejection says nothing about whether the function ran, so the sentence sends people to look first. */
function toProblem(rejection: unknown) {
  const text = rejection instanceof Error ? rejection.message : String(rejection);
  return /time[d -]*out|timeout/i.test(text)
    ? problem(
        'out_of_time',
        'The app did not answer in time. Reload to see the current state, then try again.',
      )
    : problem('unexpected', 'The app could not be reached. Reload to see the current state, then try again.');
}

const isReply = (answer: unknown): answer is Reply<never> =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  (answer.ok === true ? 'value' in answer : hasSentence(answer));

const hasSentence = (answer: object): boolean =>
  'problem' in answer &&
  typeof answer.problem === 'object' &&
  answer.problem !== null &&
  'sentence' in answer.problem &&
  typeof answer.problem.sentence === 'string';

/** The calls of a surface, over `hubspot.serverless`, which rejects where a function throws, times out or is missing. */
export const callOf = (serverless: Serverless): Call => {
  return async (uid, parameters) => {
    try {
      const answer = await serverless(uid, { parameters: parameters as Parameters });
      return isReply(answer)
        ? answer
        : problem(
            'unexpected',
            'The app gave an answer that this page does not understand. Reload the page.',
          );
    } catch (rejection) {
      return toProblem(rejection);
    }
  };
};
