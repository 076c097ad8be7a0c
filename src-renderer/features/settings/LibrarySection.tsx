import { useLibraryInfo } from '../../client/library'
import { sizeInWords } from '../../ui/size-words'
import './Facts.css'

/** Where the library is, how large it is, and how to back it up. */
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
      <section aria-labelledby="settings-backup">
        <h2 id="settings-backup">Backing it up</h2>
        <p>
          Quit Lectern, then copy the whole folder: it holds everything, articles with their images, highlights, notes
          and settings. To go back to a copy, put it in the folder’s place while Lectern is not running.
        </p>
        <p>Highlights and notes can also be exported as Markdown files at any time.</p>
      </section>
    </div>
  )
}
