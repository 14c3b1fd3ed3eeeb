import { type Corpus, planting } from "../corpus";

export const wordpress: Corpus = {
  name: "wordpress",
  known: [
    "doubtful_type blog.wp_comments (comment_date)",
    "doubtful_type blog.wp_posts (post_date)",
    "doubtful_type blog.wp_posts (post_date_gmt)",
    "doubtful_type blog.wp_posts (post_modified)",
    "doubtful_type blog.wp_users (user_registered)",
    // WordPress declares no foreign key.
    "missing_foreign_key blog.wp_commentmeta (comment_id) → blog.wp_comments (comment_ID)",
    "missing_foreign_key blog.wp_comments (comment_post_ID) → blog.wp_posts (ID)",
    "missing_foreign_key blog.wp_comments (user_id) → blog.wp_users (ID)",
    "missing_foreign_key blog.wp_postmeta (post_id) → blog.wp_posts (ID)",
    "missing_foreign_key blog.wp_term_relationships (term_taxonomy_id) → blog.wp_term_taxonomy (term_taxonomy_id)",
    "missing_foreign_key blog.wp_term_taxonomy (term_id) → blog.wp_terms (term_id)",
    "missing_foreign_key blog.wp_usermeta (user_id) → blog.wp_users (ID)",
  ],
  plantings: [
    planting(
      "update blog.wp_postmeta set post_id = 100000 + meta_id where meta_id % 80 = 0",
      "orphan_rows blog.wp_postmeta (post_id) → blog.wp_posts (ID): 5",
    ),
    planting(
      'update blog.wp_posts set comment_count = comment_count + 5 where "ID" in (8, 9, 150)',
      "stale_counter blog.wp_posts (comment_count) ← blog.wp_comments (comment_post_ID): 3",
    ),
    planting(
      // What a guest typed into a comment is only shown again.
      `update blog.wp_users set user_email = 'User3@Example.org' where "ID" = 3;
       update blog.wp_comments set comment_author_email = 'GUEST4@example.net' where "comment_ID" = 4`,
      "non_canonical_text blog.wp_users (user_email): 1",
    ),
    planting(
      "select setval('blog.\"wp_posts_ID_seq\"', 190)",
      "sequence_behind blog.wp_posts (ID): blog.wp_posts_ID_seq: 10",
    ),
    planting(
      "alter table blog.wp_term_relationships drop constraint wp_term_relationships_pkey",
      "no_primary_key blog.wp_term_relationships",
    ),
    planting(
      "alter table blog.wp_commentmeta alter column meta_id drop default",
      "missing_default blog.wp_commentmeta (meta_id)",
    ),
    planting(
      "create index wp_posts_author_again on blog.wp_posts (post_author)",
      "duplicate_index blog.wp_posts (post_author): wp_posts_post_author",
    ),
    planting(
      "insert into blog.wp_options (option_name, option_value) values ('siteurl', 'x'), ('SiteUrl ', 'y')",
      "non_canonical_text blog.wp_options (option_name): 2",
    ),
    planting(
      "alter table blog.wp_postmeta alter column post_id type integer",
      "reference_type_mismatch blog.wp_postmeta (post_id) → blog.wp_posts (ID)",
    ),
  ],
};
