import { Flex } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import type { Format } from '../../format.ts';
import { CoverageMatrix } from './coverage-matrix.tsx';
import { Ladder } from './ladder.tsx';
import { TierMix } from './tier-mix.tsx';

/** Where partners come in, how far they have grown, and how the mix of tiers changes. */
export const LifeCycle = ({ portfolio, format }: { portfolio: Portfolio; format: Format }) => (
  <Flex direction="column" gap="lg">
    <CoverageMatrix portfolio={portfolio} format={format} />
    <Ladder portfolio={portfolio} format={format} />
    <TierMix mix={portfolio.tierMix} format={format} />
  </Flex>
);
