// Written by codegenHunts.ts from schema.graphql.
import type { Hunt } from '../hunts/hunt.ts';

export const HUNTS: readonly Hunt[] = [
 {
  "name": "bruteForceThenSuccess",
  "parent": "hunts",
  "title": "Brute Force, Then a Successful Login",
  "description": "A successful login after at least `minFailures` failed ones with the same key.\n\nFailures count when they are less than `window` older than the success and newer than the key's previous success.\nFailures before `range.from` count too. Logins that lack a value of the key are ignored.\n\nA failed login carries the domain that the client sent, so with SRC_IP_USER and USER_HOST failures count for every account\nof the same name: those of `KALI\\ana` for `CORP\\ana`. With USER the domain must match too, unless no login in the\ndomain of the failure ever succeeded. Successful logins are compared as accounts.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the successful login is.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "key",
    "description": "What the failures and the success share.",
    "type": "BruteForceKey!",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "SRC_IP",
    "choices": [
     {
      "name": "SRC_IP",
      "description": "Source address; any host and user."
     },
     {
      "name": "SRC_IP_HOST",
      "description": "Source address and host."
     },
     {
      "name": "SRC_IP_USER",
      "description": "Source address and user; failures match by the user's name in any domain."
     },
     {
      "name": "USER_HOST",
      "description": "User and host; failures match by the user's name in any domain. Also finds failures without a source address."
     },
     {
      "name": "USER",
      "description": "User; any source address and host. Failures match by domain and name; see `bruteForceThenSuccess` for the exception."
     }
    ]
   },
   {
    "name": "minFailures",
    "description": "Minimum number of failures, 1 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 5
   },
   {
    "name": "window",
    "description": "How long before the success failures count, at most the length of the range.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "srcIp"
    ],
    "title": "Source IP",
    "description": "Source address. Null when it is not in the key.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "host",
     "hostname"
    ],
    "title": "Host",
    "description": "Host. Null when it is not in the key.",
    "kind": "HOST"
   },
   {
    "path": [
     "account",
     "user"
    ],
    "title": "Account",
    "description": "User. Null when it is not in the key.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "failureCount"
    ],
    "title": "Failure count",
    "description": "Number of failed logins.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "distinctUsersTried"
    ],
    "title": "Distinct users tried",
    "description": "Number of different users that the failures name. Names are compared without their domains.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "firstFailureAt"
    ],
    "title": "First failure at",
    "description": "Time of the first failure.",
    "kind": "TIME"
   },
   {
    "path": [
     "succeededAt"
    ],
    "title": "Succeeded at",
    "description": "Time of the successful login.",
    "kind": "TIME"
   },
   {
    "path": [
     "success",
     "time"
    ],
    "title": "Success time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "success",
     "action"
    ],
    "title": "Success action",
    "description": "CAR action: always LOGIN.",
    "kind": "TEXT"
   },
   {
    "path": [
     "success",
     "hostname"
    ],
    "title": "Success host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "success",
     "user"
    ],
    "title": "Success user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "success",
     "srcIp"
    ],
    "title": "Success source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "success",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   }
  ],
  "query": "query BruteForceThenSuccess($range: TimeRange!, $key: BruteForceKey! = SRC_IP, $minFailures: Int! = 5, $window: Duration! = \"PT1H\", $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    bruteForceThenSuccess(\n      range: $range\n      key: $key\n      minFailures: $minFailures\n      window: $window\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          srcIp\n          host {\n            hostname\n          }\n          account {\n            user\n          }\n          failureCount\n          distinctUsersTried\n          firstFailureAt\n          succeededAt\n          success {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query BruteForceThenSuccessCount($range: TimeRange!, $key: BruteForceKey! = SRC_IP, $minFailures: Int! = 5, $window: Duration! = \"PT1H\", $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    bruteForceThenSuccess(\n      range: $range\n      key: $key\n      minFailures: $minFailures\n      window: $window\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "passwordSpray",
  "parent": "hunts",
  "title": "Password Spraying",
  "description": "Failed logins of many users with the same key, few for each user.\n\nFor each failure at time t, counts the different users among the failures with the same key in the window (t - window,\nt]. A user with more than `maxFailuresPerUser` failures in the window does not count. Windows with at least `minUsers`\nusers match; windows that overlap are merged into one match. Failures up to one window before `range.from` count too.\nFailures of unknown users are ignored. A failed login carries the domain that the client sent, so users are compared by\ntheir names alone: `KALI\\ana` and `CORP\\ana` are one user.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the windows end.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "key",
    "description": "What the failures share. In real logs half of the failures have no source address; HOST finds those.",
    "type": "SprayKey!",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "SRC_IP",
    "choices": [
     {
      "name": "SRC_IP",
      "description": "Source address."
     },
     {
      "name": "SRC_NETWORK",
      "description": "Network of the source address: /24 for IPv4, /64 for IPv6."
     },
     {
      "name": "HOST",
      "description": "Host; any source address."
     }
    ]
   },
   {
    "name": "window",
    "description": "Length of the window.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "minUsers",
    "description": "Minimum number of different users, 2 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 10
   },
   {
    "name": "maxFailuresPerUser",
    "description": "Maximum failures of a user in a window, 1 or more. More is password guessing, and the user does not count.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 5
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "srcIp"
    ],
    "title": "Source IP",
    "description": "Source address. Null with another key.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "srcNetwork"
    ],
    "title": "Source network",
    "description": "Network of the source addresses: /24 for IPv4, /64 for IPv6. Null with another key.",
    "kind": "TEXT"
   },
   {
    "path": [
     "host",
     "hostname"
    ],
    "title": "Host",
    "description": "Host. Null with another key.",
    "kind": "HOST"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of the first failure.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of the last failure.",
    "kind": "TIME"
   },
   {
    "path": [
     "users"
    ],
    "title": "Users",
    "description": "The users as the client named them, by name, at most 1,000. A name with two domains is listed twice.",
    "kind": "TEXT",
    "members": [
     {
      "path": [
       "user"
      ],
      "title": "User",
      "description": "Domain in upper case and name in lower case: `THESHIRE\\ana`; `ana` without a domain.",
      "kind": "ACCOUNT"
     }
    ]
   },
   {
    "path": [
     "userCount"
    ],
    "title": "User count",
    "description": "Number of different users that the failures name. Names are compared without their domains.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "failureCount"
    ],
    "title": "Failure count",
    "description": "Number of failed logins.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "peak"
    ],
    "title": "Peak",
    "description": "Largest number of different users that counted in one window.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "compromisedUsers"
    ],
    "title": "Compromised users",
    "description": "Users with a successful login with the same key, from `firstAt` until one hour after `lastAt`; by name, at most 1,000.\nThey need no failure: a password that is right at the first attempt leaves none.",
    "kind": "TEXT",
    "members": [
     {
      "path": [
       "user"
      ],
      "title": "User",
      "description": "Domain in upper case and name in lower case: `THESHIRE\\ana`; `ana` without a domain.",
      "kind": "ACCOUNT"
     }
    ]
   }
  ],
  "query": "query PasswordSpray($range: TimeRange!, $key: SprayKey! = SRC_IP, $window: Duration! = \"PT1H\", $minUsers: Int! = 10, $maxFailuresPerUser: Int! = 5, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    passwordSpray(\n      range: $range\n      key: $key\n      window: $window\n      minUsers: $minUsers\n      maxFailuresPerUser: $maxFailuresPerUser\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          srcIp\n          srcNetwork\n          host {\n            hostname\n          }\n          firstAt\n          lastAt\n          users {\n            user\n          }\n          userCount\n          failureCount\n          peak\n          compromisedUsers {\n            user\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query PasswordSprayCount($range: TimeRange!, $key: SprayKey! = SRC_IP, $window: Duration! = \"PT1H\", $minUsers: Int! = 10, $maxFailuresPerUser: Int! = 5, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    passwordSpray(\n      range: $range\n      key: $key\n      window: $window\n      minUsers: $minUsers\n      maxFailuresPerUser: $maxFailuresPerUser\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "firstSeen",
  "parent": "hunts",
  "title": "First Login of a Kind",
  "description": "Combinations, such as of user and host, that have a successful login in the range and none in the baseline,\n[range.from - lookback, range.from). An unknown value, such as the source address of a login at the keyboard, is a\nvalue like any other.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "tuple",
    "description": "What a combination consists of, at least one trait.",
    "type": "[SeenTrait!]!",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": [
     "USER",
     "HOST"
    ],
    "choices": [
     {
      "name": "USER",
      "description": "User."
     },
     {
      "name": "HOST",
      "description": "Host."
     },
     {
      "name": "SRC_IP",
      "description": "Source address."
     },
     {
      "name": "SRC_NETWORK",
      "description": "Network of the source address: /24 for IPv4, /64 for IPv6."
     },
     {
      "name": "LOGIN_TYPE",
      "description": "Login type."
     }
    ]
   },
   {
    "name": "lookback",
    "description": "Length of the baseline before `range.from`.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "P30D"
   },
   {
    "name": "minCoverage",
    "description": "Least `baseline.coverage` from which on something new is a finding, 0 to 1. Half of the days is less than those of a computer that is used from\nMonday to Friday, even with a week of holidays in 30 days (57 %).",
    "type": "Float!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 0.5
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "account",
     "user"
    ],
    "title": "Account",
    "description": "User. Null when it is unknown or not in the combination.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "host",
     "hostname"
    ],
    "title": "Host",
    "description": "Host. Null when it is not in the combination.",
    "kind": "HOST"
   },
   {
    "path": [
     "srcIp"
    ],
    "title": "Source IP",
    "description": "Source address. Null when it is unknown or not in the combination.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "srcNetwork"
    ],
    "title": "Source network",
    "description": "Network of the source address: /24 for IPv4, /64 for IPv6. Null when it is unknown or not in the combination.",
    "kind": "TEXT"
   },
   {
    "path": [
     "loginType"
    ],
    "title": "Login type",
    "description": "Login type. Null when it is unknown or not in the combination.",
    "kind": "TEXT"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of its first login.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of its last login in the range.",
    "kind": "TIME"
   },
   {
    "path": [
     "loginCount"
    ],
    "title": "Login count",
    "description": "Number of its logins in the range.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "baseline",
     "status"
    ],
    "title": "Baseline status",
    "description": "Whether `coverage` is at least `minCoverage`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "baseline",
     "coverage"
    ],
    "title": "Baseline coverage",
    "description": "Share of the days of the baseline on which the host has facts, 0 to 1.\n\nA day has 24 hours and ends at `range.from` or a whole number of days before it; the first day of the baseline may be shorter. A day counts when the host\nrecorded a fact on it, or when it lies between facts without a silence longer than SILENCE (24 hours unless the server has another value); for a whole day\nand a SILENCE of up to 24 hours that is the same. Days whose events retention has dropped do not count.",
    "kind": "NUMBER"
   }
  ],
  "query": "query FirstSeen($range: TimeRange!, $tuple: [SeenTrait!]! = [USER, HOST], $lookback: Duration! = \"P30D\", $minCoverage: Float! = 0.5, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    firstSeen(\n      range: $range\n      tuple: $tuple\n      lookback: $lookback\n      minCoverage: $minCoverage\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          account {\n            user\n          }\n          host {\n            hostname\n          }\n          srcIp\n          srcNetwork\n          loginType\n          firstAt\n          lastAt\n          loginCount\n          baseline {\n            status\n            coverage\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query FirstSeenCount($range: TimeRange!, $tuple: [SeenTrait!]! = [USER, HOST], $lookback: Duration! = \"P30D\", $minCoverage: Float! = 0.5, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    firstSeen(\n      range: $range\n      tuple: $tuple\n      lookback: $lookback\n      minCoverage: $minCoverage\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "unusualRdpSource",
  "parent": "hunts",
  "title": "Remote Desktop From an Unusual Source",
  "description": "Successful RDP logins from a public or loopback address, or from one that the user did not use for RDP to this host in\nthe baseline, [range.from - lookback, range.from). Logins without a source address never match.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "lookback",
    "description": "Length of the baseline before `range.from`.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "P30D"
   },
   {
    "name": "minCoverage",
    "description": "Least `baseline.coverage` from which on something new is a finding, 0 to 1. Half of the days is less than those of a computer that is used from\nMonday to Friday, even with a week of holidays in 30 days (57 %).",
    "type": "Float!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 0.5
   },
   {
    "name": "approvedSources",
    "description": "Networks that are never unusual, 1 to 1,000. Null or absent: none.",
    "type": "[CIDR!]",
    "kind": "TEXT",
    "isList": true,
    "isRequired": false,
    "isNullable": true
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "login",
     "time"
    ],
    "title": "Login time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "login",
     "action"
    ],
    "title": "Login action",
    "description": "CAR action: always LOGIN.",
    "kind": "TEXT"
   },
   {
    "path": [
     "login",
     "hostname"
    ],
    "title": "Login host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "login",
     "user"
    ],
    "title": "Login user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "login",
     "srcIp"
    ],
    "title": "Login source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "login",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "reasons"
    ],
    "title": "Reasons",
    "description": "All reasons why the source address is unusual.",
    "kind": "TEXT"
   },
   {
    "path": [
     "baseline",
     "status"
    ],
    "title": "Baseline status",
    "description": "Whether `coverage` is at least `minCoverage`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "baseline",
     "coverage"
    ],
    "title": "Baseline coverage",
    "description": "Share of the days of the baseline on which the host has facts, 0 to 1.\n\nA day has 24 hours and ends at `range.from` or a whole number of days before it; the first day of the baseline may be shorter. A day counts when the host\nrecorded a fact on it, or when it lies between facts without a silence longer than SILENCE (24 hours unless the server has another value); for a whole day\nand a SILENCE of up to 24 hours that is the same. Days whose events retention has dropped do not count.",
    "kind": "NUMBER"
   }
  ],
  "query": "query UnusualRdpSource($range: TimeRange!, $lookback: Duration! = \"P30D\", $minCoverage: Float! = 0.5, $approvedSources: [CIDR!], $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    unusualRdpSource(\n      range: $range\n      lookback: $lookback\n      minCoverage: $minCoverage\n      approvedSources: $approvedSources\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          login {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          reasons\n          baseline {\n            status\n            coverage\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query UnusualRdpSourceCount($range: TimeRange!, $lookback: Duration! = \"P30D\", $minCoverage: Float! = 0.5, $approvedSources: [CIDR!], $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    unusualRdpSource(\n      range: $range\n      lookback: $lookback\n      minCoverage: $minCoverage\n      approvedSources: $approvedSources\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "offHours",
  "parent": "hunts",
  "title": "Activity Outside of Working Hours",
  "description": "Successful logins, reconnects and unlocks outside of working hours, by the local time of a time zone: when someone began to use a host.\n\nWorking hours follow the clock on days when it changes: an hour that occurs twice is inside or outside both times. The\ntime zone rules are those of the server's Node.js, as in statistics.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search, at most 3,660 days.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "timeZone",
    "description": "IANA name of the time zone of `openHours`: `Europe/Berlin`.",
    "type": "String!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "openHours",
    "description": "Working hours, 1 to 100 entries, which may overlap.",
    "type": "[OpenHoursInput!]!",
    "kind": "OBJECTS",
    "isList": true,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": [
     {
      "days": [
       "MONDAY",
       "TUESDAY",
       "WEDNESDAY",
       "THURSDAY",
       "FRIDAY"
      ],
      "from": "07:00",
      "until": "19:00"
     }
    ],
    "fields": [
     {
      "name": "days",
      "description": "Days on which they start, at least one.",
      "type": "[Weekday!]!",
      "kind": "CHOICE",
      "isList": true,
      "isRequired": true,
      "isNullable": false,
      "choices": [
       {
        "name": "MONDAY",
        "description": "Monday, the first day of the week."
       },
       {
        "name": "TUESDAY",
        "description": "Tuesday."
       },
       {
        "name": "WEDNESDAY",
        "description": "Wednesday."
       },
       {
        "name": "THURSDAY",
        "description": "Thursday."
       },
       {
        "name": "FRIDAY",
        "description": "Friday."
       },
       {
        "name": "SATURDAY",
        "description": "Saturday."
       },
       {
        "name": "SUNDAY",
        "description": "Sunday."
       }
      ]
     },
     {
      "name": "from",
      "description": "Local time at which they start, inclusive, `00:00` to `23:59`.",
      "type": "String!",
      "kind": "TEXT",
      "isList": false,
      "isRequired": true,
      "isNullable": false
     },
     {
      "name": "until",
      "description": "Local time at which they end, exclusive, `00:00` to `24:00`. Earlier than `from` means on the next day. A whole day is\n`00:00` to `24:00`.",
      "type": "String!",
      "kind": "TEXT",
      "isList": false,
      "isRequired": true,
      "isNullable": false
     }
    ]
   },
   {
    "name": "actions",
    "description": "Only events with these actions, at least one. LOCK and LOGOUT are refused, since they end the use of a host.",
    "type": "[SessionAction!]!",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": [
     "LOGIN",
     "RECONNECT",
     "UNLOCK"
    ],
    "choices": [
     {
      "name": "LOGIN",
      "description": "CAR `login`: a user logs on to a host or fails to; see `loginSuccessful`."
     },
     {
      "name": "LOGOUT",
      "description": "CAR `logout`: a session ends."
     },
     {
      "name": "RECONNECT",
      "description": "CAR `reconnect`: a user returns to a disconnected session, possibly from another address."
     },
     {
      "name": "LOCK",
      "description": "CAR `lock`: the screen of a session is locked."
     },
     {
      "name": "UNLOCK",
      "description": "CAR `unlock`: the screen of a session is unlocked."
     }
    ]
   },
   {
    "name": "loginTypes",
    "description": "Only logins and reconnects with one of these types. Null or absent: all, including unknown ones. Unlocks have no type; all are included.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "event",
     "time"
    ],
    "title": "Event time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "event",
     "action"
    ],
    "title": "Event action",
    "description": "CAR action: what happened.",
    "kind": "TEXT"
   },
   {
    "path": [
     "event",
     "hostname"
    ],
    "title": "Event host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "event",
     "user"
    ],
    "title": "Event user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "event",
     "srcIp"
    ],
    "title": "Event source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "event",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "localTime"
    ],
    "title": "Local time",
    "description": "Local time of the event, with its offset from UTC: `2026-11-16T22:07:00.000000+01:00`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "weekday"
    ],
    "title": "Weekday",
    "description": "Local day of the week.",
    "kind": "TEXT"
   }
  ],
  "query": "query OffHours($range: TimeRange!, $timeZone: String!, $openHours: [OpenHoursInput!]! = [{days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], from: \"07:00\", until: \"19:00\"}], $actions: [SessionAction!]! = [LOGIN, RECONNECT, UNLOCK], $loginTypes: [LoginType!], $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    offHours(\n      range: $range\n      timeZone: $timeZone\n      openHours: $openHours\n      actions: $actions\n      loginTypes: $loginTypes\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          event {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          localTime\n          weekday\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query OffHoursCount($range: TimeRange!, $timeZone: String!, $openHours: [OpenHoursInput!]! = [{days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], from: \"07:00\", until: \"19:00\"}], $actions: [SessionAction!]! = [LOGIN, RECONNECT, UNLOCK], $loginTypes: [LoginType!], $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    offHours(\n      range: $range\n      timeZone: $timeZone\n      openHours: $openHours\n      actions: $actions\n      loginTypes: $loginTypes\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "orphans",
  "parent": "hunts",
  "title": "Events Without a Session",
  "description": "Events that belong to no session, with the reason, and their rate by host and day. High rates show hosts that record\nlogouts but no logins, and gaps in a log. Noise is included.\n\nMost events with a login id open a session when there is none. Only REMOTE logouts and events of fixed Windows logons\ndo not.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "actions",
    "description": "Only events with these actions, at least one. LOGIN is refused, since logins start sessions.",
    "type": "[SessionAction!]!",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": [
     "LOGOUT",
     "LOCK",
     "UNLOCK",
     "RECONNECT"
    ],
    "choices": [
     {
      "name": "LOGIN",
      "description": "CAR `login`: a user logs on to a host or fails to; see `loginSuccessful`."
     },
     {
      "name": "LOGOUT",
      "description": "CAR `logout`: a session ends."
     },
     {
      "name": "RECONNECT",
      "description": "CAR `reconnect`: a user returns to a disconnected session, possibly from another address."
     },
     {
      "name": "LOCK",
      "description": "CAR `lock`: the screen of a session is locked."
     },
     {
      "name": "UNLOCK",
      "description": "CAR `unlock`: the screen of a session is unlocked."
     }
    ]
   }
  ],
  "columns": [
   {
    "path": [
     "event",
     "time"
    ],
    "title": "Event time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "event",
     "action"
    ],
    "title": "Event action",
    "description": "CAR action: what happened.",
    "kind": "TEXT"
   },
   {
    "path": [
     "event",
     "hostname"
    ],
    "title": "Event host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "event",
     "user"
    ],
    "title": "Event user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "event",
     "srcIp"
    ],
    "title": "Event source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "event",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "reason"
    ],
    "title": "Reason",
    "description": "Why it has no session.",
    "kind": "TEXT"
   }
  ],
  "query": "query Orphans($range: TimeRange!, $actions: [SessionAction!]! = [LOGOUT, LOCK, UNLOCK, RECONNECT], $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    orphans(\n      range: $range\n      actions: $actions\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          event {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          reason\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query OrphansCount($range: TimeRange!, $actions: [SessionAction!]! = [LOGOUT, LOCK, UNLOCK, RECONNECT], $first: Int) {\n  hunts {\n    orphans(range: $range, actions: $actions, first: $first) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "lateralPaths",
  "parent": "hunts",
  "title": "Lateral Movement",
  "description": "Paths of a user or intruder over several machines.\n\nA hop is a successful REMOTE or RDP login, or a reconnect, within the range, with a source address or a name that the\nclient claimed; hops from a host to itself are ignored. The hosts that a hop can have come from are its `candidates`:\n\n- the host of the latest earlier evidence for the source address (DEST_IP, MACHINE_LOGON), and other hosts that earlier\n  evidence within `addressOverlap` before the hop names;\n- the hosts with the name that the client claimed (CLIENT_NAME), unless one of them is the host that it logs on to.\n\nSeveral candidates mean that the evidence conflicts. All of them are shown, and the hop counts as a hop from each. Hop B\ncontinues hop A when B comes later, A's host is a candidate of B, and as `containment` requires.\n\nA path starts with a hop that matches `from`, or without `from` with one that continues no other. It ends with a hop\nthat matches `to`, or without `to` with one that no other continues. Where an end is not given, paths longer than\n`maxDepth` are cut there. Without both ends a path has at least two hops. More than 500,000 hops are refused\n(RANGE_TOO_LARGE).",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "from",
    "description": "Source machine or user of the first hop. Null or absent: any.",
    "type": "LateralEnd",
    "kind": "MEMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": true,
    "choices": [
     {
      "name": "hostname",
      "description": "Host name in any case, with or without its domain."
     },
     {
      "name": "ip",
      "description": "Address of the machine."
     },
     {
      "name": "user",
      "description": "User: `ana` is that name in any domain."
     }
    ]
   },
   {
    "name": "to",
    "description": "Host or user of the last hop. Null or absent: any.",
    "type": "LateralEnd",
    "kind": "MEMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": true,
    "choices": [
     {
      "name": "hostname",
      "description": "Host name in any case, with or without its domain."
     },
     {
      "name": "ip",
      "description": "Address of the machine."
     },
     {
      "name": "user",
      "description": "User: `ana` is that name in any domain."
     }
    ]
   },
   {
    "name": "maxDepth",
    "description": "Maximum number of hops in a path, 1 to 10.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 5
   },
   {
    "name": "maxGap",
    "description": "Maximum time between two hops with containment GAP, and after a hop that belongs to no session.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT8H"
   },
   {
    "name": "sameUser",
    "description": "Whether all hops of a path must belong to the same user.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "containment",
    "description": "When a hop continues another.",
    "type": "LateralContainment!",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "SESSION",
    "choices": [
     {
      "name": "SESSION",
      "description": "While the session of the earlier hop is open. `includeUnknown` says when it counts as over."
     },
     {
      "name": "GAP",
      "description": "Within `maxGap` after the earlier hop, regardless of sessions."
     }
    ]
   },
   {
    "name": "addressLookback",
    "description": "How long before `range.from` to read events that show which host an address belongs to.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "P30D"
   },
   {
    "name": "addressOverlap",
    "description": "How long before a hop the evidence of another host still makes that host a candidate, although later evidence names another one.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "maxPaths",
    "description": "Maximum number of paths to list, 1 to 1,000. All paths are counted.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 100
   },
   {
    "name": "includeUnknown",
    "description": "Ignored with containment GAP. Counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "hops"
    ],
    "title": "Hops",
    "description": "The hops in order.",
    "kind": "TEXT",
    "members": [
     {
      "path": [
       "time"
      ],
      "title": "Time",
      "description": "Time of the event.",
      "kind": "TIME"
     },
     {
      "path": [
       "action"
      ],
      "title": "Action",
      "description": "LOGIN or RECONNECT.",
      "kind": "TEXT"
     },
     {
      "path": [
       "srcIp"
      ],
      "title": "Source IP",
      "description": "Source address. Null when only the name of the client is known.",
      "kind": "ADDRESS"
     },
     {
      "path": [
       "srcHostname"
      ],
      "title": "Client name",
      "description": "Name that the client claimed for itself. Null when unknown.",
      "kind": "TEXT"
     },
     {
      "path": [
       "sourceHost",
       "hostname"
      ],
      "title": "Source host",
      "description": "Host that it came from: the host of the hop before. For the first hop, the only candidate; null when there is none, when\nthere are several, or when no event of that host is stored.",
      "kind": "HOST"
     },
     {
      "path": [
       "evidence"
      ],
      "title": "Evidence",
      "description": "What shows that it came from `sourceHost`. Empty when that is null.",
      "kind": "TEXT"
     },
     {
      "path": [
       "isAmbiguous"
      ],
      "title": "Is ambiguous",
      "description": "Whether it has several candidates: evidence conflicts, and another candidate than `sourceHost` may be the true one.",
      "kind": "TEXT"
     },
     {
      "path": [
       "host",
       "hostname"
      ],
      "title": "Host",
      "description": "Host that was logged on to.",
      "kind": "HOST"
     },
     {
      "path": [
       "account",
       "user"
      ],
      "title": "Account",
      "description": "User. Null when unknown.",
      "kind": "ACCOUNT"
     },
     {
      "path": [
       "event",
       "session",
       "id"
      ],
      "title": "Event",
      "description": "The event. Null when it is past the retention period.",
      "kind": "SESSION"
     }
    ]
   },
   {
    "path": [
     "depth"
    ],
    "title": "Depth",
    "description": "Number of hops.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of the first hop.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of the last hop.",
    "kind": "TIME"
   }
  ],
  "query": "query LateralPaths($range: TimeRange!, $from: LateralEnd, $to: LateralEnd, $maxDepth: Int! = 5, $maxGap: Duration! = \"PT8H\", $sameUser: Boolean! = false, $containment: LateralContainment! = SESSION, $addressLookback: Duration! = \"P30D\", $addressOverlap: Duration! = \"PT1H\", $maxPaths: Int! = 100, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    lateralPaths(\n      range: $range\n      from: $from\n      to: $to\n      maxDepth: $maxDepth\n      maxGap: $maxGap\n      sameUser: $sameUser\n      containment: $containment\n      addressLookback: $addressLookback\n      addressOverlap: $addressOverlap\n      maxPaths: $maxPaths\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          hops {\n            time\n            action\n            srcIp\n            srcHostname\n            sourceHost {\n              hostname\n            }\n            evidence\n            isAmbiguous\n            host {\n              hostname\n            }\n            account {\n              user\n            }\n            event {\n              session {\n                id\n              }\n            }\n          }\n          depth\n          firstAt\n          lastAt\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query LateralPathsCount($range: TimeRange!, $from: LateralEnd, $to: LateralEnd, $maxDepth: Int! = 5, $maxGap: Duration! = \"PT8H\", $sameUser: Boolean! = false, $containment: LateralContainment! = SESSION, $addressLookback: Duration! = \"P30D\", $addressOverlap: Duration! = \"PT1H\", $maxPaths: Int! = 100, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    lateralPaths(\n      range: $range\n      from: $from\n      to: $to\n      maxDepth: $maxDepth\n      maxGap: $maxGap\n      sameUser: $sameUser\n      containment: $containment\n      addressLookback: $addressLookback\n      addressOverlap: $addressOverlap\n      maxPaths: $maxPaths\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "concurrentSessions",
  "parent": "hunts",
  "title": "Sessions Open at Once",
  "description": "Sessions that were open at the same time, of one user (as with a shared or stolen account) or on one host.\n\nOnly the part of a session within the range counts, and its end is exclusive. Sessions of unknown users are ignored\nwhere users count. Where addresses count, a session counts with the address that it had at the time, and not before\nits first known one.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the sessions are open.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "key",
    "description": "Which sessions are counted together.",
    "type": "ConcurrencyKey!",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "USER",
    "choices": [
     {
      "name": "USER",
      "description": "Those of one account, on all hosts."
     },
     {
      "name": "HOST",
      "description": "Those on one host, of all accounts."
     }
    ]
   },
   {
    "name": "minPeak",
    "description": "Minimum number at the same time, 2 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 2
   },
   {
    "name": "distinct",
    "description": "Counts different values of this trait instead of sessions. Must differ from `key`. Null or absent: counts sessions.",
    "type": "ConcurrencyTrait",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": true,
    "choices": [
     {
      "name": "HOST",
      "description": "Different hosts."
     },
     {
      "name": "USER",
      "description": "Different accounts."
     },
     {
      "name": "SRC_IP",
      "description": "Different source addresses."
     }
    ]
   },
   {
    "name": "loginTypes",
    "description": "Only sessions with one of these types; null for all. Network sessions often have no recorded end, hence the default.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "defaultValue": [
     "INTERACTIVE",
     "RDP"
    ],
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "includeUnknown",
    "description": "Counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "account",
     "user"
    ],
    "title": "Account",
    "description": "Account of the sessions. Null with key HOST.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "host",
     "hostname"
    ],
    "title": "Host",
    "description": "Host of the sessions. Null with key USER.",
    "kind": "HOST"
   },
   {
    "path": [
     "from"
    ],
    "title": "From",
    "description": "Start of the period, inclusive.",
    "kind": "TIME"
   },
   {
    "path": [
     "until"
    ],
    "title": "Until",
    "description": "End of the period, exclusive.",
    "kind": "TIME"
   },
   {
    "path": [
     "peak"
    ],
    "title": "Peak",
    "description": "Largest number at one time, of sessions or of different values of `distinct`.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "peakAt"
    ],
    "title": "Peak at",
    "description": "When `peak` was first reached.",
    "kind": "TIME"
   },
   {
    "path": [
     "sessionCount"
    ],
    "title": "Session count",
    "description": "Number of sessions that were open at any time in the period.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "distinctCount"
    ],
    "title": "Distinct count",
    "description": "Number of different values of `distinct` in the period; without `distinct` the number of sessions.",
    "kind": "NUMBER"
   }
  ],
  "query": "query ConcurrentSessions($range: TimeRange!, $key: ConcurrencyKey! = USER, $minPeak: Int! = 2, $distinct: ConcurrencyTrait, $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    concurrentSessions(\n      range: $range\n      key: $key\n      minPeak: $minPeak\n      distinct: $distinct\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          account {\n            user\n          }\n          host {\n            hostname\n          }\n          from\n          until\n          peak\n          peakAt\n          sessionCount\n          distinctCount\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query ConcurrentSessionsCount($range: TimeRange!, $key: ConcurrencyKey! = USER, $minPeak: Int! = 2, $distinct: ConcurrencyTrait, $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    concurrentSessions(\n      range: $range\n      key: $key\n      minPeak: $minPeak\n      distinct: $distinct\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "longSessions",
  "parent": "hunts",
  "title": "Sessions That Last Long",
  "description": "Sessions that were open in the range and lasted long: a foothold that is kept, or a desktop that nobody logs off.\nEarliest start first.\n\nThe duration runs from the session's start, even before the range, to its end or `range.until`, whichever is earlier.\nThe end is `endedAfter`, or SILENCE after it for an open session, unless `includeUnknown` is true. With `startReason`\nFIRST_SEEN the session lasted longer.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the sessions are open.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "minDuration",
    "description": "Minimum duration. May be longer than the range.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT12H"
   },
   {
    "name": "loginTypes",
    "description": "Only sessions with one of these types; null for all, including unknown ones. Network sessions often have no recorded\nend, hence the default.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "defaultValue": [
     "INTERACTIVE",
     "RDP"
    ],
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "includeUnknown",
    "description": "Counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "session",
     "hostname"
    ],
    "title": "Session host",
    "description": "CAR `hostname`: name of the host in upper case.",
    "kind": "HOST"
   },
   {
    "path": [
     "session",
     "user"
    ],
    "title": "Session user",
    "description": "CAR `user`, as the first event that names one wrote it. Null when no event does.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "session",
     "loginType"
    ],
    "title": "Session login type",
    "description": "CAR `login_type`: how the user logged on. Null when unknown.",
    "kind": "TEXT"
   },
   {
    "path": [
     "session",
     "srcIp"
    ],
    "title": "Session source IP",
    "description": "CAR `src_ip`: the first known source address. Null when none is known.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "session",
     "startedAt"
    ],
    "title": "Session started at",
    "description": "Start of the session. With `startReason` FIRST_SEEN: time of its first recorded event; it started earlier.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAt"
    ],
    "title": "Session ended at",
    "description": "End of the session. Null while it is open. It may have ended earlier, after `endedAfter`, where the two differ: with `endReason` SUPERSEDED,\nHOST_RESTART or HOST_STOP.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAfter"
    ],
    "title": "Session proven until",
    "description": "Up to when the session is proven, at most `endedAt`. A LOGOUT proves its time. A session that another login superseded is proven up to its own\nlast event. Otherwise the events of the host prove it, up to the end, as long as they are not interrupted by a silence longer than\nthe setting SILENCE. Later data can move this time in both directions. Null only if the session starts after `asOf`.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "duration"
    ],
    "title": "Duration",
    "description": "Time from its start to its end or `range.until`, whichever is earlier: `PT26H3M0.5S`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "durationSeconds"
    ],
    "title": "Duration seconds",
    "description": "`duration` in seconds, exact to the microsecond.",
    "kind": "NUMBER"
   }
  ],
  "query": "query LongSessions($range: TimeRange!, $minDuration: Duration! = \"PT12H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    longSessions(\n      range: $range\n      minDuration: $minDuration\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          session {\n            id\n            hostname\n            user\n            loginType\n            srcIp\n            startedAt\n            endedAt\n            endedAfter\n          }\n          duration\n          durationSeconds\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query LongSessionsCount($range: TimeRange!, $minDuration: Duration! = \"PT12H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    longSessions(\n      range: $range\n      minDuration: $minDuration\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "neverLocked",
  "parent": "hunts",
  "title": "Sessions That Are Never Locked",
  "description": "Sessions that were open in the range, lasted at least `minDuration` and have no LOCK and no UNLOCK event at any time,\neven outside of the range. (An UNLOCK implies a LOCK that was not recorded.) Earliest start first. Only the\ntime in state ACTIVE counts, up to the end that `longSessions` uses.\n\nOn a host that does not record locks all sessions match; `hostLocks` shows whether the host does.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the sessions are open.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "minDuration",
    "description": "Minimum duration. May be longer than the range.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT8H"
   },
   {
    "name": "loginTypes",
    "description": "Only sessions with one of these types; null for all, including unknown ones. Only desktops can be locked, hence the default.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "defaultValue": [
     "INTERACTIVE",
     "RDP"
    ],
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "includeUnknown",
    "description": "Counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "session",
     "hostname"
    ],
    "title": "Session host",
    "description": "CAR `hostname`: name of the host in upper case.",
    "kind": "HOST"
   },
   {
    "path": [
     "session",
     "user"
    ],
    "title": "Session user",
    "description": "CAR `user`, as the first event that names one wrote it. Null when no event does.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "session",
     "loginType"
    ],
    "title": "Session login type",
    "description": "CAR `login_type`: how the user logged on. Null when unknown.",
    "kind": "TEXT"
   },
   {
    "path": [
     "session",
     "srcIp"
    ],
    "title": "Session source IP",
    "description": "CAR `src_ip`: the first known source address. Null when none is known.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "session",
     "startedAt"
    ],
    "title": "Session started at",
    "description": "Start of the session. With `startReason` FIRST_SEEN: time of its first recorded event; it started earlier.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAt"
    ],
    "title": "Session ended at",
    "description": "End of the session. Null while it is open. It may have ended earlier, after `endedAfter`, where the two differ: with `endReason` SUPERSEDED,\nHOST_RESTART or HOST_STOP.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAfter"
    ],
    "title": "Session proven until",
    "description": "Up to when the session is proven, at most `endedAt`. A LOGOUT proves its time. A session that another login superseded is proven up to its own\nlast event. Otherwise the events of the host prove it, up to the end, as long as they are not interrupted by a silence longer than\nthe setting SILENCE. Later data can move this time in both directions. Null only if the session starts after `asOf`.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "duration"
    ],
    "title": "Duration",
    "description": "Time in state ACTIVE before its end or `range.until`, whichever is earlier: `PT26H3M0.5S`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "durationSeconds"
    ],
    "title": "Duration seconds",
    "description": "`duration` in seconds, exact to the microsecond.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "hostLocks"
    ],
    "title": "Host locks",
    "description": "Whether the host recorded a LOCK of any session in the range. If not, the match may only mean that the host does not record locks.",
    "kind": "TEXT"
   }
  ],
  "query": "query NeverLocked($range: TimeRange!, $minDuration: Duration! = \"PT8H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    neverLocked(\n      range: $range\n      minDuration: $minDuration\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          session {\n            id\n            hostname\n            user\n            loginType\n            srcIp\n            startedAt\n            endedAt\n            endedAfter\n          }\n          duration\n          durationSeconds\n          hostLocks\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query NeverLockedCount($range: TimeRange!, $minDuration: Duration! = \"PT8H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    neverLocked(\n      range: $range\n      minDuration: $minDuration\n      loginTypes: $loginTypes\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "unlockedAt",
  "parent": "hunts",
  "title": "Sessions Left Unlocked",
  "description": "Sessions that are open and not locked at a time, longest unlocked first.\n\nA session is unlocked while its state is ACTIVE: from its start, an UNLOCK or a reconnect until the next LOCK, disconnect or end.\nEvents at exactly `at` count. A session that ends at `at` has ended, and one whose proof ended before is UNKNOWN. On a host that does\nnot record locks no session is ever locked; see `hostLocks`.",
  "arguments": [
   {
    "name": "at",
    "description": "The time in question.",
    "type": "DateTime!",
    "kind": "TIME",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "minUnlocked",
    "description": "Minimum time that a session has been unlocked.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "loginTypes",
    "description": "Only sessions with one of these types; null for all, including unknown ones. Only desktops can be locked, hence the default.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "defaultValue": [
     "INTERACTIVE",
     "RDP"
    ],
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "session",
     "hostname"
    ],
    "title": "Session host",
    "description": "CAR `hostname`: name of the host in upper case.",
    "kind": "HOST"
   },
   {
    "path": [
     "session",
     "user"
    ],
    "title": "Session user",
    "description": "CAR `user`, as the first event that names one wrote it. Null when no event does.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "session",
     "loginType"
    ],
    "title": "Session login type",
    "description": "CAR `login_type`: how the user logged on. Null when unknown.",
    "kind": "TEXT"
   },
   {
    "path": [
     "session",
     "srcIp"
    ],
    "title": "Session source IP",
    "description": "CAR `src_ip`: the first known source address. Null when none is known.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "session",
     "startedAt"
    ],
    "title": "Session started at",
    "description": "Start of the session. With `startReason` FIRST_SEEN: time of its first recorded event; it started earlier.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAt"
    ],
    "title": "Session ended at",
    "description": "End of the session. Null while it is open. It may have ended earlier, after `endedAfter`, where the two differ: with `endReason` SUPERSEDED,\nHOST_RESTART or HOST_STOP.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "endedAfter"
    ],
    "title": "Session proven until",
    "description": "Up to when the session is proven, at most `endedAt`. A LOGOUT proves its time. A session that another login superseded is proven up to its own\nlast event. Otherwise the events of the host prove it, up to the end, as long as they are not interrupted by a silence longer than\nthe setting SILENCE. Later data can move this time in both directions. Null only if the session starts after `asOf`.",
    "kind": "TIME"
   },
   {
    "path": [
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "unlockedSince"
    ],
    "title": "Unlocked since",
    "description": "When it was unlocked, or when it started if it was never locked.",
    "kind": "TIME"
   },
   {
    "path": [
     "unlockedFor"
    ],
    "title": "Unlocked for",
    "description": "How long it has been unlocked at `at`: `PT26H3M0.5S`.",
    "kind": "TEXT"
   },
   {
    "path": [
     "unlockedSeconds"
    ],
    "title": "Unlocked seconds",
    "description": "`unlockedFor` in seconds, exact to the microsecond.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "hostLocks"
    ],
    "title": "Host locks",
    "description": "Whether the host recorded a LOCK of any session between the start of this session and `at`. If not, the match may only\nmean that the host does not record locks.",
    "kind": "TEXT"
   }
  ],
  "query": "query UnlockedAt($at: DateTime!, $minUnlocked: Duration! = \"PT1H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    unlockedAt(\n      at: $at\n      minUnlocked: $minUnlocked\n      loginTypes: $loginTypes\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          session {\n            id\n            hostname\n            user\n            loginType\n            srcIp\n            startedAt\n            endedAt\n            endedAfter\n          }\n          unlockedSince\n          unlockedFor\n          unlockedSeconds\n          hostLocks\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query UnlockedAtCount($at: DateTime!, $minUnlocked: Duration! = \"PT1H\", $loginTypes: [LoginType!] = [INTERACTIVE, RDP], $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    unlockedAt(\n      at: $at\n      minUnlocked: $minUnlocked\n      loginTypes: $loginTypes\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "reconnectFromNewSource",
  "parent": "hunts",
  "title": "Reconnect From a Source New to the Session",
  "description": "Reconnects to a session from a source address that no earlier event of the session has.\n\nA reconnect to a session without a known source address, such as one at the keyboard, matches. A reconnect does not\nmatch when it has no source address, no session, or is the first event of its session.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "reconnect",
     "time"
    ],
    "title": "Reconnect time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "reconnect",
     "action"
    ],
    "title": "Reconnect action",
    "description": "CAR action: always RECONNECT.",
    "kind": "TEXT"
   },
   {
    "path": [
     "reconnect",
     "hostname"
    ],
    "title": "Reconnect host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "reconnect",
     "user"
    ],
    "title": "Reconnect user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "reconnect",
     "srcIp"
    ],
    "title": "Reconnect source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "reconnect",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "sourcesBefore"
    ],
    "title": "Sources before",
    "description": "Source addresses of the session's earlier events, oldest first, at most 1,000. Empty when none is known.",
    "kind": "ADDRESS"
   }
  ],
  "query": "query ReconnectFromNewSource($range: TimeRange!, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    reconnectFromNewSource(\n      range: $range\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          reconnect {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          sourcesBefore\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query ReconnectFromNewSourceCount($range: TimeRange!, $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    reconnectFromNewSource(\n      range: $range\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "reconnectWithoutLogin",
  "parent": "hunts",
  "title": "Reconnect Without a Login",
  "description": "Reconnects without a successful login of the same account on the same host within `window` before or after, both\ninclusive.\n\nA user who returns by remote desktop must authenticate, which Windows records as a login (often REMOTE) within about a\nsecond of the reconnect. Taking over a session with tscon leaves no login. Also reads one window before and after the\nrange. Accounts match by domain and name, and a missing domain only matches a missing one. A reconnect of an unknown\nuser always matches.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "window",
    "description": "Maximum time between the reconnect and the login, at most `P1D`.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT30S"
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "reconnect",
     "time"
    ],
    "title": "Reconnect time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "reconnect",
     "action"
    ],
    "title": "Reconnect action",
    "description": "CAR action: always RECONNECT.",
    "kind": "TEXT"
   },
   {
    "path": [
     "reconnect",
     "hostname"
    ],
    "title": "Reconnect host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "reconnect",
     "user"
    ],
    "title": "Reconnect user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "reconnect",
     "srcIp"
    ],
    "title": "Reconnect source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "reconnect",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   }
  ],
  "query": "query ReconnectWithoutLogin($range: TimeRange!, $window: Duration! = \"PT30S\", $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  hunts {\n    reconnectWithoutLogin(\n      range: $range\n      window: $window\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          reconnect {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query ReconnectWithoutLoginCount($range: TimeRange!, $window: Duration! = \"PT30S\", $excludeNoise: Boolean! = true, $first: Int) {\n  hunts {\n    reconnectWithoutLogin(\n      range: $range\n      window: $window\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "simultaneousLogins",
  "parent": "car",
  "title": "Simultaneous Logins on a Host",
  "description": "CAR-2013-02-008: several users on one host at the same time.\n\nFor each successful login at time t, counts the different users that logged in to the host in the window (t - window,\nt]. Windows with at least `minUsers` users match; windows that overlap are merged into one match. Logins up to one\nwindow before `range.from` count too. Logins of unknown users are ignored.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the windows end; with mode OVERLAP, range in which the sessions are open.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "window",
    "description": "Length of the window. Ignored with mode OVERLAP.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "minUsers",
    "description": "Minimum number of different users, 2 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 2
   },
   {
    "name": "loginTypes",
    "description": "Only logins or sessions with one of these types. Null or absent: all.",
    "type": "[LoginType!]",
    "kind": "CHOICE",
    "isList": true,
    "isRequired": false,
    "isNullable": true,
    "choices": [
     {
      "name": "INTERACTIVE",
      "description": "At the machine's own screen and keyboard (Windows logon types 2 and 11)."
     },
     {
      "name": "LOCAL",
      "description": "On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles."
     },
     {
      "name": "RDP",
      "description": "By remote desktop (Windows logon types 10 and 12)."
     },
     {
      "name": "REMOTE",
      "description": "Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8)."
     }
    ]
   },
   {
    "name": "mode",
    "description": "Whether users logged in within a window or had sessions open at the same time.",
    "type": "SimultaneityMode!",
    "kind": "CHOICE",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "WINDOW",
    "choices": [
     {
      "name": "WINDOW",
      "description": "Users who logged in within one window."
     },
     {
      "name": "OVERLAP",
      "description": "Users whose sessions were open at the same time. Only the part of a session within the range counts, and its end is exclusive."
     }
    ]
   },
   {
    "name": "includeUnknown",
    "description": "Ignored with mode WINDOW. Counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "host",
     "hostname"
    ],
    "title": "Host",
    "description": "The host.",
    "kind": "HOST"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of the first login. With mode OVERLAP: start of the period with at least `minUsers` users.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of the last login. With mode OVERLAP: end of that period.",
    "kind": "TIME"
   },
   {
    "path": [
     "users"
    ],
    "title": "Users",
    "description": "The users by name, at most 1,000.",
    "kind": "TEXT",
    "members": [
     {
      "path": [
       "user"
      ],
      "title": "User",
      "description": "Domain in upper case and name in lower case: `THESHIRE\\ana`; `ana` without a domain.",
      "kind": "ACCOUNT"
     }
    ]
   },
   {
    "path": [
     "userCount"
    ],
    "title": "User count",
    "description": "Number of different users.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "eventCount"
    ],
    "title": "Event count",
    "description": "Number of logins. With mode OVERLAP: number of sessions.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "peak"
    ],
    "title": "Peak",
    "description": "Largest number of different users in one window. With mode OVERLAP: at one time.",
    "kind": "NUMBER"
   }
  ],
  "query": "query SimultaneousLogins($range: TimeRange!, $window: Duration! = \"PT1H\", $minUsers: Int! = 2, $loginTypes: [LoginType!], $mode: SimultaneityMode! = WINDOW, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    simultaneousLogins(\n      range: $range\n      window: $window\n      minUsers: $minUsers\n      loginTypes: $loginTypes\n      mode: $mode\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          host {\n            hostname\n          }\n          firstAt\n          lastAt\n          users {\n            user\n          }\n          userCount\n          eventCount\n          peak\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query SimultaneousLoginsCount($range: TimeRange!, $window: Duration! = \"PT1H\", $minUsers: Int! = 2, $loginTypes: [LoginType!], $mode: SimultaneityMode! = WINDOW, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    simultaneousLogins(\n      range: $range\n      window: $window\n      minUsers: $minUsers\n      loginTypes: $loginTypes\n      mode: $mode\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "multiHostLogins",
  "parent": "car",
  "title": "User Logged in to Multiple Hosts",
  "description": "CAR-2013-02-012: a user who logged in to several hosts.\n\nFor each successful login at time t, counts the different hosts that its user logged in to in the window (t - window,\nt]. Windows with at least `minHosts` hosts match; windows that overlap are merged into one match. Logins up to one\nwindow before `range.from` count too. Logins of unknown users are ignored.",
  "arguments": [
   {
    "name": "range",
    "description": "Range in which the windows end.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "window",
    "description": "Length of the window.",
    "type": "Duration!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": "PT1H"
   },
   {
    "name": "minHosts",
    "description": "Minimum number of different hosts, 2 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 3
   },
   {
    "name": "excludeUsers",
    "description": "Users to leave out, such as administrators and scanners, 1 to 1,000. `ana` is that name in any domain. Null or absent: none.",
    "type": "[String!]",
    "kind": "TEXT",
    "isList": true,
    "isRequired": false,
    "isNullable": true
   },
   {
    "name": "remoteOnly",
    "description": "Only REMOTE and RDP logins: movement between machines.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "account",
     "user"
    ],
    "title": "Account",
    "description": "The user.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "hostCount"
    ],
    "title": "Host count",
    "description": "Number of different hosts.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of the first login.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of the last login.",
    "kind": "TIME"
   },
   {
    "path": [
     "hosts"
    ],
    "title": "Hosts",
    "description": "The hosts in the order of their first login, at most 1,000.",
    "kind": "TEXT",
    "members": [
     {
      "path": [
       "host",
       "hostname"
      ],
      "title": "Host",
      "description": "The host.",
      "kind": "HOST"
     },
     {
      "path": [
       "firstAt"
      ],
      "title": "First at",
      "description": "Time of the first login to this host.",
      "kind": "TIME"
     },
     {
      "path": [
       "lastAt"
      ],
      "title": "Last at",
      "description": "Time of the last login to this host.",
      "kind": "TIME"
     },
     {
      "path": [
       "loginCount"
      ],
      "title": "Login count",
      "description": "Number of logins.",
      "kind": "NUMBER"
     },
     {
      "path": [
       "loginTypes"
      ],
      "title": "Login types",
      "description": "Types of the logins, as far as known.",
      "kind": "TEXT"
     },
     {
      "path": [
       "loginIds"
      ],
      "title": "Login ids",
      "description": "Login ids, sorted as text, at most 100.",
      "kind": "TEXT"
     },
     {
      "path": [
       "srcIps"
      ],
      "title": "Source IPs",
      "description": "Source addresses, at most 100.",
      "kind": "ADDRESS"
     }
    ]
   },
   {
    "path": [
     "eventCount"
    ],
    "title": "Event count",
    "description": "Number of logins.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "peak"
    ],
    "title": "Peak",
    "description": "Largest number of different hosts in one window.",
    "kind": "NUMBER"
   }
  ],
  "query": "query MultiHostLogins($range: TimeRange!, $window: Duration! = \"PT1H\", $minHosts: Int! = 3, $excludeUsers: [String!], $remoteOnly: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    multiHostLogins(\n      range: $range\n      window: $window\n      minHosts: $minHosts\n      excludeUsers: $excludeUsers\n      remoteOnly: $remoteOnly\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          account {\n            user\n          }\n          hostCount\n          firstAt\n          lastAt\n          hosts {\n            host {\n              hostname\n            }\n            firstAt\n            lastAt\n            loginCount\n            loginTypes\n            loginIds\n            srcIps\n          }\n          eventCount\n          peak\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query MultiHostLoginsCount($range: TimeRange!, $window: Duration! = \"PT1H\", $minHosts: Int! = 3, $excludeUsers: [String!], $remoteOnly: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    multiHostLogins(\n      range: $range\n      window: $window\n      minHosts: $minHosts\n      excludeUsers: $excludeUsers\n      remoteOnly: $remoteOnly\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "loginActivity",
  "parent": "car",
  "title": "User Login Activity Monitoring",
  "description": "CAR-2013-10-001: successful logins of users who are not among the most frequent ones in the range.\n\nA user with as many logins as the last of the most frequent ones is left out too. Logins of unknown users are listed.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "excludeTopUsers",
    "description": "Number of most frequent users to leave out, 0 or more.",
    "type": "Int!",
    "kind": "NUMBER",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": 30
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "login",
     "time"
    ],
    "title": "Login time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "login",
     "action"
    ],
    "title": "Login action",
    "description": "CAR action: always LOGIN.",
    "kind": "TEXT"
   },
   {
    "path": [
     "login",
     "hostname"
    ],
    "title": "Login host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "login",
     "user"
    ],
    "title": "Login user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "login",
     "srcIp"
    ],
    "title": "Login source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "login",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   }
  ],
  "query": "query LoginActivity($range: TimeRange!, $excludeTopUsers: Int! = 30, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    loginActivity(\n      range: $range\n      excludeTopUsers: $excludeTopUsers\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          login {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query LoginActivityCount($range: TimeRange!, $excludeTopUsers: Int! = 30, $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    loginActivity(\n      range: $range\n      excludeTopUsers: $excludeTopUsers\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "loginsSince",
  "parent": "car",
  "title": "All Logins Since Last Boot",
  "description": "CAR-2015-07-001: users who logged in to a host after its last start and before `at`, both exclusive. Their credentials\nmay have been in the host's memory.",
  "arguments": [
   {
    "name": "hostname",
    "description": "Host name in any case, with or without its domain.",
    "type": "String!",
    "kind": "TEXT",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "bootTime",
    "description": "Time of the host's start. Null or absent: the last recorded start before `at`; refused when none is recorded.",
    "type": "DateTime",
    "kind": "TIME",
    "isList": false,
    "isRequired": false,
    "isNullable": true
   },
   {
    "name": "at",
    "description": "Time in question, such as when a credential dumper ran.",
    "type": "DateTime!",
    "kind": "TIME",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "includeUnknown",
    "description": "For `stillLoggedOn`: counts a session up to its `endedAt`, even where nothing proves it. By default it counts up to `endedAfter`, and an open session up to SILENCE\n(24 hours unless the server has another value) after that.",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "account",
     "user"
    ],
    "title": "Account",
    "description": "The user. Null for logins of unknown users.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "firstAt"
    ],
    "title": "First at",
    "description": "Time of the first login.",
    "kind": "TIME"
   },
   {
    "path": [
     "lastAt"
    ],
    "title": "Last at",
    "description": "Time of the last login.",
    "kind": "TIME"
   },
   {
    "path": [
     "loginCount"
    ],
    "title": "Login count",
    "description": "Number of logins.",
    "kind": "NUMBER"
   },
   {
    "path": [
     "loginTypes"
    ],
    "title": "Login types",
    "description": "Types of the logins, as far as known.",
    "kind": "TEXT"
   },
   {
    "path": [
     "stillLoggedOn"
    ],
    "title": "Still logged on",
    "description": "Whether the user had an open session on the host at the time in question. `includeUnknown` says when a session counts as over.",
    "kind": "TEXT"
   }
  ],
  "query": "query LoginsSince($hostname: String!, $bootTime: DateTime, $at: DateTime!, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    loginsSince(\n      hostname: $hostname\n      bootTime: $bootTime\n      at: $at\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          account {\n            user\n          }\n          firstAt\n          lastAt\n          loginCount\n          loginTypes\n          stillLoggedOn\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query LoginsSinceCount($hostname: String!, $bootTime: DateTime, $at: DateTime!, $includeUnknown: Boolean! = false, $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    loginsSince(\n      hostname: $hostname\n      bootTime: $bootTime\n      at: $at\n      includeUnknown: $includeUnknown\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "localAccountLogins",
  "parent": "car",
  "title": "Successful Local Account Login",
  "description": "CAR-2016-04-004: successful REMOTE logins of accounts that are local to the host (the user's domain is the name of the\nhost, or its first 15 characters, its NetBIOS name), as in an attack with a stolen password hash. ANONYMOUS LOGON never\nmatches. Linux users have no domain, so they never match either.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "login",
     "time"
    ],
    "title": "Login time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "login",
     "action"
    ],
    "title": "Login action",
    "description": "CAR action: always LOGIN.",
    "kind": "TEXT"
   },
   {
    "path": [
     "login",
     "hostname"
    ],
    "title": "Login host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "login",
     "user"
    ],
    "title": "Login user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "login",
     "srcIp"
    ],
    "title": "Login source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "login",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   }
  ],
  "query": "query LocalAccountLogins($range: TimeRange!, $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    localAccountLogins(\n      range: $range\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          login {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query LocalAccountLoginsCount($range: TimeRange!, $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    localAccountLogins(range: $range, excludeNoise: $excludeNoise, first: $first) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 },
 {
  "name": "remoteDesktopLogins",
  "parent": "car",
  "title": "Remote Desktop Logon",
  "description": "CAR-2016-04-005: successful RDP logins from source addresses that are not approved. An unknown source address counts as not approved.",
  "arguments": [
   {
    "name": "range",
    "description": "Range to search.",
    "type": "TimeRange!",
    "kind": "RANGE",
    "isList": false,
    "isRequired": true,
    "isNullable": false
   },
   {
    "name": "approvedSources",
    "description": "Networks from which remote desktops are allowed, 1 to 1,000. Null or absent: none, so that all RDP logins match.",
    "type": "[CIDR!]",
    "kind": "TEXT",
    "isList": true,
    "isRequired": false,
    "isNullable": true
   },
   {
    "name": "excludeNoise",
    "description": "Leaves out noise: machine accounts, SYSTEM, service and anonymous logons (see `SessionEventFilter.excludeNoise`).",
    "type": "Boolean!",
    "kind": "BOOLEAN",
    "isList": false,
    "isRequired": false,
    "isNullable": false,
    "defaultValue": true
   }
  ],
  "columns": [
   {
    "path": [
     "login",
     "time"
    ],
    "title": "Login time",
    "description": "When it happened, by the host's clock. Events with the same time are listed in the order in which they happened.",
    "kind": "TIME"
   },
   {
    "path": [
     "login",
     "action"
    ],
    "title": "Login action",
    "description": "CAR action: always LOGIN.",
    "kind": "TEXT"
   },
   {
    "path": [
     "login",
     "hostname"
    ],
    "title": "Login host",
    "description": "CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full.",
    "kind": "HOST"
   },
   {
    "path": [
     "login",
     "user"
    ],
    "title": "Login user",
    "description": "CAR `user`: the user as the source wrote it: `HOST1\\LOCALUSER`. Null when the source names none.",
    "kind": "ACCOUNT"
   },
   {
    "path": [
     "login",
     "srcIp"
    ],
    "title": "Login source IP",
    "description": "Source address.",
    "kind": "ADDRESS"
   },
   {
    "path": [
     "login",
     "session",
     "id"
    ],
    "title": "Session",
    "description": "The session.",
    "kind": "SESSION"
   },
   {
    "path": [
     "seenBefore"
    ],
    "title": "Seen before",
    "description": "Whether the same user logged in to the same host from the same source address by RDP at any time before `range.from`.\nNull when the user or the source address is unknown.",
    "kind": "TEXT"
   }
  ],
  "query": "query RemoteDesktopLogins($range: TimeRange!, $approvedSources: [CIDR!], $excludeNoise: Boolean! = true, $first: Int, $after: String, $last: Int, $before: String) {\n  car {\n    remoteDesktopLogins(\n      range: $range\n      approvedSources: $approvedSources\n      excludeNoise: $excludeNoise\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n      edges {\n        cursor\n        node {\n          login {\n            time\n            action\n            hostname\n            user\n            session {\n              id\n            }\n            ... on RemoteCapableEvent {\n              srcIp\n            }\n          }\n          seenBefore\n          evidence(first: 50) {\n            totalCount {\n              value\n              relation\n            }\n            nodes {\n              id\n              time\n              action\n              hostname\n              user\n              userDomain\n              userName\n              loginId\n              session {\n                id\n              }\n              ... on RemoteCapableEvent {\n                loginType\n                srcIp\n              }\n              ... on LoginEvent {\n                loginSuccessful\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}",
  "countQuery": "query RemoteDesktopLoginsCount($range: TimeRange!, $approvedSources: [CIDR!], $excludeNoise: Boolean! = true, $first: Int) {\n  car {\n    remoteDesktopLogins(\n      range: $range\n      approvedSources: $approvedSources\n      excludeNoise: $excludeNoise\n      first: $first\n    ) {\n      analytic {\n        id\n        title\n        url\n        attackTechniques {\n          id\n          name\n          url\n        }\n      }\n      totalCount {\n        value\n        relation\n      }\n      truncated\n    }\n  }\n}"
 }
];
