-- The store, version 2: origins (copies of one article count once), revisions (what changed since a run), search over
-- passages, citations of a document side by side. Facts keep their ids and numbers, documents and citations their ids.
-- Foreign keys are not enforced while a program of careerfacts writes: it removes what hangs on a row itself.

DROP VIEW salary;
DROP VIEW percentage;
DROP VIEW role;
DROP VIEW certification;
DROP VIEW example;
DROP VIEW cited;
DROP INDEX citation_by_fact;
DROP INDEX citation_by_source;
ALTER TABLE run RENAME TO run_1;
ALTER TABLE document RENAME TO document_1;
ALTER TABLE diagnostic RENAME TO diagnostic_1;
ALTER TABLE section RENAME TO section_1;
ALTER TABLE passage RENAME TO passage_1;
ALTER TABLE reading RENAME TO reading_1;
ALTER TABLE fact RENAME TO fact_1;
ALTER TABLE citation RENAME TO citation_1;
ALTER TABLE finding RENAME TO finding_1;
DROP INDEX diagnostic_by_document;
DROP INDEX finding_by_fact;
DROP INDEX finding_by_citation;

-- One run of the program that wrote to this store.
CREATE TABLE run (
  id              INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,     -- "0.1.0"
  rulebook_hash   TEXT NOT NULL,     -- SHA-256 of the patterns and gazetteers that were used
  options         TEXT NOT NULL,     -- the command and its options, JSON
  started_at      TEXT NOT NULL,     -- UTC, ISO 8601
  finished_at     TEXT,              -- NULL: it was interrupted, or is at work; what it committed is whole and stays
  documents       INTEGER NOT NULL DEFAULT 0,  -- documents that it was given
  added           INTEGER NOT NULL DEFAULT 0,  -- of these: new
  replaced        INTEGER NOT NULL DEFAULT 0,  -- of these: changed, or read by other rules, since they were stored
  unchanged       INTEGER NOT NULL DEFAULT 0,  -- of these: left as they were
  unread          INTEGER NOT NULL DEFAULT 0,  -- of these: could not be read
  removed         INTEGER NOT NULL DEFAULT 0,  -- documents that were stored and are gone (--prune)
  citations       INTEGER NOT NULL DEFAULT 0,  -- rows written
  facts_added     INTEGER NOT NULL DEFAULT 0,
  facts_removed   INTEGER NOT NULL DEFAULT 0,  -- facts that lost their last citation
  revision        INTEGER            -- of the store after the run's last commit; NULL: of a time without revisions
) STRICT;

-- One article: a path as it was given. The same content under two paths is two documents, of one origin.
CREATE TABLE document (
  id             INTEGER PRIMARY KEY,
  path           TEXT NOT NULL UNIQUE,
  sha256         TEXT,               -- of the raw bytes; NULL: never read
  bytes          INTEGER NOT NULL,
  encoding       TEXT,               -- "utf-8", "windows-1252" …
  title          TEXT,               -- this and the next five: what the article says of itself
  author         TEXT,
  published      TEXT,               -- YYYY-MM-DD where the day is plain, else as the text has it
  updated        TEXT,               -- the same
  publisher      TEXT,
  language       TEXT,               -- ISO 639-1
  unread         INTEGER NOT NULL DEFAULT 0,  -- 1: the last run could not read the file; its facts are from the run before
  run_id         INTEGER NOT NULL REFERENCES run (id),  -- the run whose reading of the file this is
  origin_id      INTEGER REFERENCES document (id),  -- of copies of one article: the first by path; NULL: this one itself
  fingerprint    BLOB,               -- of the article's text, by which copies are known; empty: too short for one;
                                     -- NULL: not made yet
  first_citation INTEGER,            -- its citations are those with ids from here …
  last_citation  INTEGER             -- … to here; NULL: none
) STRICT;
CREATE INDEX document_by_origin ON document (origin_id) WHERE origin_id IS NOT NULL;

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
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  section     INTEGER NOT NULL,      -- number of the document's section that it stands in
  chrome      INTEGER NOT NULL,      -- 0: the article's text; 1: page chrome (navigation, share lines, related articles …);
                                     -- 2: a line that stands at the ends of unrelated documents word for word
  context     TEXT NOT NULL,         -- its text, normalised
  FOREIGN KEY (document_id, section) REFERENCES section (document_id, number) ON DELETE CASCADE
) STRICT;

-- The words of passages: SELECT rowid FROM search('nurse salary'), in the syntax of SQLite's FTS5; rowid is passage.id.
CREATE VIRTUAL TABLE search USING fts5 (
  context, content = 'passage', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

-- How a rule read a quote, as far as that is not part of the fact's identity. A dictionary: many citations share a row.
CREATE TABLE reading (
  id           INTEGER PRIMARY KEY,
  rule         TEXT NOT NULL,        -- id of the rule
  modifier     TEXT,                 -- none, about, over, under, up_to; NULL for roles and certifications
  source_grade TEXT,                 -- named, vague, none; NULL for roles and certifications
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
  end_year   INTEGER,
  revision   INTEGER NOT NULL        -- of the store, when it, its citations or their documents last changed
) STRICT;

-- Facts that were stored once and are not any more. A fact that comes back leaves this table.
CREATE TABLE gone_fact (
  id       TEXT PRIMARY KEY,         -- fact.id
  revision INTEGER NOT NULL          -- of the store, when it went
) STRICT, WITHOUT ROWID;

-- One place in one document that states a fact: bytes [start_byte, end_byte) of the file are the quote. A document's
-- citations have ids side by side: document.first_citation to document.last_citation.
CREATE TABLE citation (
  id           INTEGER PRIMARY KEY,
  fact_number  INTEGER NOT NULL REFERENCES fact (number),
  document_id  INTEGER NOT NULL REFERENCES document (id),
  passage_id   INTEGER NOT NULL REFERENCES passage (id),  -- that it stands in
  start_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  line         INTEGER NOT NULL,     -- 1-based
  column       INTEGER NOT NULL,     -- 1-based, in code points
  reading_id   INTEGER NOT NULL REFERENCES reading (id),
  quote        TEXT NOT NULL,        -- the bytes, or their decoded text where they are not UTF-8
  quote_bytes  BLOB,                 -- the bytes, only where quote is not identical to them
  source_id    INTEGER REFERENCES source (id),
  source_year  INTEGER,              -- of the survey, report or list
  source_start INTEGER,              -- where the source is named
  source_end   INTEGER,
  role_start   INTEGER,              -- where the job title stands that the figure is for
  role_end     INTEGER,
  subject      TEXT                  -- percentage: what the figure is about, as the text says it
) STRICT;

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

-- What was stored. Of the runs before only the last one can be asked for what changed since.
INSERT INTO run (id, program_version, rulebook_hash, options, started_at, finished_at, documents, added, replaced,
                 unchanged, unread, citations, facts_added, facts_removed, revision)
SELECT id, program_version, rulebook_hash, options, started_at, finished_at, documents, added, replaced,
       unchanged, unread, citations, facts_added, facts_removed, iif(id = (SELECT max(id) FROM run_1), 1, NULL)
FROM run_1;

INSERT INTO document (id, path, sha256, bytes, encoding, title, author, published, updated, publisher, language, unread,
                      run_id, first_citation, last_citation)
SELECT id, path, sha256, bytes, encoding, title, author, published, updated, publisher, language, unread, run_id,
       (SELECT min(id) FROM citation_1 WHERE document_id = document_1.id),
       (SELECT max(id) FROM citation_1 WHERE document_id = document_1.id)
FROM document_1;

INSERT INTO diagnostic SELECT id, document_id, severity, code, message, start_byte, end_byte FROM diagnostic_1;
INSERT INTO section SELECT document_id, number, path FROM section_1;
INSERT INTO passage (document_id, section, chrome, context)
SELECT document_id, section, chrome, context FROM passage_1 ORDER BY document_id, number;
INSERT INTO search (search) VALUES ('rebuild');

INSERT INTO reading (rule, modifier, source_grade, soc_code, abbreviation, issuer)
SELECT DISTINCT rule, modifier, source_grade, soc_code, abbreviation, issuer
FROM citation_1 JOIN reading_1 ON reading_1.id = reading_id
ORDER BY reading_1.id, source_grade;

INSERT INTO fact
SELECT number, id, kind, name, role, subject, min, max, currency, period, statistic, pay, level, sense, direction,
       start_year, end_year, 1
FROM fact_1;

CREATE TEMP TABLE first_passage (document_id INTEGER PRIMARY KEY, id INTEGER);
INSERT INTO first_passage SELECT document_id, min(id) FROM passage GROUP BY document_id;
CREATE TEMP TABLE reading_number AS
SELECT DISTINCT reading_1.id AS old_id, reading.source_grade, reading.id
FROM reading_1 JOIN reading
ON reading.rule = reading_1.rule AND reading.modifier IS reading_1.modifier AND reading.soc_code IS reading_1.soc_code
   AND reading.abbreviation IS reading_1.abbreviation AND reading.issuer IS reading_1.issuer;
INSERT INTO citation
SELECT was.id, fact_number, was.document_id, first_passage.id + was.passage - 1, start_byte, end_byte, line, column,
       reading_number.id, quote, quote_bytes, source_id, source_year, source_start, source_end, role_start, role_end, subject
FROM citation_1 AS was
JOIN first_passage ON first_passage.document_id = was.document_id
JOIN reading_number ON reading_number.old_id = was.reading_id AND reading_number.source_grade IS was.source_grade
ORDER BY was.id;
DROP TABLE temp.first_passage;
DROP TABLE temp.reading_number;

INSERT INTO finding SELECT id, run_id, fact_number, citation_id, check_name, verdict, reason, evidence FROM finding_1;

DROP TABLE finding_1;
DROP TABLE citation_1;
DROP TABLE fact_1;
DROP TABLE reading_1;
DROP TABLE passage_1;
DROP TABLE section_1;
DROP TABLE diagnostic_1;
DROP TABLE document_1;
DROP TABLE run_1;

CREATE INDEX citation_by_fact ON citation (fact_number);
CREATE INDEX citation_by_source ON citation (source_id) WHERE source_id IS NOT NULL;

-- What changed when: each fact that is stored, and each that is gone, with the revision of its last change.
-- Since run 7: WHERE revision > (SELECT revision FROM run WHERE id = 7).
CREATE VIEW change AS
SELECT revision, id AS fact_id, 0 AS deleted FROM fact
UNION ALL
SELECT revision, id, 1 FROM gone_fact;

-- Every citation with all that belongs to it in plain columns: one row a citation.
CREATE VIEW cited AS
SELECT
  citation.id AS citation_id, fact.id AS fact_id, fact.kind,
  document.path AS document, document.sha256 AS document_sha256,
  citation.start_byte, citation.end_byte, citation.quote, citation.line, citation.column,
  passage.context, section.path AS section, passage.chrome,
  reading.rule, reading.modifier, reading.soc_code, reading.abbreviation, reading.issuer,
  reading.source_grade, source.name AS source, nullif(source.publisher, '') AS publisher, citation.source_year,
  citation.source_start, citation.source_end, citation.role_start, citation.role_end, citation.subject,
  citation.passage_id, coalesce(document.origin_id, document.id) AS origin_id
FROM citation
JOIN fact ON fact.number = citation.fact_number
JOIN document
  ON document.id = citation.document_id AND citation.id BETWEEN document.first_citation AND document.last_citation
JOIN passage ON passage.id = citation.passage_id
JOIN section ON section.document_id = passage.document_id AND section.number = passage.section
JOIN reading ON reading.id = citation.reading_id
LEFT JOIN source ON source.id = citation.source_id;

-- For each fact that an article states outside page chrome: how often it does, in how many documents, of how many
-- origins (copies of one article are one), and the citation to show for it. That is one with a named source where there
-- is one, and then the first by path and place. `cited` has the chrome as well.
CREATE VIEW example AS
SELECT
  fact.number AS fact_number,
  (SELECT citation.id
   FROM citation
   JOIN document ON document.id = citation.document_id
   JOIN passage ON passage.id = citation.passage_id
   JOIN reading ON reading.id = citation.reading_id
   WHERE citation.fact_number = fact.number AND passage.chrome = 0
   ORDER BY CASE reading.source_grade WHEN 'named' THEN 0 WHEN 'vague' THEN 1 ELSE 2 END,
            document.path, citation.start_byte, citation.end_byte
   LIMIT 1) AS citation_id,
  counted.citation_count, counted.document_count, counted.origin_count
FROM fact
JOIN (
  SELECT citation.fact_number, count(*) AS citation_count, count(DISTINCT citation.document_id) AS document_count,
         count(DISTINCT coalesce(document.origin_id, document.id)) AS origin_count
  FROM citation
  JOIN document ON document.id = citation.document_id
  JOIN passage ON passage.id = citation.passage_id
  WHERE passage.chrome = 0
  GROUP BY citation.fact_number
) AS counted ON counted.fact_number = fact.number;

-- One row a fact and kind. The columns that citations of one fact may differ in (modifier, soc_code, subject, source …)
-- are those of its example.
CREATE VIEW salary AS
SELECT
  fact.id, fact.role, cited.soc_code, fact.min, fact.max, cited.modifier, fact.currency, fact.period, fact.statistic,
  fact.pay, fact.level, cited.source_grade, cited.source, cited.publisher, cited.source_year,
  example.citation_count, example.document_count, example.origin_count, cited.quote, cited.context, cited.document,
  cited.line, cited.column, cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'salary';

CREATE VIEW percentage AS
SELECT
  fact.id, cited.subject, fact.role, cited.soc_code, fact.min, fact.max, cited.modifier, fact.sense, fact.direction,
  fact.start_year, fact.end_year, cited.source_grade, cited.source, cited.publisher, cited.source_year,
  example.citation_count, example.document_count, example.origin_count, cited.quote, cited.context, cited.document,
  cited.line, cited.column, cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'percentage';

CREATE VIEW role AS
SELECT
  fact.id, fact.name, cited.soc_code,
  example.citation_count, example.document_count, example.origin_count, cited.quote, cited.context, cited.document,
  cited.line, cited.column, cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'role';

CREATE VIEW certification AS
SELECT
  fact.id, fact.name, cited.abbreviation, cited.issuer,
  example.citation_count, example.document_count, example.origin_count, cited.quote, cited.context, cited.document,
  cited.line, cited.column, cited.start_byte, cited.end_byte
FROM fact
JOIN example ON example.fact_number = fact.number
JOIN cited ON cited.citation_id = example.citation_id
WHERE fact.kind = 'certification';
