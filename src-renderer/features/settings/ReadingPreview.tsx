import './ReadingPreview.css'

/** How an article looks as it is set now. */
export function ReadingPreview() {
  return (
    <aside className="settings-preview" aria-label="Preview">
      <div className="settings-preview__sheet" lang="en">
        <p className="settings-preview__label">Preview</p>
        <div className="settings-preview__text">
          <h2>The pump handle</h2>
          <p>
            On the evening of Thursday 7 September Snow put his findings to the Board of Guardians. The handle of the
            pump was taken off the next day. By then <mark data-colour="yellow">the epidemic was already waning</mark>,
            and Snow himself allowed that it was impossible to say whether the well still held the poison.
          </p>
          <blockquote>
            It is impossible to decide whether the well still contained the cholera poison in an active state.
          </blockquote>
          <p>
            The scene is usually told the other way round: the handle removed, the epidemic halted. It makes a better
            story and a worse argument, since what Snow had shown did not depend on it.
          </p>
          <h2>Whitehead’s evidence</h2>
          <p>
            The curate of St Luke’s, Henry Whitehead, set out to prove Snow wrong. He knew the street as no visiting
            physician could, and called on most of its households.
          </p>
        </div>
      </div>
    </aside>
  )
}
