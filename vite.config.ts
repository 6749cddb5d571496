import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// What nearly every screen of a family uses comes as one file instead of ten small ones: on a slow phone each request costs
// more than the few kilobytes that a screen may not need. What these modules need comes with them; heavier components (dates,
// hours, long lists, free dialogs) stay in files of their own. ScreenWeightJourney holds the sum.
const everyday = /[\\/]@vaadin[\\/](button|notification|checkbox|checkbox-group|radio-group|text-field|confirm-dialog|tooltip)[\\/]|[\\/]jar-resources[\\/](Flow|FlowClient|FlowBootstrap|disableOnClickFunctions|flow-component-renderer|lit-renderer)\.[jt]s/;

const customConfig: UserConfigFn = () => ({
  build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'everyday', test: everyday }] } } } }
} as never);

export default overrideVaadinConfig(customConfig);
