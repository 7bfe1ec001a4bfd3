import rulebook from 'virtual:fundlens-rules';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import { importFiles, type FileImport } from '$lib/library/import-files';
import { known } from '../input-tables';
import type { Fault } from './fault';
import { written, type Format } from './fault-files';

/** Imports the files of a fault, with the user's word on uncertain columns where the fault has one. */
export async function readFault(fault: Fault, format: Format): Promise<FileImport> {
  const files = fault.files.map((file) => written(file, format));
  const inputs = { tables, forms, known: fault.known ?? known({ projects: [] }) };
  const first = await importFiles(files, { rulebook, inputs });
  const { choose } = fault;
  return choose ? importFiles(files, { rulebook, inputs, choices: first.layouts.map(choose) }) : first;
}
