import {
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import type { ValueMapCell } from '#domain/kpis/value-map';
import type { Kpi } from '#domain/kpis/kpi';
import { lifeCycleStageLabels, tierLabels } from '#domain/vocabulary';
import { counted, type Format } from '../../format.ts';
import { kpiText } from '../../kpis/kpi-text.ts';
import { dimensionLabels } from './dimensions.ts';

interface CellProps {
  readonly cell: ValueMapCell;
  readonly format: Format;
  readonly currency: string;
}

const idOf = ({ dimension, stage, tier }: ValueMapCell): string =>
  `map-${dimension}-${stage}-${tier ?? 'all'}`;

const Figure = ({ kpi, format, currency }: { kpi: Kpi } & Omit<CellProps, 'cell'>) => {
  const { value, detail } = kpiText(kpi, format, currency);
  return (
    <DescriptionListItem label={kpi.name}>
      <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
      {detail && <Text variant="microcopy">{detail}</Text>}
    </DescriptionListItem>
  );
};

const Details = ({ cell, ...rest }: CellProps) => (
  <Panel
    id={idOf(cell)}
    title={`${dimensionLabels[cell.dimension]} · ${lifeCycleStageLabels[cell.stage]}`}
    width="sm"
  >
    <PanelBody>
      <PanelSection>
        <Flex direction="column" gap="md">
          <Text>
            {`Rests on ${counted(cell.tags, 'partner tag')} that ${cell.tags === 1 ? 'touches' : 'touch'} this stage${cell.tier === null ? '' : ` as ${tierLabels[cell.tier]}`}.`}
          </Text>
          <DescriptionList direction="column">
            {cell.kpis.map((kpi) => (
              <Figure key={kpi.id} kpi={kpi} {...rest} />
            ))}
          </DescriptionList>
          <Text variant="microcopy">Deals with a partner only; compared with nothing.</Text>
        </Flex>
      </PanelSection>
    </PanelBody>
  </Panel>
);

/** The lead number of a cell; the others open beside the page. Quiet where no tag touches the stage. */
export const Cell = (props: CellProps) => {
  const { cell, format, currency } = props;
  const lead = cell.kpis.find(({ value }) => value !== null);
  if (cell.tags === 0 || !lead) return null;
  const { value } = kpiText(lead, format, currency);
  return (
    <Flex direction="column" gap="flush" align="center">
      <Button variant="transparent" size="sm" overlay={<Details {...props} />}>
        {value}
      </Button>
      <Text variant="microcopy">{lead.name}</Text>
    </Flex>
  );
};
