// Run by node, with a project directory: HubSpot's own parser is published as ES modules only, which jest does not load.
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import {
  getProjectMetadata,
  isKnownPlatformVersion,
  parseProjectConfig,
} from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { validateUid } from '@hubspot/project-parsing-lib/uid';

export interface HubSpotReading {
  readonly platformVersion: string;
  readonly knownVersion: boolean;
  readonly skipped: readonly string[];
  readonly nodes: readonly {
    uid: string;
    type: string;
    metaFilePath: string;
    entrypoint: string | null;
    uidError: string | null;
  }[];
  readonly counts: Readonly<Record<string, { count: number; maxCount: number | null }>>;
}

const projectDir = argv[2] ?? '';
const { srcDir, platformVersion } = parseProjectConfig(projectDir);
const projectSourceDir = join(projectDir, srcDir);
const { intermediateRepresentation, skippedHsMetaFiles = [] } = await translate(
  { projectSourceDir, platformVersion, accountId: 0 },
  { skipValidation: true },
);
const { components } = await getProjectMetadata(projectSourceDir);
const reading: HubSpotReading = {
  platformVersion,
  knownVersion: isKnownPlatformVersion(platformVersion),
  skipped: skippedHsMetaFiles.map(String),
  nodes: Object.values(intermediateRepresentation.intermediateNodesIndexedByUid).map((node) => ({
    uid: node.uid,
    type: node.componentType,
    metaFilePath: node.metaFilePath,
    entrypoint: (node.config as { entrypoint?: string } | null)?.entrypoint ?? null,
    uidError: validateUid(node.uid) ?? null,
  })),
  counts: Object.fromEntries(
    Object.entries(components).map(([type, { count, maxCount }]) => [
      type,
      { count, maxCount: Number.isFinite(maxCount) ? maxCount : null },
    ]),
  ),
};
stdout.write(JSON.stringify(reading));
