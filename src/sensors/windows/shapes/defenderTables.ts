import { canonicalAddress } from '../../../model/values/ipAddress.ts';

import { readText } from '../../fieldValues.ts';
import type { Fields } from '../../fields.ts';

import type { RecordTime } from '../readTime.ts';
import { failed, makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';

/**
 * A row of Defender's `DeviceLogonEvents`: a login at the device that reports it, as in Windows' 4624 and 4625.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-devicelogonevents-table
 */
export const makeDeviceLogon = (row: Fields): Recognized => {
  const action = readText(row, 'ActionType');
  if (action === 'LogonAttempted') return skipped('DeviceLogonEvents LogonAttempted: it has no result');
  const eventId = LOGON_EVENTS.get(action);
  if (eventId === undefined)
    return notUnderstood('DeviceLogonEvents: an ActionType that is not a logon', action);
  return makeRecord({
    ...SECURITY,
    eventId,
    hostname: row['DeviceName'],
    // Unique together with the device and the time.
    recordNumber: row['ReportId'],
    numberedBy: 'defender/devicelogonevents',
    time: readTimestamp(row),
    fields: {
      ...accountOf(row),
      TargetLogonId: row['LogonId'],
      LogonType: LOGON_TYPES.get(readText(row, 'LogonType').toLowerCase()),
      IpAddress: row['RemoteIP'],
      IpPort: row['RemotePort'],
      WorkstationName: row['RemoteDeviceName'],
    },
  });
};

/** A row of DeviceProcessEvents, EmailEvents, AlertInfo or another table, unless it is of a logon and lacks the columns of one. */
export const makeOtherDefender = (row: Fields): Recognized => {
  const isLogon = LOGON_EVENTS.has(readText(row, 'ActionType')) || readText(row, 'LogonType') !== '';
  return isLogon
    ? failed(
        'a logon of Defender without its columns; export all columns of DeviceLogonEvents or IdentityLogonEvents',
      )
    : {
        kind: 'UNRELATED',
        reason:
          'a table of Defender without logons at hosts; those are in DeviceLogonEvents and IdentityLogonEvents',
      };
};

/**
 * A row of Defender's `IdentityLogonEvents`, which domain controllers and cloud services report. The host of an interactive logon is DeviceName. The
 * host of a logon over the network is DestinationDeviceName, and DeviceName is its client. A checked password is not a login at any host, and a login at a
 * cloud service has no host.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-identitylogonevents-table
 */
export const makeIdentityLogon = (row: Fields): Recognized => {
  const action = readText(row, 'ActionType');
  const eventId = LOGON_EVENTS.get(action);
  if (eventId === undefined)
    return notUnderstood('IdentityLogonEvents: an ActionType that is not a logon', action);
  if (readText(row, 'Application') !== 'Active Directory') {
    return skipped('IdentityLogonEvents of a cloud service: it has no host');
  }
  const type = readText(row, 'LogonType').toLowerCase();
  const isInteractive = type.startsWith('interactive');
  const logonType = isInteractive ? '2' : IDENTITY_TYPES.get(type);
  if (logonType === undefined && eventId !== FAILED_LOGON) {
    return skipped('IdentityLogonEvents: the domain controller checked credentials; not a login at a host');
  }
  const hostname = row[isInteractive ? 'DeviceName' : 'DestinationDeviceName'];
  if (typeof hostname !== 'string' || hostname === '') {
    return skipped('IdentityLogonEvents without the device of the login');
  }
  const address = readText(row, 'IPAddress');
  return makeRecord({
    ...SECURITY,
    eventId,
    hostname,
    recordNumber: null,
    time: readTimestamp(row),
    fields: {
      ...accountOf(row),
      LogonType: logonType,
      // It may have several addresses.
      IpAddress: canonicalAddress(address) === null ? undefined : address,
      IpPort: row['Port'],
      WorkstationName: row['DeviceName'],
    },
  });
};

const FAILED_LOGON = 4625;
const LOGON_EVENTS: ReadonlyMap<string, number> = new Map([
  ['LogonSuccess', 4624],
  ['LogonFailed', FAILED_LOGON],
]);

/** Windows' numbers for the names of logon types. */
const LOGON_TYPES: ReadonlyMap<string, string> = new Map([
  ['interactive', '2'],
  ['network', '3'],
  ['batch', '4'],
  ['service', '5'],
  ['unlock', '7'],
  ['networkcleartext', '8'],
  ['newcredentials', '9'],
  ['remoteinteractive', '10'],
  ['remote interactive (rdp) logons', '10'],
  ['cachedinteractive', '11'],
  ['cachedremoteinteractive', '12'],
  ['cachedunlock', '13'],
]);

/** https://learn.microsoft.com/defender-for-identity/monitored-activities: the logons that reach a host over the network. */
const IDENTITY_TYPES: ReadonlyMap<string, string> = new Map([
  ['remote desktop', '10'],
  ['resource access', '3'],
  ['delegated resource access', '3'],
]);

const SECURITY = { channel: 'security', provider: '' } as const;

const accountOf = (row: Fields): Fields => ({
  TargetUserName: row['AccountName'],
  TargetDomainName: row['AccountDomain'],
  TargetUserSid: row['AccountSid'],
});

/** Sentinel has both columns; the export of the Defender portal only Timestamp. */
const readTimestamp = (row: Fields): RecordTime => {
  const field = readText(row, 'Timestamp') === '' ? 'TimeGenerated' : 'Timestamp';
  return { kind: 'ISO', field, text: row[field] };
};

const skipped = (reason: string): Recognized => ({ kind: 'SKIPPED', reason });
