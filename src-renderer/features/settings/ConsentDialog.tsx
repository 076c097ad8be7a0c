import { Button } from '../../ui/controls/Button'
import { Dialog } from '../../ui/dialogs/Dialog'

interface ConsentDialogProps {
  /** The server that is not on this computer; null while nothing is asked. */
  readonly asked: { readonly origin: string; readonly addresses: readonly string[] } | null
  readonly onRefuse: () => void
  readonly onAgree: (origin: string) => void
}

/** Asks before questions and passages go to another computer. */
export function ConsentDialog({ asked, onRefuse, onAgree }: ConsentDialogProps) {
  const isOpenAir = asked?.origin.startsWith('http:') ?? false
  return (
    <Dialog
      title="This server is not on your computer"
      isOpen={asked !== null}
      onOpenChange={(open) => {
        if (!open) onRefuse()
      }}
      role="alertdialog"
      width="sm"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" autoFocus onPress={onRefuse}>
            Keep everything here
          </Button>
          <Button size="lg" look="danger" onPress={() => asked && onAgree(asked.origin)}>
            Let them go there
          </Button>
        </>
      }
    >
      {asked ? (
        <>
          <p>
            Your questions, and the passages of your articles that may answer them, would be sent to{' '}
            <b>{asked.origin}</b> ({asked.addresses.join(', ')}) each time you ask.
          </p>
          {isOpenAir ? <p>The connection is not encrypted: others on the way can read them.</p> : null}
          <p>Whoever runs that computer can keep them. You can take this back here at any time.</p>
        </>
      ) : null}
    </Dialog>
  )
}
