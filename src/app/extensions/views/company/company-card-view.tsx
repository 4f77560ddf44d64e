import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { CompanyCard } from '#contract/read-company';
import type { Call } from '../call.ts';
import { counted, formatOf, type Format } from '../format.ts';
import { Failed, Loading } from '../states.tsx';
import { useReading } from '../use-reading.ts';
import { CustomerAccountView } from './customer-account.tsx';
import { PartnerScorecardView } from './partner-scorecard.tsx';

interface CompanyCardViewProps {
  readonly call: Call;
  readonly context: {
    readonly user: { readonly locale?: string };
    readonly portal: { readonly id: number; readonly timezone: string };
    readonly crm: { readonly objectId: number };
  };
}

const Foot = ({ card, format }: { card: CompanyCard; format: Format }) => (
  <Text variant="microcopy">
    {`As of ${format.instant(card.asOf)}, from ${counted(card.counted.deals, 'deal')}. Amounts in ${card.currency}.`}
  </Text>
);

const Ready = ({ card, portalId, format }: { card: CompanyCard; portalId: number; format: Format }) => (
  <Flex direction="column" gap="md">
    {!card.counted.complete && (
      <Alert title="Not all deals are counted" variant="warning">
        <Text>{`The numbers cover ${counted(card.counted.deals, 'deal')}; there are more than could be read in time.`}</Text>
      </Alert>
    )}
    {card.kind === 'customer' ? (
      <CustomerAccountView account={card} portalId={portalId} format={format} />
    ) : (
      <PartnerScorecardView scorecard={card} format={format} />
    )}
    <Foot card={card} format={format} />
  </Flex>
);

export const CompanyCardView = ({ call, context }: CompanyCardViewProps) => {
  const { user, portal, crm } = context;
  const companyId = String(crm.objectId);
  const { reading, retry } = useReading(`${portal.id} ${companyId}`, () =>
    call('read_company', { portalId: portal.id, companyId }),
  );
  switch (reading.state) {
    case 'loading':
      return <Loading label="Loading partner numbers" />;
    case 'failed':
      return <Failed problem={reading.problem} retry={retry} />;
    case 'ready':
      return (
        <Ready
          card={reading.value}
          portalId={portal.id}
          format={formatOf({ locale: user.locale, timeZone: portal.timezone })}
        />
      );
  }
};
