/** Last words of a column that holds the key of something. */
export const keyWords = ["id", "uuid", "guid", "key", "pk", "fk", "ref", "code", "no", "nr", "num", "number"];

/** Those that stand for whatever the key is, however its column is called. */
export const anyKeyWords = ["id", "uuid", "guid", "key", "pk", "fk", "ref"];

/** A key of this name alone does not say whose it is. */
export const genericKeys = [
  ...keyWords,
  "name",
  "title",
  "email",
  "phone",
  "slug",
  "label",
  "username",
  "login",
  "date",
  "value",
  "type",
  "status",
  "position",
  "sort",
  "token",
  "url",
  "hash",
  "description",
  "version",
  "external",
  "line",
];

/** The key of a system outside: its numbers may happen to occur here. */
export const foreignWords = [
  "external",
  "ext",
  "legacy",
  "old",
  "remote",
  "foreign",
  "upstream",
  "imported",
  "stripe",
  "paypal",
  "google",
  "facebook",
  "apple",
  "github",
  "salesforce",
  "hubspot",
  "shopify",
  "xero",
];

/** What a row is to another row of its own table. */
export const ownTableRoles = [
  "parent",
  "manager",
  "mgr",
  "supervisor",
  "superior",
  "boss",
  "reports to",
  "reply to",
  "in reply to",
  "replaced by",
  "superseded by",
  "merged into",
  "duplicate of",
  "copied from",
  "predecessor",
  "successor",
  "ancestor",
];

/** The same, where the column says besides that it holds a key: `previous` alone may be an amount. */
export const ownTableKeyRoles = ["previous", "next", "original"];

/** What one person is to another; of anything else it is a person of some other table. */
export const ownPersonRoles = [
  "referred by",
  "referrer",
  "invited by",
  "inviter",
  "introduced by",
  "introducer",
  "sponsor",
  "sponsored by",
  "mentor",
];

/** A word before the table's own name that says that another row of it is meant. */
export const ownTableRoleWords = [
  "parent",
  "manager",
  "mgr",
  "supervisor",
  "original",
  "previous",
  "prev",
  "next",
  "root",
  "master",
  "main",
  "related",
  "linked",
  "replaced",
  "superseded",
  "merged",
  "duplicate",
  "source",
  "target",
];

/** What only a person is. */
export const peopleRoles = [
  "user",
  "owner",
  "author",
  "creator",
  "editor",
  "manager",
  "supervisor",
  "assignee",
  "reviewer",
  "approver",
  "created by",
  "updated by",
  "modified by",
  "deleted by",
  "approved by",
  "assigned to",
  "support rep",
  "sales rep",
  "sales person",
  "salesperson",
  "added by",
  "borrower",
  "cancelled by",
  "changed by",
  "checked by",
  "closed by",
  "completed by",
  "entered by",
  "handled by",
  "issued by",
  "performed by",
  "processed by",
  "recipient",
  "recorded by",
  "reporter",
  "requested by",
  "requester",
  "resolved by",
  "reviewed by",
  "sender",
  "sent by",
  "signed by",
  "submitted by",
  "uploaded by",
  "uploader",
  "verified by",
];

/** Tables of which each row is a person, but nobody who works with the rows. */
export const otherPeopleTables = [
  "customer",
  "client",
  "contact",
  "lead",
  "patient",
  "student",
  "subscriber",
  "partner",
  "player",
  "volunteer",
  "donor",
  "driver",
  "agent",
  "affiliate",
  "participant",
  "applicant",
];

/** Tables of which each row is a person who does such things. */
export const peopleTables = ["user", "profile", "employee", "staff", "person", "member", "operator", "account"];

/** Tables that keep what was, or is not yet: their rows are meant to outlive what they name. */
export const recordTables = [
  "log",
  "audit",
  "history",
  "archive",
  "archived",
  "backup",
  "bak",
  "staging",
  "tmp",
  "temp",
  "old",
  "deleted",
  "snapshot",
];
