-- Callers of the API: the channels and services that write through Plumbline. A key is shown once and kept as its SHA-256.

create table plumbline.api_keys (
  -- The readable part of the key, which is no secret.
  id text primary key check (id ~ '^[a-z0-9]{12}$'),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  rate_per_minute integer not null check (rate_per_minute between 1 and 1000000),
  secret_hash bytea not null check (length(secret_hash) = 32),
  -- The secret before the last rotation, and until when it is good as well.
  previous_hash bytea check (length(previous_hash) = 32),
  previous_until timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  rotated_at timestamptz,
  revoked_by text,
  revoked_at timestamptz,
  last_used_at timestamptz,
  -- When a refused use was last written to the audit history.
  refused_at timestamptz,
  check ((previous_hash is null) = (previous_until is null)),
  check ((revoked_by is null) = (revoked_at is null))
);
create unique index api_keys_name_idx on plumbline.api_keys (lower(name)) where revoked_at is null;

-- What callers without a key may do, each address so often. Nothing, as long as there is no row.
create table plumbline.api_anyone (
  scope text primary key,
  rate_per_minute integer not null check (rate_per_minute between 1 and 1000000),
  allowed_by text not null,
  allowed_at timestamptz not null default now()
);

-- What each caller has taken of this minute. A crash may forget it.
create unlogged table plumbline.api_usage (
  subject text primary key,
  minute timestamptz not null,
  taken bigint not null
);
create index api_usage_minute_idx on plumbline.api_usage (minute);
