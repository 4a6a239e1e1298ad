-- A store of schema version 1, as careerfacts 0.1.0 made it: sqlite3 facts.db .dump
PRAGMA application_id = 1128686452;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO run VALUES(1,'0.1.0','b2a347cfa6964baa2fb2f3204e4f21cb83846f87b1f203f6699284db7f59f722','{"command":"ingest","paths":["a"],"rules":null,"max_bytes":67108864}','2026-11-21T19:35:35Z','2026-11-21T19:35:35Z',3,3,0,0,0,15,10,0);
INSERT INTO run VALUES(2,'0.1.0','b2a347cfa6964baa2fb2f3204e4f21cb83846f87b1f203f6699284db7f59f722','{"command":"ingest","paths":["a"],"rules":null,"max_bytes":67108864}','2026-11-21T19:35:35Z','2026-11-21T19:35:35Z',3,0,0,3,0,0,0,0);
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
INSERT INTO document VALUES(1,'a/empty.md','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',0,'utf-8',NULL,NULL,NULL,NULL,NULL,NULL,0,1);
INSERT INTO document VALUES(2,'a/nurses.md','6495042cbe30f484082bdb173e2cc53555e856c6b3345423d6be276034cd1b30',386,'utf-8','What nurses earn',NULL,NULL,NULL,NULL,'en',0,1);
INSERT INTO document VALUES(3,'a/pay.txt','aa011375add0b3c0218923653a9ec5bc1aef7cf606929874fcfe7703f1ed5dd3',148,'windows-1252',NULL,NULL,NULL,NULL,NULL,'en',0,1);
CREATE TABLE diagnostic (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  severity    TEXT NOT NULL,         -- note, warning, error (the document could not be used at all)
  code        TEXT NOT NULL,         -- stable: "invalid-utf-8", "binary-file" …
  message     TEXT NOT NULL,
  start_byte  INTEGER,               -- both NULL: concerns the whole file
  end_byte    INTEGER
) STRICT;
INSERT INTO diagnostic VALUES(1,1,'warning','empty-file','the file is empty',NULL,NULL);
CREATE TABLE section (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,      -- within the document, from 1, in order of the first citation
  path        TEXT NOT NULL,         -- JSON list of strings, outermost first
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO section VALUES(2,1,'[]');
INSERT INTO section VALUES(2,2,'["What nurses earn"]');
INSERT INTO section VALUES(2,3,'["What nurses earn", "Certification"]');
INSERT INTO section VALUES(3,1,'[]');
CREATE TABLE passage (
  document_id INTEGER NOT NULL,
  number      INTEGER NOT NULL,      -- within the document, from 1, in order of the first citation
  section     INTEGER NOT NULL,
  chrome      INTEGER NOT NULL,      -- 1: page chrome (navigation, share lines, related articles …)
  context     TEXT NOT NULL,         -- its text, normalised
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (document_id, section) REFERENCES section (document_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO passage VALUES(2,1,1,0,'What nurses earn');
INSERT INTO passage VALUES(2,2,2,0,'The median pay of a registered nurse was $86,070 in May 2023, according to the Bureau of Labor Statistics.');
INSERT INTO passage VALUES(2,3,2,0,'Employment of registered nurses will grow 6% from 2023 to 2033.');
INSERT INTO passage VALUES(2,4,3,0,'Many hold the Certified Nurse Educator (CNE) credential.');
INSERT INTO passage VALUES(2,5,3,0,'Some say about 60% of nurses like their job.');
INSERT INTO passage VALUES(2,6,3,1,'How electricians earn $61,590 a year');
INSERT INTO passage VALUES(3,1,1,0,'Nurses'' pay');
INSERT INTO passage VALUES(3,2,1,0,'The median pay of a registered nurse was $86,070 in May 2023, says Glassdoor.');
INSERT INTO passage VALUES(3,3,1,0,'A nurse practitioner''s pay is £52,000 to £60,000 a year.');
CREATE TABLE source (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,           -- as the text has it
  publisher TEXT NOT NULL DEFAULT '',  -- the publisher's listed name; '' where it is not listed
  UNIQUE (name, publisher)
) STRICT;
INSERT INTO source VALUES(1,'Bureau of Labor Statistics','U.S. Bureau of Labor Statistics');
INSERT INTO source VALUES(2,'Glassdoor','Glassdoor');
CREATE TABLE reading (
  id           INTEGER PRIMARY KEY,
  rule         TEXT NOT NULL,        -- id of the rule
  modifier     TEXT,                 -- none, about, over, under, up_to; NULL for roles and certifications
  soc_code     TEXT,                 -- 2018 SOC code of the role
  abbreviation TEXT,                 -- of a certification
  issuer       TEXT                  -- of a certification
) STRICT;
INSERT INTO reading VALUES(1,'role.gazetteer',NULL,'29-1141',NULL,NULL);
INSERT INTO reading VALUES(2,'evidence.pay-verb','none','29-1141',NULL,NULL);
INSERT INTO reading VALUES(3,'sense.change','none','29-1141',NULL,NULL);
INSERT INTO reading VALUES(4,'certification.gazetteer',NULL,NULL,'CNE','NLN');
INSERT INTO reading VALUES(5,'sense.share-of','about','29-1141',NULL,NULL);
INSERT INTO reading VALUES(6,'role.gazetteer',NULL,'47-2111',NULL,NULL);
INSERT INTO reading VALUES(7,'evidence.earn-verb','none','47-2111',NULL,NULL);
INSERT INTO reading VALUES(8,'role.gazetteer',NULL,'29-1171',NULL,NULL);
INSERT INTO reading VALUES(9,'evidence.pay-verb','none','29-1171',NULL,NULL);
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
INSERT INTO fact VALUES(1,'8d8fcd854c9c0a7c','role','nurse',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(2,'254c991c66da12d3','role','registered nurse',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(3,'5cfe23fd6b1d6467','salary',NULL,'registered nurse',NULL,86070.0,86070.0,'USD','year','median','none','none',NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(4,'886e24a719fab4d9','percentage',NULL,'registered nurse',NULL,6.0,6.0,NULL,NULL,NULL,NULL,NULL,'change','up',2023,2033);
INSERT INTO fact VALUES(5,'8b1696efa99db93d','certification','certified nurse educator',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(6,'5591a5cda648f80f','percentage',NULL,'nurse','nurses like their jobs',60.0,60.0,NULL,NULL,NULL,NULL,NULL,'share','none',NULL,NULL);
INSERT INTO fact VALUES(7,'0d8621450e81e524','role','electrician',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(8,'99c4c4898ef62b4c','salary',NULL,'electrician',NULL,61590.0,61590.0,'USD','year','none','none','none',NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(9,'41dcddec40ae1dfc','role','nurse practitioner',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fact VALUES(10,'d5f09e99f27fb11b','salary',NULL,'nurse practitioner',NULL,52000.0,60000.0,'GBP','year','none','none','none',NULL,NULL,NULL,NULL);
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
INSERT INTO citation VALUES(1,1,2,1,7,13,1,8,1,'nurses',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(2,2,2,2,40,56,3,21,1,'registered nurse',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(3,3,2,2,61,68,3,42,2,'$86,070',NULL,'named',1,2023,99,125,40,56,NULL);
INSERT INTO citation VALUES(4,2,2,3,141,158,4,15,1,'registered nurses',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(5,4,2,3,169,171,4,43,3,'6%',NULL,'none',NULL,NULL,NULL,NULL,141,158,NULL);
INSERT INTO citation VALUES(6,5,2,4,224,254,8,15,4,'Certified Nurse Educator (CNE)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(7,6,2,5,282,285,8,73,5,'60%',NULL,'none',NULL,NULL,NULL,NULL,289,295,'nurses like their job');
INSERT INTO citation VALUES(8,1,2,5,289,295,8,80,1,'nurses',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(9,7,2,6,337,349,12,6,6,'electricians',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(10,8,2,6,355,362,12,24,7,'$61,590',NULL,'none',NULL,NULL,NULL,NULL,337,349,NULL);
INSERT INTO citation VALUES(11,1,3,1,0,6,1,1,1,'Nurses',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(12,2,3,2,33,49,3,21,1,'registered nurse',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(13,3,3,2,54,61,3,42,2,'$86,070',NULL,'named',2,2023,80,89,33,49,NULL);
INSERT INTO citation VALUES(14,9,3,3,93,111,4,3,8,'nurse practitioner',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO citation VALUES(15,10,3,3,121,139,4,31,9,'£52,000 to £60,000',X'a335322c30303020746f20a336302c303030','none',NULL,NULL,NULL,NULL,93,111,NULL);
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
CREATE INDEX diagnostic_by_document ON diagnostic (document_id);
CREATE INDEX citation_by_fact ON citation (fact_number);
CREATE INDEX citation_by_document ON citation (document_id, passage);
CREATE INDEX citation_by_source ON citation (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX finding_by_fact ON finding (fact_number);
CREATE INDEX finding_by_citation ON finding (citation_id) WHERE citation_id IS NOT NULL;
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
COMMIT;
