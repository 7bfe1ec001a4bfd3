import { bodyFaults } from './body-faults';
import type { Fault } from './fault';
import { formFaults } from './form-faults';
import { inputFaults } from './input-faults';
import { layoutFaults } from './layout-faults';
import { summaryRowFaults } from './summary-row-faults';
import { summarySheetFaults } from './summary-sheet-faults';

/** Every kind of fault that reading one or more tables can show. */
export const faults: readonly Fault[] = [
  ...summarySheetFaults,
  ...summaryRowFaults,
  ...layoutFaults,
  ...formFaults,
  ...inputFaults,
  ...bodyFaults,
];
