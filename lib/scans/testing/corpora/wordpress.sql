-- Shaped as WordPress on PostgreSQL: no foreign key at all, '' where others write NULL, times without a zone, keys in quotes.
create schema blog;
set search_path = blog;
create table wp_users (
  "ID" bigserial primary key, user_login varchar(60) not null default '', user_pass varchar(255) not null default '', user_nicename varchar(50) not null default '',
  user_email varchar(100) not null default '', user_url varchar(100) not null default '', user_registered timestamp not null default '1970-01-01 00:00:00',
  user_activation_key varchar(255) not null default '', user_status integer not null default 0, display_name varchar(250) not null default ''
);
create index wp_users_user_login_key on wp_users (user_login);
create index wp_users_user_email on wp_users (user_email);
create table wp_usermeta (umeta_id bigserial primary key, user_id bigint not null default 0, meta_key varchar(255), meta_value text);
create index wp_usermeta_user_id on wp_usermeta (user_id);
create index wp_usermeta_meta_key on wp_usermeta (meta_key);
create table wp_posts (
  "ID" bigserial primary key, post_author bigint not null default 0, post_date timestamp not null default '1970-01-01 00:00:00',
  post_date_gmt timestamp not null default '1970-01-01 00:00:00', post_content text not null, post_title text not null, post_excerpt text not null,
  post_status varchar(20) not null default 'publish', comment_status varchar(20) not null default 'open', ping_status varchar(20) not null default 'open',
  post_password varchar(255) not null default '', post_name varchar(200) not null default '', to_ping text not null, pinged text not null,
  post_modified timestamp not null default '1970-01-01 00:00:00', post_parent bigint not null default 0, guid varchar(255) not null default '',
  menu_order integer not null default 0, post_type varchar(20) not null default 'post', post_mime_type varchar(100) not null default '', comment_count bigint not null default 0
);
create index wp_posts_post_name on wp_posts (post_name);
create index wp_posts_type_status_date on wp_posts (post_type, post_status, post_date, "ID");
create index wp_posts_post_parent on wp_posts (post_parent);
create index wp_posts_post_author on wp_posts (post_author);
create table wp_postmeta (meta_id bigserial primary key, post_id bigint not null default 0, meta_key varchar(255), meta_value text);
create index wp_postmeta_post_id on wp_postmeta (post_id);
create index wp_postmeta_meta_key on wp_postmeta (meta_key);
create table wp_comments (
  "comment_ID" bigserial primary key, "comment_post_ID" bigint not null default 0, comment_author text not null, comment_author_email varchar(100) not null default '',
  comment_author_url varchar(200) not null default '', comment_date timestamp not null default '1970-01-01 00:00:00', comment_content text not null,
  comment_karma integer not null default 0, comment_approved varchar(20) not null default '1', comment_agent varchar(255) not null default '',
  comment_type varchar(20) not null default 'comment', comment_parent bigint not null default 0, user_id bigint not null default 0
);
create index wp_comments_comment_post_id on wp_comments ("comment_post_ID");
create index wp_comments_comment_parent on wp_comments (comment_parent);
create table wp_commentmeta (meta_id bigserial primary key, comment_id bigint not null default 0, meta_key varchar(255), meta_value text);
create index wp_commentmeta_comment_id on wp_commentmeta (comment_id);
create table wp_terms (term_id bigserial primary key, name varchar(200) not null default '', slug varchar(200) not null default '', term_group bigint not null default 0);
create index wp_terms_slug on wp_terms (slug);
create table wp_term_taxonomy (
  term_taxonomy_id bigserial primary key, term_id bigint not null default 0, taxonomy varchar(32) not null default '', description text not null,
  parent bigint not null default 0, count bigint not null default 0, unique (term_id, taxonomy)
);
create table wp_term_relationships (
  object_id bigint not null default 0, term_taxonomy_id bigint not null default 0, term_order integer not null default 0, primary key (object_id, term_taxonomy_id)
);
create index wp_term_relationships_term_taxonomy_id on wp_term_relationships (term_taxonomy_id);
create table wp_options (
  option_id bigserial primary key, option_name varchar(191) not null default '' unique, option_value text not null, autoload varchar(20) not null default 'yes'
);

insert into wp_users (user_login, user_nicename, user_email, user_registered, display_name)
  select 'user' || n, 'user' || n, 'user' || n || '@example.org', timestamp '2024-01-01' + n * interval '1 day', 'User ' || n from generate_series(1, 30) as n;
insert into wp_usermeta (user_id, meta_key, meta_value) select 1 + n % 30, (array['nickname', 'rich_editing', 'wp_capabilities'])[1 + n / 30], 'x' from generate_series(0, 89) as n;
insert into wp_posts (post_author, post_date, post_content, post_title, post_excerpt, post_name, to_ping, pinged, post_parent, guid, post_type)
  select 1 + n % 30, timestamp '2024-03-01' + n * interval '1 hour', 'Text ' || n, 'Post ' || n, '', 'post-' || n, '', '', case when n % 4 = 0 then n - 3 else 0 end,
    'https://blog.example.org/?p=' || n, case when n % 4 = 0 then 'revision' else 'post' end
  from generate_series(1, 200) as n;
insert into wp_postmeta (post_id, meta_key, meta_value) select 1 + n % 200, '_edit_lock', n from generate_series(0, 399) as n;
insert into wp_comments ("comment_post_ID", comment_author, comment_author_email, comment_date, comment_content, comment_parent, user_id)
  select 1 + n % 100, 'Guest ' || n, 'guest' || n || '@example.net', timestamp '2024-06-01' + n * interval '1 hour', 'Comment ' || n, case when n % 5 = 0 then n - 1 else 0 end,
    case when n % 3 = 0 then 1 + n % 30 else 0 end
  from generate_series(1, 300) as n;
update wp_posts as p set comment_count = (select count(*) from wp_comments as c where c."comment_post_ID" = p."ID");
insert into wp_commentmeta (comment_id, meta_key, meta_value) select 1 + n % 300, 'rating', n % 5 from generate_series(0, 99) as n;
insert into wp_terms (name, slug) select 'Term ' || n, 'term-' || n from generate_series(1, 20) as n;
insert into wp_term_taxonomy (term_id, taxonomy, description, count) select n, 'category', '', 10 from generate_series(1, 20) as n;
insert into wp_term_relationships select n, 1 + n % 20 from generate_series(1, 200) as n;
insert into wp_options (option_name, option_value) select 'option_' || n, 'x' from generate_series(1, 40) as n;
analyze;
