import { useLibraryInfo } from '../../client/library'
import { sizeInWords } from '../../ui/words/size-words'
import { BackupSection } from './BackupSection'
import { LibraryPlace } from './LibraryPlace'
import './Facts.css'

/** Where the library is, how large it is, its backups. */
export function LibrarySection() {
  const { data, error } = useLibraryInfo()
  return (
    <div>
      <section aria-labelledby="settings-library">
        <h2 id="settings-library">Library</h2>
        {error && <p role="alert">{error.message}</p>}
        {data && (
          <dl className="facts">
            <dt>Folder</dt>
            <dd className="facts__path">{data.folder}</dd>
            <dt>Articles</dt>
            <dd className="num">{data.articles.toLocaleString('en-GB')}</dd>
            <dt>Highlights and notes</dt>
            <dd className="num">{data.annotations.toLocaleString('en-GB')}</dd>
            <dt>Size</dt>
            <dd className="num">{sizeInWords(data.bytes)}</dd>
          </dl>
        )}
      </section>
      <BackupSection />
      <LibraryPlace />
    </div>
  )
}
