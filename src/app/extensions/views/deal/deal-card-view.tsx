import { Flex } from '@hubspot/ui-extensions';
import type { Actor } from '#contract/involvement';
import type { DealCard } from '#contract/read-deal-card';
import type { Call } from '../call.ts';
import { formatOf, type Format } from '../format.ts';
import { Failed, Loading } from '../states.tsx';
import { actorOf, type User } from '../actor.ts';
import { Answer } from './answer.tsx';
import { DealNotes, Flags } from './deal-notes.tsx';
import { InvolvementRow } from './involvement-row.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { TagPartner } from './tag-partner.tsx';
import { useDeal, type Deal } from './use-deal.ts';

interface DealCardViewProps {
  readonly call: Call;
  readonly context: {
    readonly user: User;
    readonly portal: { readonly id: number; readonly timezone: string };
    readonly crm: { readonly objectId: number };
  };
  readonly actions: { readonly refreshObjectProperties?: () => void };
}

interface ReadyProps {
  readonly call: Call;
  readonly deal: Deal;
  readonly card: DealCard;
  readonly format: Format;
  readonly portalId: number;
  readonly actor: Actor;
}

const mayReview = (confirmers: readonly string[], { email }: Actor): boolean =>
  confirmers.length === 0 || confirmers.some((one) => one.toLowerCase() === email.toLowerCase());

const Ready = ({ call, deal, card, format, portalId, actor }: ReadyProps) => (
  <Flex direction="column" gap="md">
    <Answer call={call} deal={deal} card={card} />
    <SavedNotice deal={deal} />
    {card.involvements.map((involvement) => (
      <InvolvementRow
        key={involvement.id}
        call={call}
        deal={deal}
        format={format}
        involvement={involvement}
        today={card.asOf.slice(0, 10)}
        mayReview={mayReview(card.confirmers, actor)}
        originFree={!card.involvements.some(({ id, origin }) => origin && id !== involvement.id)}
      />
    ))}
    <Flags card={card} />
    <TagPartner call={call} deal={deal} card={card} portalId={portalId} />
    <DealNotes card={card} format={format} />
  </Flex>
);

export const DealCardView = ({ call, context, actions }: DealCardViewProps) => {
  const { user, portal, crm } = context;
  const actor = actorOf(user);
  const deal = useDeal(call, { portalId: portal.id, dealId: String(crm.objectId), actor }, () =>
    actions.refreshObjectProperties?.(),
  );
  switch (deal.reading.state) {
    case 'loading':
      return <Loading label="Loading partners" />;
    case 'failed':
      return <Failed problem={deal.reading.problem} retry={deal.reload} />;
    case 'ready':
      return (
        <Ready
          call={call}
          deal={deal}
          card={deal.reading.value}
          format={formatOf({ locale: user.locale, timeZone: portal.timezone })}
          portalId={portal.id}
          actor={actor}
        />
      );
  }
};
