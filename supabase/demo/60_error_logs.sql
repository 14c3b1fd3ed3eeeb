-- The history of the five incidents as the platform logged it: 120 rows, oldest first because each row seals the one before.
--   NOT_NULL_VIOLATION     lead_id of web_sessions 38, of whatsapp_sessions 21; id of lead_purchases 24
--   FOREIGN_KEY_VIOLATION  fk_orders_user_id 6 (the same migration, tried six times)
--   SAVE_FAILED            sessions 31: 17 with status 400, 9 without a token, 3 with status 401, 2 with status 403

create temporary table demo_failures on commit drop as
-- Sessions that could not be created. The message is the documented one, capital letter and all.
select
  'no-lead:' || channel || i as key,
  'NOT_NULL_VIOLATION' as error_type,
  format('null value in column "Lead_id" of relation "%s" violates not-null constraint', channel) as error_message,
  jsonb_build_object(
    'sqlstate', '23502',
    'column', 'lead_id',
    'detail', format(
      'Failing row contains (%s, null, null, null, null, …).', pg_temp.stable_uuid('refused:' || channel || i)
    ),
    'statement', format('INSERT INTO %s (%s, status, metadata) VALUES ($1, $2, $3) RETURNING id', channel, first_column),
    'path', '/api/session/start'
  ) as details,
  channel as table_name,
  'chat-api' as actor,
  1 + i * 5 % 190 as days_ago
from (values ('web_sessions', 'landing_page', 38), ('whatsapp_sessions', 'wa_id', 21)) as refused (channel, first_column, total)
cross join lateral generate_series(1, total) as i

union all
-- Purchases since the move to RDS
select
  'no-id:' || i, 'NOT_NULL_VIOLATION',
  'null value in column "id" of relation "lead_purchases" violates not-null constraint',
  jsonb_build_object(
    'sqlstate', '23502',
    'column', 'id',
    'detail', format(
      'Failing row contains (null, %s, %s, %s, INR, completed, …).',
      lead.lead_id, pg_temp.stable_uuid('travel-agent:' || i % 40), 149 + pg_temp.roll('refused-price:' || i, 90) * 25
    ),
    'statement', 'INSERT INTO lead_purchases (lead_id, agent_id, price, currency, status) VALUES ($1, $2, $3, $4, $5) RETURNING *',
    'path', '/api/marketplace/purchase'
  ),
  'lead_purchases', 'marketplace-api', 1 + i * 3 % 61
from generate_series(1, 24) as i
join demo_leads as lead on lead.n = 2000 + i * 31

union all
select
  'foreign-key:' || i, 'FOREIGN_KEY_VIOLATION',
  'insert or update on table "orders" violates foreign key constraint "fk_orders_user_id"',
  jsonb_build_object(
    'sqlstate', '23503',
    'constraint', 'fk_orders_user_id',
    'detail', 'Key (user_id)=(6b47cbac-9009-42e3-9a37-b1106bf0cba0) is not present in table "profiles".',
    'statement', 'ALTER TABLE orders ADD CONSTRAINT fk_orders_user_id FOREIGN KEY (user_id) REFERENCES profiles (id)',
    'migration', '001_production_schema.sql'
  ),
  'orders', 'migrations', 9 + i / 2 * 5
from generate_series(1, 6) as i

union all
-- Sign-in sessions that were not kept
select
  'save:' || i, 'SAVE_FAILED',
  case when status is null
    then '[SUPABASE] ❌ SAVE FAILED: Missing session_token'
    else format('[SUPABASE] ❌ SAVE FAILED: Status=%s, Body=%s, Record=%s', status, body, record)
  end,
  jsonb_build_object('status', status, 'body', body, 'record', record)
    || case status when 400 then '{"sqlstate": "22P02"}'::jsonb when 403 then '{"sqlstate": "42501"}' else '{}' end
    || '{"statement": "POST /rest/v1/sessions"}',
  'sessions', 'session-manager', 1 + i * 7 % 131
from generate_series(1, 31) as i
cross join lateral (
  select
    case when i <= 17 then 400 when i <= 26 then null when i <= 29 then 401 else 403 end as status,
    case when i <= 17 then 'K-' || 2000 + i * 37 else (130 + i * 11)::text end as customer_id
) as attempt
join demo_customers as customer on customer.customer_id = 130 + i * 11
cross join lateral (
  select
    case status
      when 400 then jsonb_build_object(
        'code', '22P02', 'details', null, 'hint', null,
        'message', format('invalid input syntax for type bigint: "%s"', attempt.customer_id)
      )
      when 401 then '{"message": "Invalid API key"}'
      when 403 then '{"code": "42501", "details": null, "hint": null, "message": "permission denied for table sessions"}'
    end as body,
    jsonb_build_object(
      'customer_id', attempt.customer_id,
      'phone', customer.phone,
      'session_token', case when status is not null then left(md5('refused-token:' || i), 6) || '…' end,
      'channel', case when i <= 17 then 'kiosk' else pg_temp.pick('refused-channel:' || i, array['chat', 'whatsapp']) end,
      'status', 'active',
      'metadata', '{}'::jsonb
    ) as record
) as answer;

insert into public.error_logs (id, error_type, error_message, severity, details, schema_name, table_name, actor, created_at)
select
  pg_temp.stable_uuid('failure:' || key), error_type, error_message, 'error', details, 'public', table_name, actor,
  pg_temp.moment(key, days_ago)
from demo_failures
order by pg_temp.moment(key, days_ago), key;
