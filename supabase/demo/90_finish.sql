-- The connection may outlive the load: leave no helper behind. Fresh statistics make the first scan's plans the right ones.

drop function pg_temp.gone(integer);
drop function pg_temp.member(text);
drop function pg_temp.call_summary(text);
drop function pg_temp.chat_line(text);
drop function pg_temp.channel_status(text, integer);
drop function pg_temp.typed(text, text);
drop function pg_temp.written(text, text);
drop function pg_temp.fill(text, text);
drop function pg_temp.later(timestamptz, text, interval);
drop function pg_temp.moment(text, integer);
drop function pg_temp.days_ago(integer, integer);
drop function pg_temp.stable_uuid(text);
drop function pg_temp.pick(text, text[]);
drop function pg_temp.roll(text, integer);

analyze public.all_leads, public.web_sessions, public.whatsapp_sessions, public.voice_sessions, public.social_sessions,
  public.lead_purchases, public.conversation_sessions, public.chat_messages_v2, public.sessions, public.profiles,
  public.orders, public.chat_messages, public.conversations, public.leads, public.error_logs;
