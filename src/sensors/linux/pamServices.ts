import type { LoginType } from '../../model/action.ts';

/** The PAM services that log users in to the host. */
const LOGIN_SERVICES: ReadonlyMap<string, LoginType> = new Map([
  ['sshd', 'REMOTE'],
  ['ssh', 'REMOTE'],
  ['dropbear', 'REMOTE'],
  ['remote', 'REMOTE'],
  ['rlogin', 'REMOTE'],
  ['rsh', 'REMOTE'],
  ['rexec', 'REMOTE'],
  ['telnetd', 'REMOTE'],
  ['cockpit', 'REMOTE'],
  ['login', 'LOCAL'],
  // The console of ESXi.
  ['dcui', 'LOCAL'],
  ['xrdp-sesman', 'RDP'],
  ...[
    'lightdm',
    'lightdm-autologin',
    'sddm',
    'sddm-autologin',
    'plasmalogin',
    'plasmalogin-autologin',
    'kdm',
    'kdm-np',
    'kde',
    'kde-np',
    'xdm',
    'xdm-np',
    'wdm',
    'slim',
    'lxdm',
    'mdm',
    'mdm-autologin',
    'ly',
    'ly-autologin',
    'greetd',
    'lemurs',
    'entrance',
  ].map((service) => [service, 'INTERACTIVE'] as const),
]);

/** Their sessions are user sessions if PAM opens them; a failed login says nothing about a session. */
const FTP_SERVICES = new Set(['vsftpd', 'proftpd', 'pure-ftpd', 'ftp', 'ftpd']);

/** The display managers open sessions of their own accounts for the login screen. */
const GREETERS = /^(?:gdm-launch-environment|(?:lightdm|sddm|plasmalogin|greetd)-greeter)$/;
const GREETER_USERS = new Set(['gdm', 'Debian-gdm', 'lightdm', 'sddm', 'greeter', 'plasmalogin']);

/** Locked screens ask PAM for the password of a session that is open: no login. */
const SCREEN_LOCKS =
  /^(?:(?:gnome|mate|cinnamon|ukui|budgie|deepin|lxqt|xfce4)-screensaver(?:-dialog)?|xscreensaver|kscreensaver|kscreenlocker\w*|kde(?:-fingerprint|-smartcard)?|kcheckpass|swaylock|hyprlock|gtklock|waylock|i3lock|slock|xlock|xsecurelock|vlock|physlock|light-locker|unity|unity-screensaver|screen|tmux|dde-lock|cosmic-lock|phosh)$/;

/** They run commands as another user, change accounts or serve the network: no user sessions of the host. */
const OTHER_SERVICES =
  /^(?:su|su-l|su-frontend|sudo|sudo-i|runuser|runuser-l|doas|pkexec|polkit-1|cron|crond|atd|systemd-user|systemd-run0|passwd|chpasswd|newusers|chage|chfn|chsh|useradd|userdel|usermod|groupadd|groupdel|groupmod|common-\w+|system-auth(?:-\w+)?|password-auth|other|samba|smbd|dovecot|imap|imap\d|pop|pop\d|smtp|smtpd|postfix|saslauthd|courier|cyrus|exim\d?|mail|httpd|apache\d?|nginx|php\S*|squid|cups|openvpn|ppp|pptp|radiusd|freeradius|ipsec|strongswan|mysqld?|mariadb|postgresql|webmin|usermin|lxc|machinectl|ksu|setup|reboot|halt|poweroff|shutdown|config-util|authconfig|system-config-\S+|gnome-keyring|netatalk|jenkins|rstudio|jupyterhub|vmtoolsd|vmware-\S+|zabbix|nagios|xserver|ftp-proxy)$/;

export type PamService =
  | { readonly kind: 'LOGIN'; readonly loginType: LoginType; readonly isFtp: boolean }
  | { readonly kind: 'GREETER' | 'SCREEN_LOCK' | 'OTHER' | 'UNKNOWN' };

/** What a PAM service is. Users log in through gdm-password, gdm-fingerprint and others. */
export const findPamService = (service: string): PamService => {
  const loginType = LOGIN_SERVICES.get(service);
  if (loginType !== undefined) return { kind: 'LOGIN', loginType, isFtp: false };
  if (GREETERS.test(service)) return { kind: 'GREETER' };
  if (/^gdm\d?(?:-[\w-]+)?$/.test(service)) return { kind: 'LOGIN', loginType: 'INTERACTIVE', isFtp: false };
  if (FTP_SERVICES.has(service)) return { kind: 'LOGIN', loginType: 'REMOTE', isFtp: true };
  if (SCREEN_LOCKS.test(service)) return { kind: 'SCREEN_LOCK' };
  return { kind: OTHER_SERVICES.test(service) ? 'OTHER' : 'UNKNOWN' };
};

export const isGreeterUser = (user: string): boolean => GREETER_USERS.has(user);
