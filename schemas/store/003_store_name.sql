-- The store, version 3: a name of its own, by which another database knows what came from it.

-- One row.
CREATE TABLE store (
  name TEXT NOT NULL                 -- 32 hexadecimal digits by chance; a copy of the file has the same
) STRICT;
INSERT INTO store VALUES (lower(hex(randomblob(16))));
