/**
 * Masks the values in the text of a log: keeps the name of the program and the words that logs use about logins, and replaces everything else
 * with `*`. Lines of the same form become the same text, and no name of a user, a host or a file is shown.
 */
export const maskText = (text: string): string => {
  const shortened = text.slice(0, MAX_CHARACTERS);
  const [, program = '', message = shortened] = PROGRAM.exec(shortened) ?? [];
  const words = message
    .split(/[\s"'`<>()[\]{},;]+/)
    .filter((word) => word !== '')
    .map(maskWord);
  const masked = words.filter((word, index) => word !== MASK || words[index - 1] !== MASK);
  return `${program === '' ? '' : `${program}: `}${masked.join(' ')}`;
};

const MAX_CHARACTERS = 400;
const MASK = '*';
const PROGRAM = /^([\w./-]{1,40}): ([^]*)$/;

/** A word of the vocabulary with its punctuation, or the name of a value: `user=ana` becomes `user=*`. */
const maskWord = (word: string): string => {
  const [name = ''] = /^[A-Za-z_-]+/.exec(word) ?? [];
  const separator = word.charAt(name.length);
  const rest = word.slice(name.length + 1);
  if (
    !VOCABULARY.has(name.toLowerCase()) ||
    !/^[:=.!?]?$/.test(separator) ||
    (rest !== '' && !/[:=]/.test(separator))
  )
    return MASK;
  return rest === '' ? `${name}${separator}` : `${name}${separator}${MASK}`;
};

const VOCABULARY: ReadonlySet<string> = new Set(
  (
    'a about above accepted access account accounts acct action active added addr address after again all allow allowed already an and any are as at attempt ' +
    'attempts auth authenticate authenticated authenticating authentication authorized autologin bad banned be because been before begin being bind blocked ' +
    'but by bytes cancelled cannot certificate change changed check client close closed closing command connect connected connecting connection connections ' +
    'console could created credential credentials current daemon database date deleted denied deny destroyed did disabled disconnect disconnected ' +
    'disconnecting display does done due during empty enabled end ended entered entry error established euid exceeded execute exit exited expired fail failed ' +
    'failing failure failures false fatal file for forced forked found from full get getting given got granted group had handshake has have helper host ' +
    'hostname identity idle ignored in inactive incorrect info initialized input interactive internal invalid ip is it kerberos key keyboard-interactive keys ' +
    'last limit line listening local lock locked locking log logged logging login loginctl logins logname logoff logon logons logout made many matching max ' +
    'maximum may message method methods missing module more name named network new no nologin none not notice nothing now number of off ok on only open ' +
    'opened opening or other out pam password passwords peer period permission permitted pid pipe policy port pre preauth prevent process prompt protocol ' +
    'public publickey query quit rdp read reading reason received reconnected reconnecting refused register registered rejected released remote removed ' +
    'repeated request requested required reset restricted result retry rhost root ruser running seat secret secure send server service session sessions set ' +
    'setting shell shutdown signal since socket ssh ssh2 start started starting status still stop stopped su subsystem succeeded success successful ' +
    'successfully sudo system terminal terminated than that the then this ticket time timed timeout times to token too trace tries true try trying tty type ' +
    'uid unable unauthorized unexpected unix unknown unlock unlocked until up update use used user username users using valid value verification verify via ' +
    'waiting warning was were while will with without wrong xauth you your'
  ).split(' '),
);
