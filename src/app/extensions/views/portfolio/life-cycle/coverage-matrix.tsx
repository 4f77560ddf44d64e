import {
  Flex,
  Heading,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Portfolio } from '#contract/read-portfolio';
import { lifeCycleStageLabels, lifeCycleStages } from '#domain/vocabulary';
import { nothing, type Format } from '../../format.ts';

interface MatrixProps {
  readonly portfolio: Portfolio;
  readonly format: Format;
}

type Covered = Portfolio['lifeCycle'][number];

const pageSize = 10;

const figureOf = ({ kpis }: Portfolio, id: string): number | null =>
  kpis.find((kpi) => kpi.id === id)?.value ?? null;

/** A stage that no tag touches is a gap: it stands out by being empty. */
const Count = ({ n, format }: { n: number; format: Format }) => (
  <TableCell align="right">{n === 0 ? nothing : format.count(n)}</TableCell>
);

const Row = ({ partner, format }: { partner: Covered; format: Format }) => (
  <TableRow>
    <TableCell>{partner.name}</TableCell>
    {lifeCycleStages.map((stage) => (
      <Count key={stage} n={partner.stages[stage]} format={format} />
    ))}
  </TableRow>
);

interface SumProps extends MatrixProps {
  readonly name: string;
  readonly of: 'entries' | 'exits';
}

const Sum = ({ portfolio: { lifeCycle }, format, name, of }: SumProps) => (
  <TableRow>
    <TableCell>{name}</TableCell>
    {lifeCycleStages.map((stage) => (
      <Count key={stage} n={lifeCycle.reduce((all, one) => all + one[of][stage], 0)} format={format} />
    ))}
  </TableRow>
);

const Total = ({ portfolio, format }: MatrixProps) => (
  <TableFooter>
    <TableRow>
      <TableCell>
        <Text format={{ fontWeight: 'demibold' }}>All partners</Text>
      </TableCell>
      {lifeCycleStages.map((stage) => (
        <Count key={stage} n={figureOf(portfolio, `K42.${stage}`) ?? 0} format={format} />
      ))}
    </TableRow>
    <Sum name="Came in" of="entries" portfolio={portfolio} format={format} />
    <Sum name="Left" of="exits" portfolio={portfolio} format={format} />
  </TableFooter>
);

const Moves = ({ portfolio, format }: MatrixProps) => (
  <Statistics>
    <StatisticsItem
      label="Partners that came into a deal"
      number={format.count(figureOf(portfolio, 'K42.entries'))}
    />
    <StatisticsItem
      label="Partners that left a deal"
      number={format.count(figureOf(portfolio, 'K42.exits'))}
    />
  </Statistics>
);

const Matrix = ({ portfolio, format }: MatrixProps) => {
  const [wanted, setPage] = useState(1);
  const { lifeCycle } = portfolio;
  const pageCount = Math.ceil(lifeCycle.length / pageSize);
  const page = Math.min(wanted, pageCount);
  return (
    <Table
      density="condensed"
      paginated={pageCount > 1}
      pageCount={pageCount}
      page={page}
      onPageChange={setPage}
    >
      <TableHead>
        <TableRow>
          <TableHeader>Partner</TableHeader>
          {lifeCycleStages.map((stage) => (
            <TableHeader key={stage} align="right">
              {lifeCycleStageLabels[stage]}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lifeCycle.slice((page - 1) * pageSize, page * pageSize).map((partner) => (
          <Row key={partner.id} partner={partner} format={format} />
        ))}
      </TableBody>
      <Total portfolio={portfolio} format={format} />
    </Table>
  );
};

/** Which partner is at work in which stage, and how many come and go (K42). */
export const CoverageMatrix = (props: MatrixProps) => (
  <Flex direction="column" gap="sm">
    <Heading>Where partners come in</Heading>
    <Moves {...props} />
    {props.portfolio.lifeCycle.length === 0 ? (
      <Text>No partner tag names a life-cycle stage yet. Sellers choose the stages on the deal card.</Text>
    ) : (
      <>
        <Matrix {...props} />
        <Text variant="microcopy">
          Tags that touch a stage, on deals created in the period. One tag may touch several stages: it comes
          in at the first of them and leaves at the last.
        </Text>
      </>
    )}
  </Flex>
);
