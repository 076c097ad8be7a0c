import { resolve } from 'node:path'
import { createConversationStore } from '../../src-main/core/ask/conversation-store'
import { createQuestionStore } from '../../src-main/core/ask/question-store'
import { createCitationStyleStore } from '../../src-main/core/exports/citation-style-store'
import { createOutputs } from '../../src-main/core/exports/outputs/create-outputs'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { createSettingsStore } from '../../src-main/core/settings/settings-store'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'
import { openStores, targetOf } from './stores'

/** The core's stores with what makes outputs of them. */
export function openOutputs() {
  const stores = openStores()
  const { db, folder, events, clock } = stores
  const assets = createAssetFiles(folder)
  const conversations = createConversationStore(db)
  const questions = createQuestionStore(db)
  const outputs = createOutputs({
    articles: stores.articleStore,
    snapshots: createSnapshotStore(db),
    annotations: stores.annotationStore,
    settings: createSettingsStore(db),
    topics: stores.topicStore,
    notes: stores.noteStore,
    conversations,
    questions,
    assets,
    styles: createCitationStyleStore(db),
    cslFolder: resolve(import.meta.dirname, '../../resources/csl'),
    emit: (event) => void events.push(event),
    now: () => clock.now,
  })
  return {
    ...stores,
    assets,
    conversations,
    questions,
    outputs: outputs.handlers,
    /** An output's bytes as text. */
    made: async (request: Parameters<typeof outputs.handlers.make>[0]): Promise<string> =>
      new TextDecoder().decode((await outputs.handlers.make(request)).bytes),
    /** Highlights words of an article. */
    mark: async (
      article: ReturnType<typeof stores.addArticle>,
      exact: string,
      colour: 'yellow' | 'green' | 'blue' = 'yellow',
    ) => stores.annotations.highlight({ target: targetOf(article.snapshotId, article.text, exact), colour }),
  }
}
