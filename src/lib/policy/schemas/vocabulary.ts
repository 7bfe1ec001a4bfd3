import { adcode, label, moneyUnit, percent, slug, source, z } from './parts.ts';

export const documentsSchema = z.strictObject({
  documents: z.array(z.strictObject({ id: slug, title: label, number: z.string().nullable() })),
});

export const basesSchema = z.strictObject({
  bases: z.array(
    z.strictObject({
      id: z.string(),
      name: label,
      definition: label,
      estimate_from: z.enum(['total_investment_fen']).nullable(),
      source,
    }),
  ),
});

export const clustersSchema = z
  .strictObject({
    count: z.strictObject({ value: z.number().int(), source }),
    clusters: z.array(
      z.strictObject({
        id: slug,
        sequence: z.number().int().positive(),
        name: label,
        short_name: label,
        aliases: z.array(z.string()),
        source,
      }),
    ),
  })
  .refine((list) => list.clusters.length === list.count.value, {
    message: 'the number of clusters differs from the printed number',
    path: ['clusters'],
  });

const place = {
  adcode,
  name: z.string().min(2),
  short: z.string().min(2),
  english: z.string().min(2).nullable().default(null),
};

export const regionsSchema = z.strictObject({
  source,
  province: z.strictObject(place),
  cities: z.array(
    z.strictObject({
      ...place,
      group: z.enum(['south', 'middle', 'north']),
      counties: z.array(
        z.strictObject({
          ...place,
          kind: z.enum(['county', 'zone']).default('county'),
          direct: z.boolean().default(false),
        }),
      ),
    }),
  ),
});

export const tilesSchema = z.strictObject({
  tiles: z.array(
    z.strictObject({ adcode, row: z.number().int().nonnegative(), column: z.number().int().nonnegative() }),
  ),
});

const year = z.number().int();

export const statisticsSchema = z.strictObject({
  gdp: z.strictObject({ year, unit: moneyUnit, document: z.string() }),
  population: z.strictObject({ year, unit: z.literal('10K_PERSONS'), document: z.string() }),
  province: z.strictObject({ adcode, gdp: z.number().positive() }),
  cities: z.array(z.strictObject({ adcode, gdp: z.number().positive(), population: z.number().positive() })),
});

const step = z.strictObject({ percent });

export const lightsSchema = z.strictObject({
  id: z.literal('scoring/lights'),
  basis: z.enum(['practice', 'document']),
  source,
  red_below: step,
  yellow_below: step,
  blue_from: step,
  near_limit_from: step,
});

export type BasesText = z.infer<typeof basesSchema>;
export type ClustersText = z.infer<typeof clustersSchema>;
export type RegionsText = z.infer<typeof regionsSchema>;
export type StatisticsText = z.infer<typeof statisticsSchema>;
export type LightsText = z.infer<typeof lightsSchema>;
