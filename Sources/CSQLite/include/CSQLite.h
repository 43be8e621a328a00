#pragma once

// Both hold for the process, from its first connection on; later they do nothing.

/// Of each piece of memory, for which SQLite would lock.
void annals_sqlite_count_no_memory(void);

/// What SQLite needs to take a single statement back stays in memory, however much it is, and so do the journals of
/// temporary tables; else it goes to a file for the rest of a transaction once it has been more than 64 KB.
void annals_sqlite_keep_statement_journals(void);
