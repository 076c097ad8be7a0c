import { version } from '../../package.json'
import { LecternError } from '@shared/contract/errors'
import { archiveCommand } from './archive-command'
import { askCommand } from './ask-command'
import { backupCommand } from './backup-command'
import { checkCommand } from './check-command'
import { ExitCode, UsageError, type Command, type Io } from './command'
import { exportCommand } from './export-command'
import { extractCommand } from './extract-command'
import { importCommand } from './import-command'
import { listCommand } from './list-command'
import { migrateCommand } from './migrate-command'
import { restoreCommand } from './restore-command'
import { searchCommand } from './search-command'
import { serveCommand } from './serve-command'
import { syncCommand } from './sync-command'

const COMMANDS: readonly Command[] = [
  importCommand,
  migrateCommand,
  extractCommand,
  listCommand,
  searchCommand,
  archiveCommand,
  askCommand,
  exportCommand,
  syncCommand,
  serveCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
]

/** Runs one command line, without the program's own name, and says how it ended. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === '--version') {
    io.out(`${version}\n`)
    return ExitCode.ok
  }
  const isHelp = name === undefined || name === 'help' || name === '--help' || name === '-h'
  const command = COMMANDS.find((one) => one.name === (name === 'help' ? rest[0] : name))
  if (command !== undefined && (isHelp || rest.includes('--help') || rest.includes('-h'))) {
    io.out(command.help)
    return ExitCode.ok
  }
  if (isHelp) {
    io[name === undefined ? 'err' : 'out'](overview())
    return name === undefined ? ExitCode.usage : ExitCode.ok
  }
  if (command === undefined) {
    io.err(`There is no command "${name}".\n\n${overview()}`)
    return ExitCode.usage
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    return explain(error, command, io)
  }
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  const list = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')
  return `Usage: lectern <command> [options]\n\n${list}\n\nEach command explains itself: lectern <command> --help\n`
}

function explain(error: unknown, command: Command, io: Io): ExitCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS_')) {
    const message = error instanceof Error ? error.message : String(error)
    io.err(`${message}\n\n${command.help}`)
    return ExitCode.usage
  }
  if (error instanceof LecternError) io.err(`${error.message}\n`)
  else if (error instanceof Error && code !== '') io.err(`${error.message}\n`)
  else io.err(`Something went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return ExitCode.failed
}
