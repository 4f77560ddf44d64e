import type { ComponentType } from 'react';
import { Button, ButtonRow, LoadingButton } from './buttons.tsx';
import { Icon } from './icon.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './layout.tsx';
import { DescriptionList, DescriptionListItem, Heading, List, Text } from './text.tsx';

const standard = {
  AutoGrid,
  Box,
  Button,
  ButtonRow,
  Card,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Flex,
  Heading,
  Icon,
  Inline,
  List,
  LoadingButton,
  Spacer,
  Stack,
  Text,
  Tile,
};

// Props arrive over the wire: their types are the SDK's promise, not something that the compiler can see here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const components: Record<string, ComponentType<any>> = { ...standard };
