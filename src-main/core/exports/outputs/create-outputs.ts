import { createDossierSource, type DossierDeps } from './dossier/dossier-source'
import { createOutputSource, type OutputSourceDeps } from './article-output'
import { createOutputFiles } from './output-files'
import { type OutputDeps, outputHandlers } from './outputs'

type Deps = OutputSourceDeps & Omit<DossierDeps, 'source'> & Omit<OutputDeps, 'source' | 'dossiers' | 'plan'>

export type Outputs = ReturnType<typeof createOutputs>

/** Puts together what makes outputs. */
export function createOutputs(deps: Deps) {
  const source = createOutputSource(deps)
  const dossiers = createDossierSource({ ...deps, source })
  const plan = createOutputFiles({ source, dossiers, assets: deps.assets })
  return { handlers: outputHandlers({ ...deps, source, dossiers, plan }), plan }
}
