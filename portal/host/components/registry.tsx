import type { ComponentProps, ComponentType } from 'react';
import type * as sdk from '@hubspot/ui-extensions';
import { Accordion } from './accordion.tsx';
import { Button, ButtonRow, LoadingButton } from './buttons.tsx';
import { BarChart } from './charts/bar-chart.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { EmptyState, ErrorState, Illustration } from './empty-and-error.tsx';
import { Alert, LoadingSpinner, ProgressBar, ScoreCircle, StepIndicator } from './feedback.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { DateInput } from './inputs-date.tsx';
import { CurrencyInput, NumberInput, StepperInput } from './inputs-number.tsx';
import { Input, SearchInput, TextArea } from './inputs-text.tsx';
import { TimeInput } from './inputs-time.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './layout.tsx';
import { Image, Link } from './links.tsx';
import { MultiSelect } from './multi-select.tsx';
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from './overlays.tsx';
import * as page from './page.tsx';
import { Select } from './select.tsx';
import { Statistics, StatisticsItem, StatisticsTrend } from './statistics.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { StatusTag, Tag } from './tags.tsx';
import { DescriptionList, DescriptionListItem, Heading, List, Text } from './text.tsx';
import { ToggleGroup } from './toggle-group.tsx';
import { Checkbox, RadioButton, Toggle } from './toggles.tsx';
import { Tooltip } from './tooltip.tsx';

type Sdk = typeof sdk;

// Props arrive over the wire: their types are the SDK's promise, not something that the compiler can see here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type WireComponent = ComponentType<any>;

type ComponentName = {
  [Name in keyof Sdk]: Name extends Capitalize<Name>
    ? Sdk[Name] extends WireComponent
      ? Name
      : never
    : never;
}[keyof Sdk];

/** Every component that the SDK exports, with the props that it promises: a new one fails the type check here. */
type Standard = { [Name in ComponentName]: ComponentType<ComponentProps<Sdk[Name]>> };

const standard = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Stack,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
} satisfies Standard;

const all = { ...standard, DropdownButtonItem, ...page };

export type WireName = keyof typeof all;

export const components: Record<string, WireComponent> = all;
