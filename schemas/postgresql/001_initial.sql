-- careerfacts in PostgreSQL, version 1: what `careerfacts export --to postgresql://…` makes and fills. All of it lies in the
-- schema "careerfacts"; the comments are in the database too (\d+ careerfacts.fact). Only the export writes here.

CREATE SCHEMA careerfacts;
COMMENT ON SCHEMA careerfacts IS 'Facts of career articles with their citations, fed by careerfacts export --to';

CREATE TABLE careerfacts.schema_version (version integer NOT NULL);
COMMENT ON TABLE careerfacts.schema_version IS 'One row: the number of the last file of schemas/postgresql that was applied';

CREATE TABLE careerfacts.document (
  sha256          text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bigint NOT NULL,
  encoding        text,
  title           text,
  author          text,
  published       text,
  updated         text,
  publisher       text,
  language        text,
  program_version text NOT NULL,
  rulebook_hash   text NOT NULL
);
COMMENT ON TABLE careerfacts.document IS 'One content: the same bytes under many paths and from many stores are one row';
COMMENT ON COLUMN careerfacts.document.sha256 IS 'SHA-256 of the bytes';
COMMENT ON COLUMN careerfacts.document.bytes IS 'Its size; 0 where it is not known';
COMMENT ON COLUMN careerfacts.document.encoding IS 'utf-8, windows-1252 …';
COMMENT ON COLUMN careerfacts.document.title IS 'As the article says; so are author, dates, publisher and language';
COMMENT ON COLUMN careerfacts.document.author IS 'As the article says';
COMMENT ON COLUMN careerfacts.document.published IS 'YYYY-MM-DD where the day is plain, else as the text has it';
COMMENT ON COLUMN careerfacts.document.updated IS 'YYYY-MM-DD where the day is plain, else as the text has it';
COMMENT ON COLUMN careerfacts.document.publisher IS 'As the article says';
COMMENT ON COLUMN careerfacts.document.language IS 'ISO 639-1';
COMMENT ON COLUMN careerfacts.document.program_version IS 'Of the careerfacts that read it';
COMMENT ON COLUMN careerfacts.document.rulebook_hash IS 'SHA-256 of the patterns and gazetteers that read it; unknown: the shards did not tell';

CREATE TABLE careerfacts.holding (
  store      text NOT NULL,
  path       text NOT NULL,
  path_bytes bytea NOT NULL DEFAULT '',
  sha256     text NOT NULL REFERENCES careerfacts.document (sha256),
  PRIMARY KEY (store, path, path_bytes)
);
CREATE INDEX holding_by_document ON careerfacts.holding (sha256);
COMMENT ON TABLE careerfacts.holding IS 'Which store holds which document under which path. A document that no store holds any more goes';
COMMENT ON COLUMN careerfacts.holding.store IS 'store.name of the SQLite store';
COMMENT ON COLUMN careerfacts.holding.path IS 'As it was given to ingest; bytes that are not UTF-8 are U+FFFD';
COMMENT ON COLUMN careerfacts.holding.path_bytes IS 'The bytes of the path, only where they are not UTF-8';
COMMENT ON COLUMN careerfacts.holding.sha256 IS 'The content that it had when the store read it';

CREATE TABLE careerfacts.fact (
  id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
  kind       text NOT NULL CHECK (kind IN ('salary', 'percentage', 'role', 'certification')),
  name       text,
  role       text,
  subject    text,
  min        double precision,
  max        double precision,
  currency   text,
  period     text,
  statistic  text,
  pay        text,
  level      text,
  sense      text,
  direction  text,
  start_year integer,
  end_year   integer
);
COMMENT ON TABLE careerfacts.fact IS 'A statement, once, however often it is made; its columns are what its id is made of';
COMMENT ON COLUMN careerfacts.fact.id IS 'Content hash, the same in every store; schemas/README.md has the rule';
COMMENT ON COLUMN careerfacts.fact.kind IS 'salary, percentage, role, certification';
COMMENT ON COLUMN careerfacts.fact.name IS 'role, certification: its name';
COMMENT ON COLUMN careerfacts.fact.role IS 'salary, percentage: the job that the figure is for';
COMMENT ON COLUMN careerfacts.fact.subject IS 'percentage: what the figure is about, folded for comparison';
COMMENT ON COLUMN careerfacts.fact.min IS 'Major units of the currency, or percent; NULL: open';
COMMENT ON COLUMN careerfacts.fact.max IS 'Major units of the currency, or percent; NULL: open';
COMMENT ON COLUMN careerfacts.fact.currency IS 'ISO 4217';
COMMENT ON COLUMN careerfacts.fact.period IS 'year, month, week, day, hour';
COMMENT ON COLUMN careerfacts.fact.statistic IS 'none, average, median, percentile';
COMMENT ON COLUMN careerfacts.fact.pay IS 'none, base, total, bonus, increase';
COMMENT ON COLUMN careerfacts.fact.level IS 'none, entry, mid, senior';
COMMENT ON COLUMN careerfacts.fact.sense IS 'share, change, difference, rate, other';
COMMENT ON COLUMN careerfacts.fact.direction IS 'none, up, down';
COMMENT ON COLUMN careerfacts.fact.start_year IS 'percentage: of the change';
COMMENT ON COLUMN careerfacts.fact.end_year IS 'percentage: of the change';

-- Without foreign keys: the export writes document, fact and citation in one transaction, and the checks would take as long
-- as all the rest. scripts/scale/check_postgresql.sql looks for what must not be.
CREATE TABLE careerfacts.citation (
  sha256       text NOT NULL,
  start_byte   bigint NOT NULL,
  end_byte     bigint NOT NULL CHECK (end_byte > start_byte),
  fact_id      text NOT NULL,
  quote        text NOT NULL,
  quote_bytes  bytea,
  line         bigint NOT NULL,
  "column"     bigint NOT NULL,
  context      text NOT NULL,
  section      jsonb NOT NULL,
  chrome       boolean NOT NULL,
  rule         text NOT NULL,
  modifier     text,
  soc_code     text,
  abbreviation text,
  issuer       text,
  source_grade text,
  source       text,
  publisher    text,
  source_year  integer,
  source_start bigint,
  source_end   bigint,
  role_start   bigint,
  role_end     bigint,
  subject      text,
  PRIMARY KEY (sha256, start_byte, end_byte, fact_id)
);
CREATE INDEX citation_by_fact ON careerfacts.citation (fact_id);
COMMENT ON TABLE careerfacts.citation IS 'One place in one document that states a fact';
COMMENT ON COLUMN careerfacts.citation.sha256 IS 'The document';
COMMENT ON COLUMN careerfacts.citation.start_byte IS 'Bytes of the file from 0, half open: start_byte to end_byte are the quote';
COMMENT ON COLUMN careerfacts.citation.end_byte IS 'One past the last byte';
COMMENT ON COLUMN careerfacts.citation.fact_id IS 'The fact';
COMMENT ON COLUMN careerfacts.citation.quote IS 'The bytes, or their decoded text where they are not UTF-8';
COMMENT ON COLUMN careerfacts.citation.quote_bytes IS 'The bytes, only where quote is not identical to them';
COMMENT ON COLUMN careerfacts.citation.line IS 'In the file, from 1';
COMMENT ON COLUMN careerfacts.citation."column" IS 'In code points, from 1';
COMMENT ON COLUMN careerfacts.citation.context IS 'The sentence, list item or table cell that it stands in, normalised';
COMMENT ON COLUMN careerfacts.citation.section IS 'The headings above it, a list of strings, outermost first';
COMMENT ON COLUMN careerfacts.citation.chrome IS 'It stands in page chrome: navigation, related articles, share lines …';
COMMENT ON COLUMN careerfacts.citation.rule IS 'The rule that found it';
COMMENT ON COLUMN careerfacts.citation.modifier IS 'none, about, over, under, up_to';
COMMENT ON COLUMN careerfacts.citation.soc_code IS '2018 SOC code of the role';
COMMENT ON COLUMN careerfacts.citation.abbreviation IS 'Of a certification';
COMMENT ON COLUMN careerfacts.citation.issuer IS 'Of a certification';
COMMENT ON COLUMN careerfacts.citation.source_grade IS 'named, vague, none; NULL for roles and certifications';
COMMENT ON COLUMN careerfacts.citation.source IS 'Who says so, as the text has it';
COMMENT ON COLUMN careerfacts.citation.publisher IS 'The listed name of the source';
COMMENT ON COLUMN careerfacts.citation.source_year IS 'Of the survey, report or list';
COMMENT ON COLUMN careerfacts.citation.source_start IS 'Where the source is named, in bytes';
COMMENT ON COLUMN careerfacts.citation.source_end IS 'One past the last byte of the source';
COMMENT ON COLUMN careerfacts.citation.role_start IS 'Where the job title stands that the figure is for, in bytes';
COMMENT ON COLUMN careerfacts.citation.role_end IS 'One past the last byte of the title';
COMMENT ON COLUMN careerfacts.citation.subject IS 'percentage: what the figure is about, as the text says it';

-- Facts outside page chrome, with how often and in how many contents they are stated, and one citation as an example: with a
-- named source where there is one, then the first by document and place.
CREATE VIEW careerfacts.stated AS
SELECT fact.*, example.citation_count, example.document_count, example.quote, example.context, example.sha256,
       example.path, example.start_byte, example.end_byte, example.line, example.modifier, example.soc_code,
       example.abbreviation, example.issuer, example.source_grade, example.source, example.publisher, example.source_year
FROM careerfacts.fact
JOIN LATERAL (
  SELECT citation.*, count(*) OVER () AS citation_count,
         (SELECT count(DISTINCT other.sha256) FROM careerfacts.citation AS other
          WHERE other.fact_id = fact.id AND NOT other.chrome) AS document_count,
         (SELECT min(path) FROM careerfacts.holding WHERE holding.sha256 = citation.sha256) AS path
  FROM careerfacts.citation
  WHERE citation.fact_id = fact.id AND NOT chrome
  ORDER BY CASE source_grade WHEN 'named' THEN 0 WHEN 'vague' THEN 1 ELSE 2 END, sha256, start_byte, end_byte
  LIMIT 1
) AS example ON true;
COMMENT ON VIEW careerfacts.stated IS 'One row a fact that stands outside page chrome, with counts and an example';
