import { createDossierSource, type DossierDeps } from './dossier/dossier-source'
import { createOutputSource, type OutputSourceDeps } from './article-output'
import { type CitingDeps, createCiting } from './citing/citing'
import { createOutputFiles } from './output-files'
import { type OutputDeps, outputHandlers } from './outputs'

type Deps = OutputSourceDeps &
  CitingDeps &
  Omit<DossierDeps, 'source'> &
  Omit<OutputDeps, 'source' | 'dossiers' | 'plan' | 'citing'>

export type Outputs = ReturnType<typeof createOutputs>

/** Puts together what makes outputs. */
export function createOutputs(deps: Deps) {
  const source = createOutputSource(deps)
  const citing = createCiting(deps)
  const dossiers = createDossierSource({ ...deps, source })
  const plan = createOutputFiles({ source, dossiers, assets: deps.assets, citing })
  return { handlers: outputHandlers({ ...deps, source, dossiers, plan, citing }), plan }
}
