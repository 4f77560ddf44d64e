import { Alert, Button, Divider, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { SettingsView } from '#contract/settings';
import type { Format } from '../format.ts';
import { Refusal } from '../states.tsx';
import { useDraft } from '../use-draft.ts';
import { LifeCycleMap } from './life-cycle-map.tsx';
import { CountedDeals, Credit, FairComparison, Money, Rules } from './sections.tsx';
import { draftOf } from './settings-draft.ts';
import { isDirty, type SettingsPage } from './use-settings.ts';

interface FormProps {
  readonly page: SettingsPage;
  readonly view: SettingsView;
  readonly format: Format;
  readonly discard: () => void;
}

const savedLine = ({ savedAt, savedBy }: SettingsView, format: Format): string =>
  savedAt === null
    ? 'Not saved yet: these are the defaults.'
    : `Saved ${format.instant(savedAt)}${savedBy ? ` by ${savedBy}` : ''}.`;

const Outcome = ({ page, dirty }: Pick<FormProps, 'page'> & { dirty: boolean }) => (
  <>
    {page.notice && !dirty && <Alert title={page.notice} variant="success" />}
    {page.faults.length > 0 && !page.refused && (
      <Alert title="Not saved" variant="danger">
        <Text>Some fields need another look.</Text>
      </Alert>
    )}
    <Refusal problem={page.refused} reload={page.reload} />
  </>
);

export const SettingsForm = ({ page, view, format, discard }: FormProps) => {
  const draft = useDraft(draftOf(view.settings));
  const fields = { draft, faults: page.faults, pipelines: view.pipelines };
  const dirty = isDirty(view, draft.shown);
  return (
    <Flex direction="column" gap="lg">
      <CountedDeals {...fields} />
      <LifeCycleMap {...fields} />
      <FairComparison {...fields} />
      <Credit {...fields} />
      <Money {...fields} />
      <Rules {...fields} />
      <Divider />
      <Outcome page={page} dirty={dirty} />
      <Flex gap="sm" align="center" wrap>
        <LoadingButton variant="primary" loading={page.saving} onClick={() => page.save(view, draft.now())}>
          Save settings
        </LoadingButton>
        <Button disabled={!dirty || page.saving} onClick={discard}>
          Discard changes
        </Button>
        <Text variant="microcopy">{dirty ? 'There are unsaved changes.' : savedLine(view, format)}</Text>
      </Flex>
    </Flex>
  );
};
