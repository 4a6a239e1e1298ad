-- The store, version 1. schemas/README.md explains tables, views and what makes two mentions the same fact.
-- Offsets are bytes of the file on disk, half open. Words are those of the contract. NULL: not known, not stated.

-- One run of the program that wrote to this store.
CREATE TABLE run (
  id              INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,     -- "0.1.0"
  rulebook_hash   TEXT NOT NULL,     -- SHA-256 of the patterns and gazetteers that were used
  options         TEXT NOT NULL,     -- the command and its options, JSON
  started_at      TEXT NOT NULL,     -- UTC, ISO 8601
  finished_at     TEXT,              -- NULL: it was interrupted; what it committed is whole and stays
  documents       INTEGER NOT NULL DEFAULT 0,  -- documents that it was given
  added           INTEGER NOT NULL DEFAULT 0,  -- of these: new
  replaced        INTEGER NOT NULL DEFAULT 0,  -- of these: changed, or read by other rules, since they were stored
  unchanged       INTEGER NOT NULL DEFAULT 0,  -- of these: left as they were
  unread          INTEGER NOT NULL DEFAULT 0,  -- of these: could not be read
  citations       INTEGER NOT NULL DEFAULT 0,  -- rows written
  facts_added     INTEGER NOT NULL DEFAULT 0,
  facts_removed   INTEGER NOT NULL DEFAULT 0   -- facts that lost their last citation
) STRICT;

-- One article: a path as it was given. The same content under two paths is two documents.
CREATE TABLE document (
  id        INTEGER PRIMARY KEY,
  path      TEXT NOT NULL UNIQUE,
  sha256    TEXT,                    -- of the raw bytes; NULL: never read
  bytes     INTEGER NOT NULL,
  encoding  TEXT,                    -- "utf-8", "windows-1252" …
  title     TEXT,                    -- this and the next five: what the article says of itself
  author    TEXT,
  published TEXT,                    -- YYYY-MM-DD where the day is plain, else as the text has it
  updated   TEXT,                    -- the same
  publisher TEXT,
  language  TEXT,                    -- ISO 639-1
  unread    INTEGER NOT NULL DEFAULT 0,  -- 1: the last run could not read the file; its facts are from the run before
  run_id    INTEGER NOT NULL REFERENCES run (id)  -- the run whose reading of the file this is
) STRICT;

-- What was imperfect about a document. Never stops a batch.
CREATE TABLE diagnostic (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  severity    TEXT NOT NULL,         -- note, warning, error (the document could not be used at all)
  code        TEXT NOT NULL,         -- stable: "invalid-utf-8", "binary-file" …
  message     TEXT NOT NULL,
  start_byte  INTEGER,               -- both NULL: concerns the whole file
  end_byte    INTEGER
) STRICT;
CREATE INDEX diagnostic_by_document ON diagnostic (document_id);

-- The headings above a passage.
CREATE TABLE section (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,      -- within the document, from 1, in order of the first citation
  path        TEXT NOT NULL,         -- JSON list of strings, outermost first
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

-- A sentence, list item or table cell that states one fact or more.
CREATE TABLE passage (
  document_id INTEGER NOT NULL,
  number      INTEGER NOT NULL,      -- within the document, from 1, in order of the first citation
  section     INTEGER NOT NULL,
  chrome      INTEGER NOT NULL,      -- 1: page chrome (navigation, share lines, related articles …)
  context     TEXT NOT NULL,         -- its text, normalised
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (document_id, section) REFERENCES section (document_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A publisher that an article names, as the article writes it.
CREATE TABLE source (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,           -- as the text has it
  publisher TEXT NOT NULL DEFAULT '',  -- the publisher's listed name; '' where it is not listed
  UNIQUE (name, publisher)
) STRICT;

-- How a rule read a quote, as far as that is not part of the fact's identity. A dictionary: many citations share a row.
CREATE TABLE reading (
  id           INTEGER PRIMARY KEY,
  rule         TEXT NOT NULL,        -- id of the rule
  modifier     TEXT,                 -- none, about, over, under, up_to; NULL for roles and certifications
  soc_code     TEXT,                 -- 2018 SOC code of the role
  abbreviation TEXT,                 -- of a certification
  issuer       TEXT                  -- of a certification
) STRICT;

-- A fact is stored once, however often it is stated. Its columns are just what its id is made of.
CREATE TABLE fact (
  number     INTEGER PRIMARY KEY,    -- what the tables of this database join on; means nothing elsewhere
  id         TEXT NOT NULL UNIQUE,   -- content hash, the same in every store; schemas/README.md has the rule
  kind       TEXT NOT NULL CHECK (kind IN ('salary', 'percentage', 'role', 'certification')),
  name       TEXT,                   -- role, certification
  role       TEXT,                   -- salary, percentage: the job that the figure is for
  subject    TEXT,                   -- percentage: what the figure is about, folded for comparison
  min        REAL,                   -- major units of the currency, or percent; NULL: open
  max        REAL,
  currency   TEXT,                   -- ISO 4217
  period     TEXT,                   -- year, month, week, day, hour
  statistic  TEXT,                   -- none, average, median, percentile
  pay        TEXT,                   -- none, base, total, bonus, increase
  level      TEXT,                   -- none, entry, mid, senior
  sense      TEXT,                   -- share, change, difference, rate, other
  direction  TEXT,                   -- none, up, down
  start_year INTEGER,
  end_year   INTEGER
) STRICT;

-- One place in one document that states a fact: bytes [start_byte, end_byte) of the file are the quote.
CREATE TABLE citation (
  id           INTEGER PRIMARY KEY,
  fact_number  INTEGER NOT NULL REFERENCES fact (number),
  document_id  INTEGER NOT NULL,
  passage      INTEGER NOT NULL,     -- number of the document's passage that it stands in
  start_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  line         INTEGER NOT NULL,     -- 1-based
  column       INTEGER NOT NULL,     -- 1-based, in code points
  reading_id   INTEGER NOT NULL REFERENCES reading (id),
  quote        TEXT NOT NULL,        -- the bytes, or their decoded text where they are not UTF-8
  quote_bytes  BLOB,                 -- the bytes, only where quote is not identical to them
  source_grade TEXT,                 -- named, vague, none; NULL for roles and certifications
  source_id    INTEGER REFERENCES source (id),
  source_year  INTEGER,              -- of the survey, report or list
  source_start INTEGER,              -- where the source is named
  source_end   INTEGER,
  role_start   INTEGER,              -- where the job title stands that the figure is for
  role_end     INTEGER,
  subject      TEXT,                 -- percentage: what the figure is about, as the text says it
  FOREIGN KEY (document_id, passage) REFERENCES passage (document_id, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX citation_by_fact ON citation (fact_number);
CREATE INDEX citation_by_document ON citation (document_id, passage);
CREATE INDEX citation_by_source ON citation (source_id) WHERE source_id IS NOT NULL;

-- What an audit found out about a fact, or about one citation of it.
CREATE TABLE finding (
  id          INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL REFERENCES run (id),
  fact_number INTEGER NOT NULL REFERENCES fact (number) ON DELETE CASCADE,
  citation_id INTEGER REFERENCES citation (id) ON DELETE CASCADE,  -- NULL: holds for every citation
  check_name  TEXT NOT NULL,         -- the check that says so
  verdict     TEXT NOT NULL,         -- one of the contract's closed list
  reason      TEXT NOT NULL,         -- one sentence
  evidence    TEXT                   -- JSON: a reference row, or citations of other claims
) STRICT;
CREATE INDEX finding_by_fact ON finding (fact_number);
CREATE INDEX finding_by_citation ON finding (citation_id) WHERE citation_id IS NOT NULL;

-- Every citation with all that belongs to it in plain columns: one row a citation.
CREATE VIEW cited AS
SELECT
  citation.id AS citation_id, fact.id AS fact_id, fact.kind,
  document.path AS document, document.sha256 AS document_sha256,
  citation.start_byte, citation.end_byte, citation.quote, citation.line, citation.column,
  passage.context, section.path AS section, passage.chrome,
  reading.rule, reading.modifier, reading.soc_code, reading.abbreviation, reading.issuer,
  citation.source_grade, source.name AS source, nullif(source.publisher, '') AS publisher, citation.source_year,
  citation.source_start, citation.source_end, citation.role_start, citation.role_end, citation.subject
FROM citation
JOIN fact ON fact.number = citation.fact_number
JOIN document ON document.id = citation.document_id
JOIN passage ON passage.document_id = citation.document_id AND passage.number = citation.passage
JOIN section ON section.document_id = passage.document_id AND section.number = passage.section
JOIN reading ON reading.id = citation.reading_id
LEFT JOIN source ON source.id = citation.source_id;

-- For each fact that an article states outside page chrome: how often it does, and the citation to show for it. That is
-- one with a named source where there is one, and then the first by path and place. `cited` has the chrome as well.
CREATE VIEW example AS
SELECT
  fact.number AS fact_number,
  (SELECT citation.id
   FROM citation
   JOIN document ON document.id = citation.document_id
   JOIN passage ON passage.document_id = citation.document_id AND passage.number = citation.passage
   WHERE citation.fact_number = fact.number AND passage.chrome = 0
   ORDER BY CASE citation.source_grade WHEN 'named' THEN 0 WHEN 'vague' THEN 1 ELSE 2 END,
            document.path, citation.start_byte, citation.end_byte
   LIMIT 1) AS citation_id,
  counted.citation_count, counted.document_count
FROM fact
JOIN (
  SELECT citation.fact_number, count(*) AS citation_count, count(DISTINCT citation.document_id) AS document_count
  FROM citation
  JOIN passage ON passage.document_id = citation.document_id AND passage.number = citation.passage
  WHERE passage.chrome = 0
  GROUP BY citation.fact_number
) AS counted ON counted.fact_number = fact.number;

-- One row a fact and kind. The columns that citations of one fact may differ in (modifier, soc_code, subject, source …)
-- are those of its example.
CREATE VIEW salary AS
SELECT
  fact.id, fact.role, cited.soc_code, fact.min, fact.max, cited.modifier, fact.currency, fact.period, fact.statistic,
  fact.pay, fact.level, cited.source_grade, cited.source, cited.publisher, cited.source_year,
  example.citation_count, example.document_count, cited.quote, cited.context, cited.document, cited.line, cited.column,
  cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'salary';

CREATE VIEW percentage AS
SELECT
  fact.id, cited.subject, fact.role, cited.soc_code, fact.min, fact.max, cited.modifier, fact.sense, fact.direction,
  fact.start_year, fact.end_year, cited.source_grade, cited.source, cited.publisher, cited.source_year,
  example.citation_count, example.document_count, cited.quote, cited.context, cited.document, cited.line, cited.column,
  cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'percentage';

CREATE VIEW role AS
SELECT
  fact.id, fact.name, cited.soc_code,
  example.citation_count, example.document_count, cited.quote, cited.context, cited.document, cited.line, cited.column,
  cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'role';

CREATE VIEW certification AS
SELECT
  fact.id, fact.name, cited.abbreviation, cited.issuer,
  example.citation_count, example.document_count, cited.quote, cited.context, cited.document, cited.line, cited.column,
  cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'certification';
