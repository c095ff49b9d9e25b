import { perProgram } from './perProgram.ts';

/** Programs that log nobody in, in lower case. Programs that begin with one of these and `-`, `/`, `_`, `.` or `[` are meant, too. */
const UNRELATED = new Set(
  `kernel vmkernel vmunix genunix klogd syslogd rsyslogd syslog-ng syslog metalog newsyslog logrotate
  cron crond anacron atd run-parts fcron crontab periodic logger
  dhclient dhcpcd dhcpd dhcp dhcp6c dhcp6 udhcpc udhcpd networkmanager nm-dispatcher wpa_supplicant hostapd avahi-daemon avahi dnsmasq
  dnsmasq-dhcp connmand netifd ifup ifdown network odhcpd odhcp6c ppp pppd pptpd radvd bluetoothd modemmanager iwd wicked networkd-dispatcher
  named unbound bind nsd pdns powerdns dnsmasq ntpd ntpdate ntp chronyd openntpd sntp timesyncd
  postfix sendmail sm-mta exim exim4 opendkim opendmarc dovecot imapd pop3d cyrus master amavis spamd clamd freshclam spamassassin fetchmail qmail saslauthd
  imap-login pop3-login
  apache apache2 httpd nginx lighttpd haproxy squid varnish caddy tomcat uwsgi gunicorn node traefik
  mysqld mysql mariadbd postgres postgresql mongod mongodb redis redis-server memcached elasticsearch rabbitmq influxd slapd
  dockerd docker containerd kubelet kube-proxy crio etcd podman runc libvirtd virtlogd virtlockd qemu lxcfs lxd snapd flatpak
  systemd-udevd systemd-journald systemd-resolved systemd-networkd systemd-timesyncd systemd-timedated systemd-hostnamed
  systemd-localed systemd-tmpfiles systemd-modules-load systemd-sysctl systemd-fsck systemd-sleep systemd-shutdown systemd-random-seed
  systemd-machined systemd-coredump systemd-oomd systemd-cryptsetup systemd-remount-fs systemd-sysusers systemd-vconsole-setup systemd-update-utmp udevd udev
  dbus dbus-daemon dbus-broker dbus-launch dbus-broker-launch polkitd polkit rtkit-daemon accounts-daemon colord udisksd udisks2 upowerd packagekit packagekitd fwupd
  cupsd cups cups-browsed cups-lpd lpd hald hal haldaemon acpid irqbalance smartd mdadm mdmonitor lvm lvm2 multipathd multipath dmeventd
  iscsid rpcbind rpc.statd rpc.mountd rpc.idmapd rpc.rquotad nfsd nfs nfslock nfs-utils portmap statd automount autofs
  auditd audispd audisp augenrules restorecond setroubleshoot setroubleshootd sedispatch abrt abrtd abrt-notification
  snmpd snmptrapd nrpe nagios zabbix_agentd zabbix_server collectd telegraf node_exporter prometheus monit munin-node
  puppet puppet-agent puppetd chef-client salt-minion salt-master ansible ansible-command cfengine cloud-init cloud-config amazon-ssm-agent walinuxagent
  google_guest_agent waagent ec2net qemu-ga vmtoolsd vboxadd vboxservice hypervkvpd open-vm-tools
  yum dnf apt apt-get dpkg unattended-upgrade rpm zypper pacman packagekit subscription-manager rhsmd rhsmcertd rhnsd up2date
  fail2ban fail2ban.actions fail2ban.filter sshguard crowdsec denyhosts iptables nftables firewalld ufw ipfw pf filterlog suricata snort ossec
  wazuh-modulesd wazuh-agentd wazuh-syscheckd falcon-sensor
  gpm xinetd inetd init rc rc.sysinit sysctl mount mountd swapon fsck fstrim hwclock xfs netfs random keytable bluetooth hcid sdpd pcscd kudzu apmd cpuspeed
  rpcidmapd snapper btrfs zfs zed rasdaemon mcelog thermald tuned tlp powertop
  pulseaudio pipewire wireplumber gnome-shell gnome-session gnome-settings-daemon gnome-software gnome-keyring-daemon gvfsd tracker-miner-fs tracker-extract
  tracker-store evolution gsd-media-keys gsd-color gsd-print-notifications xdg-desktop-portal xdg-desktop-por update-notifier at-spi-bus-launcher at-spi2-registr
  kwin plasmashell kded5 kdeconnectd xorg xfce4-session
  vpxa rhttpproxy fdm hostd-probe vobd vsantraced smad storagerm nvmed envoy
  gpg-agent ssh-agent keyring goa-daemon geoclue whoopsie apport kerneloops ureadahead rngd haveged watchdog
  in.tftpd tftpd rsyncd rsync ftp-proxy exiqgrep racoon charon ipsec openvpn strongswan wireguard pluto xl2tpd zebra bgpd ospfd bird keepalived heartbeat corosync
  pacemaker pacemakerd crmd pengine
  secd usereventagent cloudd sharingd addressbooksourcesync googlesoftwareupdateagent locationd calendaragent launchd configd mds mdworker mdnsresponder
  airportd corecaptured symptomsd networkd nsurlsessiond apsd trustd opendirectoryd.log spotlight dock finder windowserver storeaccountd softwareupdated
  com.apple.xpc com.apple.geod com.apple.webkit com.apple.cts com.apple.addressbook com.apple.preference com.apple.cdscheduler`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** They run commands as another user, check passwords for others, or change accounts: no login. */
const ACCOUNTS =
  /^(?:su|sudo|doas|pkexec|runuser|polkit-agent-helper-1|pkla-check-authorization|unix_chkpwd|unix2_chkpwd|passwd|chpasswd|useradd|userdel|usermod|groupadd|groupdel|groupmod|gpasswd|chage|chfn|chsh|newusers|adduser|addgroup|deluser|newgrp|newuidmap|newgidmap|pwck|grpck|shadow|faillock|pam_tally2?|sss_cache|sssd(?:_\w+)?|sssd_be|sssd\[.*|nslcd|nscd|nss_ldap|winbindd?|krb5_child|ldap_child|realmd|adcli|oddjobd?|oddjob-mkhomedir|systemd|systemd-user-sessions|systemd-userdbd|systemd-homed|user@\d+|console-kit-daemon|consolekit|elogind|gkr-pam|gnome-keyring|kwalletd\d?|kinit|sftp-server|internal-sftp|scp|ssh|mosh-server|tmux|screen|at|aide|rkhunter|lynis|login_duo|last|lastlog|com\.apple\.securityserver|securityd|securityagent|authorizationhost|opendirectoryd|authd|(?:wu-|pure-|vs|pro|in\.)?ftpd)$/;

/** A locked screen belongs to a session that is open. */
const SCREEN_LOCKS =
  /^(?:\w+-screensaver(?:-dialog)?|xscreensaver|kscreenlocker_greet|kcheckpass|swaylock|hyprlock|gtklock|waylock|i3lock|slock|xlock|xsecurelock|vlock|physlock|light-locker|cinnamon-screensaver-pam-helper|compiz|xfce4-screensaver-dialog)$/;

/** Display managers and consoles over the network. PAM reports their logins. */
const LOGIN_PROGRAMS =
  /^(?:gdm\w*|gdm-[\w-]+|lightdm[\w-]*|sddm[\w-]*|plasmalogin[\w-]*|[kxws]dm|slim|lxdm|mdm|greetd|ly|agreety|tuigreet|xrdp(?:-sesman|-sesexec|-chansrv)?|cockpit(?:-[\w-]+)?|systemd-logind|agetty|getty|mingetty|mgetty)$/;

export type OtherProgram = 'UNRELATED' | 'ACCOUNTS' | 'SCREEN_LOCK' | 'LOGIN_PROGRAM' | 'UNKNOWN';

/** What a program is whose messages no function maps. */
export const findOtherProgram = perProgram((program): OtherProgram => {
  // /usr/sbin/cron, (systemd), gdm-password], postfix/smtpd, CRON
  const name = program
    .toLowerCase()
    .replace(/^\(|[\])]$/g, '')
    .replace(/^\/(?:[^/]+\/)+/, '');
  if (ACCOUNTS.test(name)) return 'ACCOUNTS';
  if (SCREEN_LOCKS.test(name)) return 'SCREEN_LOCK';
  if (LOGIN_PROGRAMS.test(name)) return 'LOGIN_PROGRAM';
  if (UNRELATED.has(name)) return 'UNRELATED';
  for (let end = name.length - 1; end > 1; end -= 1) {
    if ('-/_.[('.includes(name[end] ?? '') && UNRELATED.has(name.slice(0, end))) return 'UNRELATED';
  }
  return 'UNKNOWN';
});
