#include "CSQLite.h"

#include <sqlite3.h>

void annals_sqlite_count_no_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

void annals_sqlite_keep_statement_journals(void) {
  sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}
