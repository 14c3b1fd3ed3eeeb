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
  "ancestor",
];

/** A word before the table's own name that says that another row of it is meant. */
export const ownTableRoleWords = [
  "parent",
  "manager",
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
